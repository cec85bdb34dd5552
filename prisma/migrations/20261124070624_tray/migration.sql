-- The tray: files that came unasked, with what their sender has said of them so far.
ALTER TABLE "unsorted_file" ADD COLUMN "album" TEXT, ADD COLUMN "together" BOOLEAN, ADD COLUMN "business_id" INTEGER,
  ADD COLUMN "skipped_at" TIMESTAMPTZ(3), ADD COLUMN "person_id" INTEGER;
UPDATE "unsorted_file" u SET "person_id" = f."owner_id" FROM "file" f WHERE f."id" = u."file_id";
ALTER TABLE "unsorted_file" ALTER COLUMN "person_id" SET NOT NULL;
ALTER TABLE "unsorted_file" ADD CONSTRAINT "unsorted_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "unsorted_file" ADD CONSTRAINT "unsorted_file_business_id_fkey" FOREIGN KEY ("business_id") REFERENCES "business"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "unsorted_file_tray_idx" ON "unsorted_file" ("person_id", "id") WHERE "sorted_at" IS NULL;

-- Messages that edit themselves
CREATE TABLE "live_message" (
    "chat_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_message_pkey" PRIMARY KEY ("chat_id","kind")
);
