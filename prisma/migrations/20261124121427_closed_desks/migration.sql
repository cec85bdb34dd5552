-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "was_shut" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "shut" BOOLEAN NOT NULL DEFAULT false;

-- Only a booking that ended can have been ended by closing, and only such a one is asked after.
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_shut_check" CHECK (NOT "was_shut" OR "state" = 'cancelled'),
  ADD CONSTRAINT "booking_settled_check" CHECK ("settled_at" IS NULL OR "was_shut");
ALTER TABLE "slot" ADD CONSTRAINT "slot_shut_check" CHECK (NOT "shut" OR "closed_at" IS NOT NULL);
CREATE INDEX "booking_shut_idx" ON "booking" ("slot_id") WHERE "was_shut" AND "settled_at" IS NULL;
