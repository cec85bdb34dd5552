-- Owners without Telegram, taken in and filled in for by an officer.

-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "confirmed_by_id" INTEGER,
ADD COLUMN     "form_file_id" INTEGER,
ALTER COLUMN "telegram_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "alone" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "enrolment" (
    "id" SERIAL NOT NULL,
    "officer_id" INTEGER NOT NULL,
    "cause" BIGINT NOT NULL,
    "owner_name" TEXT,
    "business_name" TEXT,
    "region_code" TEXT,
    "commodity" TEXT,
    "form_file_id" TEXT,
    "form_kind" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "business_id" INTEGER,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_cause_key" ON "enrolment"("cause");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_business_key" ON "enrolment"("business_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_form_file_id_fkey" FOREIGN KEY ("form_file_id") REFERENCES "file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_business_id_fkey" FOREIGN KEY ("business_id") REFERENCES "business"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "consent" ADD CONSTRAINT "consent_given_check"
  CHECK ("telegram_id" IS NOT NULL OR "form_file_id" IS NOT NULL AND "confirmed_by_id" IS NOT NULL);
CREATE UNIQUE INDEX "enrolment_open_key" ON "enrolment" ("officer_id") WHERE "confirmed_at" IS NULL;
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_confirmed_check"
  CHECK (("confirmed_at" IS NULL) = ("business_id" IS NULL));
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_form_check" CHECK (("form_file_id" IS NULL) = ("form_kind" IS NULL));
ALTER TABLE "decision" ADD CONSTRAINT "decision_alone_check" CHECK (NOT "alone" OR "verdict" = 'accepted');
