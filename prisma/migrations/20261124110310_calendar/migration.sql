-- CreateTable
CREATE TABLE "office" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_hours" (
    "office_id" TEXT NOT NULL,
    "season" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,
    "break_from" TEXT,
    "break_until" TEXT,

    CONSTRAINT "office_hours_pkey" PRIMARY KEY ("office_id","season","weekday")
);

-- CreateTable
CREATE TABLE "free_day" (
    "id" SERIAL NOT NULL,
    "day" TEXT NOT NULL,
    "office_id" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_by_id" INTEGER,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "free_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ramadan" (
    "hijri_year" INTEGER NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,

    CONSTRAINT "ramadan_pkey" PRIMARY KEY ("hijri_year")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "stand_in_id" INTEGER,
    "cause" BIGINT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "absence_cause_key" ON "absence"("cause");

-- CreateIndex
CREATE INDEX "absence_person_idx" ON "absence"("person_id");

-- AddForeignKey
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "free_day" ADD CONSTRAINT "free_day_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_stand_in_id_fkey" FOREIGN KEY ("stand_in_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A day is free once: everywhere, or at an office.
CREATE UNIQUE INDEX "free_day_key" ON "free_day" ("day", COALESCE("office_id", '')) WHERE "removed_at" IS NULL;

ALTER TABLE "free_day" ADD CONSTRAINT "free_day_kind_check" CHECK ("kind" IN ('national', 'joint-leave', 'closure'));
ALTER TABLE "office_hours"
  ADD CONSTRAINT "office_hours_season_check" CHECK ("season" IN ('usual', 'ramadan')),
  ADD CONSTRAINT "office_hours_weekday_check" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "office_hours_order_check" CHECK ("opens" < "closes"
    AND ("break_from" IS NULL) = ("break_until" IS NULL)
    AND ("break_from" IS NULL OR ("opens" < "break_from" AND "break_from" < "break_until" AND "break_until" < "closes")));
ALTER TABLE "ramadan" ADD CONSTRAINT "ramadan_order_check" CHECK ("first_day" <= "last_day");
ALTER TABLE "absence"
  ADD CONSTRAINT "absence_kind_check" CHECK ("kind" IN ('desk-duty', 'field-trip', 'leave')),
  ADD CONSTRAINT "absence_order_check" CHECK ("first_day" <= "last_day"),
  ADD CONSTRAINT "absence_stand_in_check" CHECK ("stand_in_id" <> "person_id");
