-- Several businesses of one owner, and people who fill in for an owner.

-- AlterTable
ALTER TABLE "audit" ADD COLUMN     "on_behalf_of_id" INTEGER;

-- AlterTable
ALTER TABLE "business" ADD COLUMN     "cause" BIGINT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "working_at_id" INTEGER;

-- CreateTable
CREATE TABLE "companion" (
    "id" SERIAL NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "companion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "companion_owner_idx" ON "companion"("owner_id");

-- CreateIndex
CREATE INDEX "companion_person_idx" ON "companion"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "business_cause_key" ON "business"("cause");

-- CreateIndex
CREATE INDEX "person_working_at_idx" ON "person"("working_at_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_working_at_id_fkey" FOREIGN KEY ("working_at_id") REFERENCES "business"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "companion" ADD CONSTRAINT "companion_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "companion" ADD CONSTRAINT "companion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "companion" ADD CONSTRAINT "companion_other_check" CHECK ("owner_id" <> "person_id");
CREATE UNIQUE INDEX "companion_live_key" ON "companion" ("owner_id", "person_id") WHERE "ended_at" IS NULL;

-- What a deed on a business is done to, as the rules of permission take it: said once, for every query that asks.
CREATE VIEW "subject" AS
SELECT b."id" AS "businessId", b."owner_id" AS "ownerId", b."region_code" AS "region",
  NOT EXISTS (SELECT 1 FROM "consent" c WHERE c."person_id" = b."owner_id" AND c."withdrawn_at" IS NULL) AS "frozen",
  NOT EXISTS (SELECT 1 FROM "account" a WHERE a."person_id" = b."owner_id") AS "offline",
  ARRAY(SELECT m."person_id" FROM "companion" m
    WHERE m."owner_id" = b."owner_id" AND m."agreed_at" IS NOT NULL AND m."ended_at" IS NULL) AS "companions"
FROM "business" b;
