-- CreateTable
CREATE TABLE "desk" (
    "id" SERIAL NOT NULL,
    "zone_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "venue" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "cause" BIGINT NOT NULL,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_day" (
    "id" SERIAL NOT NULL,
    "desk_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,
    "break_from" TEXT,
    "break_until" TEXT,
    "slot_minutes" INTEGER NOT NULL,
    "tables" INTEGER NOT NULL,
    "walk_in_share" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" SERIAL NOT NULL,
    "day_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" SERIAL NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "table_no" INTEGER NOT NULL,
    "walk_in" BOOLEAN NOT NULL DEFAULT false,
    "booking_id" INTEGER,
    "offer_id" INTEGER,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "table_no" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'booked',
    "topic" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "booked_by_id" INTEGER NOT NULL,
    "coming_at" TIMESTAMPTZ(3),
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" BIGINT NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting" (
    "id" SERIAL NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "desk_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_offer" (
    "id" SERIAL NOT NULL,
    "waiting_id" INTEGER NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "seat_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_cause_key" ON "desk"("cause");

-- CreateIndex
CREATE UNIQUE INDEX "desk_day_key" ON "desk_day"("desk_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "slot_start_key" ON "slot"("day_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_booking_key" ON "seat"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_offer_key" ON "seat"("offer_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_table_key" ON "seat"("slot_id", "table_no");

-- CreateIndex
CREATE UNIQUE INDEX "booking_code_key" ON "booking"("code");

-- CreateIndex
CREATE UNIQUE INDEX "booking_cause_key" ON "booking"("cause");

-- CreateIndex
CREATE INDEX "booking_slot_idx" ON "booking"("slot_id");

-- CreateIndex
CREATE INDEX "booking_dossier_idx" ON "booking"("dossier_id");

-- CreateIndex
CREATE INDEX "waiting_dossier_idx" ON "waiting"("dossier_id");

-- AddForeignKey
ALTER TABLE "desk" ADD CONSTRAINT "desk_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_day" ADD CONSTRAINT "desk_day_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "desk_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "seat_offer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting" ADD CONSTRAINT "waiting_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_offer" ADD CONSTRAINT "seat_offer_waiting_id_fkey" FOREIGN KEY ("waiting_id") REFERENCES "waiting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One live booking per dossier. A seat is free, booked or held, never two of them.
CREATE UNIQUE INDEX "booking_live_key" ON "booking" ("dossier_id") WHERE "state" = 'booked';
ALTER TABLE "booking"
  ADD CONSTRAINT "booking_state_check" CHECK ("state" IN ('booked', 'cancelled', 'served', 'no-show')),
  ADD CONSTRAINT "booking_topic_check" CHECK (length("topic") BETWEEN 1 AND 300);
ALTER TABLE "seat"
  ADD CONSTRAINT "seat_holder_check" CHECK ("booking_id" IS NULL OR "offer_id" IS NULL),
  ADD CONSTRAINT "seat_table_check" CHECK ("table_no" >= 1);
CREATE INDEX "seat_free_idx" ON "seat" ("slot_id") WHERE "booking_id" IS NULL AND "offer_id" IS NULL AND NOT "walk_in";

-- A dossier waits once at a desk, and is offered one seat at a time.
CREATE UNIQUE INDEX "waiting_live_key" ON "waiting" ("desk_id", "dossier_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "seat_offer_open_key" ON "seat_offer" ("waiting_id") WHERE "settled_at" IS NULL;
CREATE INDEX "seat_offer_due_idx" ON "seat_offer" ("expires_at") WHERE "settled_at" IS NULL;
ALTER TABLE "seat_offer"
  ADD CONSTRAINT "seat_offer_outcome_check" CHECK ("outcome" IN ('taken', 'declined', 'expired', 'withdrawn')),
  ADD CONSTRAINT "seat_offer_settled_check" CHECK (("settled_at" IS NULL) = ("outcome" IS NULL));

ALTER TABLE "slot" ADD CONSTRAINT "slot_order_check" CHECK ("starts_at" < "ends_at");
ALTER TABLE "desk" ADD CONSTRAINT "desk_point_check" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "desk_day"
  ADD CONSTRAINT "desk_day_order_check" CHECK ("opens" < "closes"
    AND ("break_from" IS NULL) = ("break_until" IS NULL)
    AND ("break_from" IS NULL OR ("opens" < "break_from" AND "break_from" < "break_until" AND "break_until" < "closes"))),
  ADD CONSTRAINT "desk_day_slots_check" CHECK ("slot_minutes" BETWEEN 10 AND 240),
  ADD CONSTRAINT "desk_day_tables_check" CHECK ("tables" BETWEEN 1 AND 50),
  ADD CONSTRAINT "desk_day_share_check" CHECK ("walk_in_share" BETWEEN 0 AND 100);
