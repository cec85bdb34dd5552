-- Registrations that resemble each other, and what becomes of those that are the same.

-- AlterTable
ALTER TABLE "business" ADD COLUMN     "compare_due" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "merged_into_id" INTEGER;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "merged_into_id" INTEGER;

-- CreateTable
CREATE TABLE "likeness" (
    "id" SERIAL NOT NULL,
    "older_id" INTEGER NOT NULL,
    "newer_id" INTEGER NOT NULL,
    "sign" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "verdict" TEXT,

    CONSTRAINT "likeness_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "likeness_newer_idx" ON "likeness"("newer_id");

-- CreateIndex
CREATE UNIQUE INDEX "likeness_pair_key" ON "likeness"("older_id", "newer_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business" ADD CONSTRAINT "business_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "business"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_older_id_fkey" FOREIGN KEY ("older_id") REFERENCES "business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_newer_id_fkey" FOREIGN KEY ("newer_id") REFERENCES "business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "likeness" ADD CONSTRAINT "likeness_pair_check" CHECK ("older_id" < "newer_id");
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_sign_check" CHECK ("sign" IN ('nib', 'owner', 'business'));
ALTER TABLE "likeness" ADD CONSTRAINT "likeness_verdict_check"
  CHECK (("decided_at" IS NULL) = ("verdict" IS NULL) AND "verdict" IN ('same', 'other'));
CREATE INDEX "business_compare_due_idx" ON "business" ("id") WHERE "compare_due";

-- A business that turned out to be another one is history: nobody has a right to its papers any more.
CREATE OR REPLACE VIEW "subject" AS
SELECT b."id" AS "businessId", b."owner_id" AS "ownerId", b."region_code" AS "region",
  NOT EXISTS (SELECT 1 FROM "consent" c WHERE c."person_id" = b."owner_id" AND c."withdrawn_at" IS NULL) AS "frozen",
  NOT EXISTS (SELECT 1 FROM "account" a WHERE a."person_id" = b."owner_id") AS "offline",
  ARRAY(SELECT m."person_id" FROM "companion" m
    WHERE m."owner_id" = b."owner_id" AND m."agreed_at" IS NOT NULL AND m."ended_at" IS NULL) AS "companions"
FROM "business" b WHERE b."merged_into_id" IS NULL;
