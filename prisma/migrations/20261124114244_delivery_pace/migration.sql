-- One pace and one pause for all processes that send, in a single row.
CREATE TABLE "send_pace" (
    "id" INTEGER NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_pace_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "send_pace_single_check" CHECK ("id" = 1)
);

-- Why an account cannot be written to. Those noted before had blocked the bot.
ALTER TABLE "account" ADD COLUMN "blocked_as" TEXT;

ALTER TABLE "delivery" ADD COLUMN "expires_at" TIMESTAMPTZ(3),
ADD COLUMN "failure" TEXT,
ADD COLUMN "uncertain" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_failure_check"
  CHECK ("failure" IN ('refused', 'broken', 'unknown-kind', 'uncertain') AND "state" = 'failed' OR "failure" IS NULL);

-- A person's messages go one after the other, whoever sends them.
DROP INDEX "delivery_person_idx";
CREATE INDEX "delivery_person_leased_idx" ON "delivery"("person_id", "leased_until");
-- With the id in it, a million messages due at the same moment need not be sorted for each batch.
DROP INDEX "delivery_due_idx";
CREATE INDEX "delivery_due_idx" ON "delivery" ("priority" DESC, "due_at", "id") WHERE "state" = 'waiting';
CREATE INDEX "delivery_held_idx" ON "delivery" ("person_id") WHERE "state" = 'blocked';
CREATE INDEX "delivery_expires_idx" ON "delivery" ("expires_at") WHERE "state" IN ('waiting', 'blocked');
