-- DropIndex
DROP INDEX "access_link_cause_key";

-- CreateTable
CREATE TABLE "nomination_list" (
    "id" SERIAL NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "cause" BIGINT NOT NULL,
    "rows" JSONB,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "summary" JSONB,

    CONSTRAINT "nomination_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" SERIAL NOT NULL,
    "list_id" INTEGER NOT NULL,
    "business_id" INTEGER NOT NULL,
    "owner_name" TEXT NOT NULL,
    "business_name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "commodity" TEXT NOT NULL,
    "phone" TEXT,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_opening" (
    "person_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nomination_opening_pkey" PRIMARY KEY ("person_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "nomination_list_cause_key" ON "nomination_list"("cause");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_business_key" ON "nomination"("business_id");

-- CreateIndex
CREATE INDEX "nomination_list_idx" ON "nomination"("list_id");

-- CreateIndex
CREATE INDEX "nomination_opening_account_idx" ON "nomination_opening"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_cause_key" ON "access_link"("cause", "person_id");

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "nomination_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_business_id_fkey" FOREIGN KEY ("business_id") REFERENCES "business"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_opening" ADD CONSTRAINT "nomination_opening_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_opening" ADD CONSTRAINT "nomination_opening_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A link may stand for an owner whom the dinas nominated: of one update there are many, one for each of them.
ALTER TABLE "access_link" DROP CONSTRAINT "access_link_kind_check";
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_kind_check" CHECK ("kind" IN ('account', 'companion', 'nomination'));
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_commodity_check" CHECK ("commodity" IN ('makanan_minuman', 'kain_tenun', 'kain_batik', 'anyaman', 'gerabah'));
-- What was applied keeps no rows, and only what was applied is undone.
ALTER TABLE "nomination_list" ADD CONSTRAINT "nomination_list_applied_check" CHECK ("applied_at" IS NULL OR "rows" IS NULL);
ALTER TABLE "nomination_list" ADD CONSTRAINT "nomination_list_undone_check" CHECK ("undone_at" IS NULL OR "applied_at" IS NOT NULL);
-- Whoever opened the link of a nominated owner and is not known by their number is a question for an officer.
ALTER TABLE "likeness" DROP CONSTRAINT "likeness_sign_check";
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_sign_check" CHECK ("sign" IN ('nib', 'owner', 'business', 'invitation'));
