-- CreateTable
CREATE TABLE "visit" (
    "id" SERIAL NOT NULL,
    "day_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "fixed" BOOLEAN NOT NULL DEFAULT false,
    "booking_id" INTEGER,
    "dossier_id" INTEGER,
    "name" TEXT,
    "arrived_at" TIMESTAMPTZ(3),
    "called_at" TIMESTAMPTZ(3),
    "called_by_id" INTEGER,
    "finished_at" TIMESTAMPTZ(3),
    "absent_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "notes" TEXT,
    "rebook_asked_at" TIMESTAMPTZ(3),
    "cause" BIGINT,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_feedback" (
    "visit_id" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "words" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_feedback_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "result_draft" (
    "id" SERIAL NOT NULL,
    "day_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "results" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "result_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_cause_key" ON "visit"("cause");

-- CreateIndex
CREATE INDEX "visit_booking_idx" ON "visit"("booking_id");

-- CreateIndex
CREATE INDEX "visit_dossier_idx" ON "visit"("dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_booking_key" ON "visit"("day_id", "booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_draft_key" ON "result_draft"("day_id", "person_id");

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "desk_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_feedback" ADD CONSTRAINT "visit_feedback_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_draft" ADD CONSTRAINT "result_draft_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "desk_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Bookings and walk-ins are counted each for themselves.
CREATE UNIQUE INDEX "visit_booked_number_key" ON "visit" ("day_id", "number") WHERE "booking_id" IS NOT NULL;
CREATE UNIQUE INDEX "visit_walk_in_number_key" ON "visit" ("day_id", "number") WHERE "booking_id" IS NULL;

-- Somebody comes, is called and is done, in this order, or is said not to have come.
ALTER TABLE "visit"
  ADD CONSTRAINT "visit_number_check" CHECK ("number" BETWEEN 1 AND 999),
  ADD CONSTRAINT "visit_who_check" CHECK (num_nonnulls("booking_id", "dossier_id", "name") = 1),
  ADD CONSTRAINT "visit_called_check" CHECK ("called_at" IS NULL OR "arrived_at" IS NOT NULL),
  ADD CONSTRAINT "visit_caller_check" CHECK (("called_at" IS NULL) = ("called_by_id" IS NULL)),
  ADD CONSTRAINT "visit_finished_check" CHECK ("finished_at" IS NULL OR "called_at" IS NOT NULL),
  ADD CONSTRAINT "visit_absent_check" CHECK ("absent_at" IS NULL OR "called_at" IS NULL),
  ADD CONSTRAINT "visit_outcome_check" CHECK ("outcome" IN ('done', 'again', 'referred')),
  ADD CONSTRAINT "visit_settled_check" CHECK (("finished_at" IS NULL) = ("outcome" IS NULL)),
  ADD CONSTRAINT "visit_notes_check" CHECK (length("notes") BETWEEN 1 AND 300);
ALTER TABLE "visit_feedback"
  ADD CONSTRAINT "visit_feedback_score_check" CHECK ("score" BETWEEN 1 AND 5),
  ADD CONSTRAINT "visit_feedback_words_check" CHECK (length("words") BETWEEN 1 AND 300);
