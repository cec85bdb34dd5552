-- CreateTable
CREATE TABLE "help_thread" (
    "id" SERIAL NOT NULL,
    "asker_id" INTEGER NOT NULL,
    "business_id" INTEGER,
    "dossier_id" INTEGER,
    "region_code" TEXT,
    "requirement_id" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" INTEGER,
    "waiting_since" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "officer_ids" INTEGER[],

    CONSTRAINT "help_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_message" (
    "id" SERIAL NOT NULL,
    "thread_id" INTEGER,
    "person_id" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "file_id" TEXT,
    "requirement_id" TEXT,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" BIGINT NOT NULL,

    CONSTRAINT "help_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_sight" (
    "chat_id" BIGINT NOT NULL,
    "message_id" BIGINT NOT NULL,
    "help_message_id" INTEGER NOT NULL,

    CONSTRAINT "help_sight_pkey" PRIMARY KEY ("chat_id","message_id")
);

-- CreateIndex
CREATE INDEX "help_thread_waiting_idx" ON "help_thread"("waiting_since");

-- CreateIndex
CREATE INDEX "help_thread_asker_idx" ON "help_thread"("asker_id");

-- CreateIndex
CREATE UNIQUE INDEX "help_message_cause_key" ON "help_message"("cause");

-- CreateIndex
CREATE INDEX "help_message_thread_idx" ON "help_message"("thread_id");

-- AddForeignKey
ALTER TABLE "help_thread" ADD CONSTRAINT "help_thread_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_thread" ADD CONSTRAINT "help_thread_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_thread" ADD CONSTRAINT "help_thread_business_id_fkey" FOREIGN KEY ("business_id") REFERENCES "business"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_thread" ADD CONSTRAINT "help_thread_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_thread" ADD CONSTRAINT "help_thread_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_message" ADD CONSTRAINT "help_message_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "help_thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_message" ADD CONSTRAINT "help_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_sight" ADD CONSTRAINT "help_sight_help_message_id_fkey" FOREIGN KEY ("help_message_id") REFERENCES "help_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody waits in a thread that is over, and who answered is known with the time.
ALTER TABLE "help_thread"
  ADD CONSTRAINT "help_thread_waiting_check" CHECK ("closed_at" IS NULL OR "waiting_since" IS NULL),
  ADD CONSTRAINT "help_thread_answered_check" CHECK (("answered_at" IS NULL) = ("answered_by_id" IS NULL));
ALTER TABLE "help_message"
  ADD CONSTRAINT "help_message_side_check" CHECK ("side" IN ('owner', 'officer')),
  ADD CONSTRAINT "help_message_kind_check" CHECK ("kind" IN ('text', 'voice', 'photo', 'document')),
  ADD CONSTRAINT "help_message_said_check" CHECK (CASE WHEN "kind" = 'text' THEN "text" IS NOT NULL ELSE "file_id" IS NOT NULL END),
  ADD CONSTRAINT "help_message_draft_check" CHECK ("side" = 'owner' OR "thread_id" IS NOT NULL);

-- Replies to what was told unasked are looked up here, and what did not arrive.
CREATE INDEX "delivery_help_reply_idx" ON "delivery" ("chat_id", "message_id") WHERE "kind" IN ('help-asked', 'help-answered');
CREATE INDEX "delivery_help_lost_idx" ON "delivery" ("settled_at")
  WHERE "kind" IN ('help-asked', 'help-answered') AND "state" IN ('failed', 'blocked', 'expired');
CREATE INDEX "delivery_help_message_idx" ON "delivery" ((("data"->>'helpMessageId')::int))
  WHERE "kind" IN ('help-asked', 'help-answered');
