-- One-time links: the account that opens one becomes the account of the person it stands for.

-- CreateTable
CREATE TABLE "access_link" (
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "cause" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" INTEGER,

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_cause_key" ON "access_link"("cause");

-- CreateIndex
CREATE INDEX "access_link_person_idx" ON "access_link"("person_id");

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "access_link" ADD CONSTRAINT "access_link_kind_check" CHECK ("kind" IN ('account'));
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_used_check" CHECK ("used_by_id" IS NULL OR "used_at" IS NOT NULL);
