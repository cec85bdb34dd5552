-- A message that edits itself is sent anew at the bottom of the chat a few times a minute: since when, and how often.
ALTER TABLE "live_message" ADD COLUMN "since" TIMESTAMPTZ(3), ADD COLUMN "sends" INTEGER NOT NULL DEFAULT 1;
UPDATE "live_message" SET "since" = "sent_at";
ALTER TABLE "live_message" ALTER COLUMN "since" SET NOT NULL, DROP COLUMN "sent_at";
