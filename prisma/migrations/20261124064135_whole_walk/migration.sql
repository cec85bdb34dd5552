-- The whole walk: a submission is a draft with pages until it is sent, and items keep typed values, waits and answers.
-- What was sent in before becomes a submission of one page.

-- The cycle: until which day permits must last. Cycles opened before get the 90 days after their portal deadline.
ALTER TABLE "cycle" ADD COLUMN "switched_on" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "field_visit_until" TEXT;
UPDATE "cycle" SET "field_visit_until" = to_char("portal_deadline" + interval '90 days', 'YYYY-MM-DD');
ALTER TABLE "cycle" ALTER COLUMN "field_visit_until" SET NOT NULL;

-- The business and what was answered about it
ALTER TABLE "business" ADD COLUMN "form" TEXT;
ALTER TABLE "business" ADD CONSTRAINT "business_form_check" CHECK ("form" IN ('perorangan', 'cv', 'pt', 'koperasi', 'unsure'));
CREATE TABLE "dossier_answer" (
    "dossier_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_answer_pkey" PRIMARY KEY ("dossier_id","question")
);
ALTER TABLE "dossier_answer" ADD CONSTRAINT "dossier_answer_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "dossier_answer" ADD CONSTRAINT "dossier_answer_check" CHECK ("answer" IN ('yes', 'no', 'unsure'));

-- Items and their values
ALTER TABLE "item" ADD COLUMN "until" TEXT, ADD COLUMN "owned" TEXT, ADD COLUMN "warn_on" TEXT;
ALTER TABLE "item" DROP CONSTRAINT "item_state_check";
ALTER TABLE "item" ADD CONSTRAINT "item_state_check" CHECK ("state" IN (
  'open', 'started', 'waiting', 'submitted', 'returned', 'accepted', 'received', 'not-applicable-asked', 'not-applicable'));
ALTER TABLE "item" ADD CONSTRAINT "item_until_check" CHECK (("state" = 'waiting') = ("until" IS NOT NULL));
ALTER TABLE "item" ADD CONSTRAINT "item_owned_check" CHECK ("owned" IN ('yes', 'not-yet'));
DROP INDEX "item_submitted_idx";
CREATE INDEX "item_submitted_idx" ON "item" ("since") WHERE "state" IN ('submitted', 'not-applicable-asked');
CREATE INDEX "item_warn_idx" ON "item" ("warn_on") WHERE "warn_on" IS NOT NULL;
CREATE TABLE "item_value" (
    "item_id" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_value_pkey" PRIMARY KEY ("item_id","field")
);
ALTER TABLE "item_value" ADD CONSTRAINT "item_value_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "item_value" ADD CONSTRAINT "item_value_source_check" CHECK ("source" IN ('owner', 'officer', 'left'));

-- Pages
CREATE TABLE "page" (
    "submission_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "file_id" INTEGER NOT NULL,
    "cause" BIGINT NOT NULL,

    CONSTRAINT "page_pkey" PRIMARY KEY ("submission_id","position")
);
CREATE INDEX "page_file_idx" ON "page"("file_id");
CREATE UNIQUE INDEX "page_file_key" ON "page"("submission_id", "file_id");
ALTER TABLE "page" ADD CONSTRAINT "page_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "page" ADD CONSTRAINT "page_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "page" ("submission_id", "position", "file_id", "cause") SELECT "id", 0, "file_id", "cause" FROM "submission";

-- Submissions: begun, then sent
ALTER TABLE "submission" RENAME COLUMN "submitted_at" TO "begun_at";
ALTER TABLE "submission" ADD COLUMN "sent_at" TIMESTAMPTZ(3);
UPDATE "submission" SET "sent_at" = "begun_at";
ALTER TABLE "submission" DROP CONSTRAINT "submission_file_id_fkey";
DROP INDEX "submission_cause_key";
DROP INDEX "submission_file_idx";
DROP INDEX "submission_live_key";
ALTER TABLE "submission" DROP COLUMN "cause", DROP COLUMN "file_id";
CREATE UNIQUE INDEX "submission_draft_key" ON "submission" ("item_id") WHERE "sent_at" IS NULL;
CREATE UNIQUE INDEX "submission_live_key" ON "submission" ("item_id") WHERE "sent_at" IS NOT NULL AND "replaced_at" IS NULL;
