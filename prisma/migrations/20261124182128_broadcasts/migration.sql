-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "broadcast_id" INTEGER;

-- CreateTable
CREATE TABLE "broadcast" (
    "id" SERIAL NOT NULL,
    "author_id" INTEGER NOT NULL,
    "cause" BIGINT NOT NULL,
    "words" TEXT,
    "file_id" TEXT,
    "file_kind" TEXT,
    "button" TEXT,
    "link_label" TEXT,
    "link_url" TEXT,
    "audience" JSONB NOT NULL,
    "desk_id" INTEGER,
    "desk_face" TEXT,
    "urgent_reason" TEXT,
    "send_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "held_for" TEXT,
    "approved_by_id" INTEGER,
    "total" INTEGER,
    "fed_to" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "progress_at" TIMESTAMPTZ(3),
    "progress_state" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_recipient" (
    "broadcast_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "broadcast_recipient_pkey" PRIMARY KEY ("broadcast_id","person_id")
);

-- CreateTable
CREATE TABLE "broadcast_press" (
    "broadcast_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "pressed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broadcast_press_pkey" PRIMARY KEY ("broadcast_id","person_id")
);

-- CreateTable
CREATE TABLE "saved_audience" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_audience_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_cause_key" ON "broadcast"("cause");

-- CreateIndex
CREATE UNIQUE INDEX "saved_audience_name_key" ON "saved_audience"("name");

-- AddForeignKey
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_press" ADD CONSTRAINT "broadcast_press_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what a broadcast may be, and how its messages are found among all others.
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_state_check" CHECK ("state" IN
  ('draft', 'asked', 'scheduled', 'sending', 'stopped', 'held', 'done', 'ended', 'expired', 'dropped'));
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_started_check"
  CHECK ("state" NOT IN ('sending', 'stopped', 'done') OR "started_at" IS NOT NULL);
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_held_check" CHECK (("state" = 'held') = ("held_for" IS NOT NULL));
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_button_check"
  CHECK ("button" IN ('book', 'checklist') AND "link_url" IS NULL OR "button" = 'link' AND "link_url" IS NOT NULL AND "link_label" IS NOT NULL
    OR "button" IS NULL AND "link_url" IS NULL);
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_file_check"
  CHECK (("file_id" IS NULL) = ("file_kind" IS NULL) AND "file_kind" IN ('photo', 'document'));
-- Two people, not one twice.
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_two_people_check" CHECK ("approved_by_id" <> "author_id");
CREATE UNIQUE INDEX "broadcast_draft_key" ON "broadcast" ("author_id") WHERE "state" = 'draft';
CREATE INDEX "broadcast_active_idx" ON "broadcast" ("id") WHERE "state" IN ('asked', 'scheduled', 'sending', 'stopped', 'held');
CREATE INDEX "delivery_broadcast_idx" ON "delivery" ("broadcast_id", "state", "settled_at") WHERE "broadcast_id" IS NOT NULL;
