-- CreateTable
CREATE TABLE "desk_draft" (
    "id" SERIAL NOT NULL,
    "admin_id" INTEGER NOT NULL,
    "zone_id" TEXT,
    "title" TEXT,
    "venue" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "later" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "days" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opens" TEXT,
    "closes" TEXT,
    "break_from" TEXT,
    "break_until" TEXT,
    "slot_minutes" INTEGER,
    "tables" INTEGER,
    "walk_in_share" INTEGER,

    CONSTRAINT "desk_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_draft_admin_key" ON "desk_draft"("admin_id");

-- AddForeignKey
ALTER TABLE "desk_draft" ADD CONSTRAINT "desk_draft_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_draft" ADD CONSTRAINT "desk_draft_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "desk_draft" ADD CONSTRAINT "desk_draft_point_check" CHECK (("latitude" IS NULL) = ("longitude" IS NULL));
