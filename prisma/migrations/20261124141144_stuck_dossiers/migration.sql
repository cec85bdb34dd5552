-- AlterTable
ALTER TABLE "person" ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "turn" (
    "dossier_id" INTEGER NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "reason" TEXT,
    "item_id" INTEGER,
    "since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "nudges" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" SERIAL NOT NULL,
    "dossier_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "item_id" INTEGER,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "told_at" TIMESTAMPTZ(3),
    "holder_id" INTEGER,
    "held_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "closed_by_id" INTEGER,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_rules" (
    "version" SERIAL NOT NULL,
    "body" JSONB NOT NULL,
    "made_by_id" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" BIGINT,

    CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "digest_day" (
    "day" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_day_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "turn_look_at_idx" ON "turn"("look_at");

-- CreateIndex
CREATE INDEX "alert_dossier_idx" ON "alert"("dossier_id");

-- CreateIndex
CREATE INDEX "alert_holder_idx" ON "alert"("holder_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_rules_cause_key" ON "alert_rules"("cause");

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "turn"("dossier_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open alert per dossier and reason.
CREATE UNIQUE INDEX "alert_open_key" ON "alert"("dossier_id", "reason") WHERE "closed_at" IS NULL;
CREATE INDEX "alert_open_idx" ON "alert"("opened_at") WHERE "closed_at" IS NULL;
ALTER TABLE "alert" ADD CONSTRAINT "alert_level_check" CHECK ("level" BETWEEN 0 AND 2);
ALTER TABLE "alert" ADD CONSTRAINT "alert_outcome_check"
  CHECK (("closed_at" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL OR "outcome" IN ('gone', 'solved')));
ALTER TABLE "alert" ADD CONSTRAINT "alert_held_check" CHECK (("holder_id" IS NULL) OR ("held_at" IS NOT NULL));
ALTER TABLE "turn" ADD CONSTRAINT "turn_actor_check"
  CHECK ("actor" IS NULL OR "actor" IN ('owner', 'officer', 'dinas', 'third-party', 'nobody'));
ALTER TABLE "person" ADD CONSTRAINT "person_phone_check" CHECK ("phone" ~ '^62[0-9]{8,12}$');

-- On a server a migration is cut at every semicolon, so within functions they are written as \003B.

-- Every dossier has a turn, and whatever it follows from asks for a look at once. Also a row that is asked for already is
-- written: so a change waits for a look that is under way, and a look passes over what is being changed.
CREATE FUNCTION turn_begins() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  INSERT INTO turn (dossier_id, look_at) VALUES (NEW.id, ''epoch'') ON CONFLICT DO NOTHING\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER dossier_begins AFTER INSERT ON "dossier" FOR EACH ROW EXECUTE FUNCTION turn_begins();
INSERT INTO "turn" ("dossier_id", "look_at") SELECT "id", 'epoch' FROM "dossier" ON CONFLICT DO NOTHING;

CREATE FUNCTION look_at_own() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' WHERE dossier_id = COALESCE(NEW.dossier_id, OLD.dossier_id)\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER item_turns AFTER INSERT OR UPDATE OR DELETE ON "item" FOR EACH ROW EXECUTE FUNCTION look_at_own();
CREATE TRIGGER answer_turns AFTER INSERT OR UPDATE OR DELETE ON "dossier_answer" FOR EACH ROW EXECUTE FUNCTION look_at_own();
CREATE TRIGGER booking_turns AFTER INSERT OR UPDATE ON "booking" FOR EACH ROW EXECUTE FUNCTION look_at_own();

CREATE FUNCTION look_at_itself() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' WHERE dossier_id = NEW.id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER dossier_turns AFTER UPDATE ON "dossier" FOR EACH ROW EXECUTE FUNCTION look_at_itself();

CREATE FUNCTION look_at_item() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM item
  WHERE item.id = COALESCE(NEW.item_id, OLD.item_id) AND turn.dossier_id = item.dossier_id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER value_turns AFTER INSERT OR UPDATE OR DELETE ON "item_value" FOR EACH ROW EXECUTE FUNCTION look_at_item();
CREATE TRIGGER submission_turns AFTER INSERT OR UPDATE ON "submission" FOR EACH ROW EXECUTE FUNCTION look_at_item();

CREATE FUNCTION look_at_decided() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM submission s JOIN item i ON i.id = s.item_id
  WHERE s.id = NEW.submission_id AND turn.dossier_id = i.dossier_id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER decision_turns AFTER INSERT OR UPDATE ON "decision" FOR EACH ROW EXECUTE FUNCTION look_at_decided();

-- A desk's day or slot that moves brings its visits nearer.
CREATE FUNCTION look_at_visitors() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM booking b
  WHERE b.slot_id = NEW.id AND b.state = ''booked'' AND turn.dossier_id = b.dossier_id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER slot_turns AFTER UPDATE OF "starts_at" ON "slot" FOR EACH ROW EXECUTE FUNCTION look_at_visitors();

CREATE FUNCTION look_at_business() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM dossier d
  WHERE d.business_id = NEW.id AND turn.dossier_id = d.id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER business_turns AFTER UPDATE ON "business" FOR EACH ROW EXECUTE FUNCTION look_at_business();

CREATE FUNCTION look_at_persons() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM business b JOIN dossier d ON d.business_id = b.id
  WHERE b.owner_id IN (NEW.person_id, OLD.person_id) AND turn.dossier_id = d.id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER account_turns AFTER UPDATE OF "blocked_at", "person_id" ON "account" FOR EACH ROW
  WHEN (OLD.blocked_at IS DISTINCT FROM NEW.blocked_at OR OLD.person_id IS DISTINCT FROM NEW.person_id)
  EXECUTE FUNCTION look_at_persons();
CREATE TRIGGER consent_turns AFTER INSERT OR UPDATE ON "consent" FOR EACH ROW EXECUTE FUNCTION look_at_persons();

CREATE FUNCTION look_at_cycle() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM dossier d
  WHERE d.cycle_id = NEW.id AND turn.dossier_id = d.id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER cycle_turns AFTER UPDATE ON "cycle" FOR EACH ROW EXECUTE FUNCTION look_at_cycle();

-- When working time changes, so may every due time.
CREATE FUNCTION look_at_all() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch''\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER absence_turns AFTER INSERT OR UPDATE ON "absence" FOR EACH ROW EXECUTE FUNCTION look_at_all();
CREATE TRIGGER free_day_turns AFTER INSERT OR UPDATE OR DELETE ON "free_day" FOR EACH ROW EXECUTE FUNCTION look_at_all();
CREATE TRIGGER office_hours_turns AFTER INSERT OR UPDATE OR DELETE ON "office_hours" FOR EACH ROW EXECUTE FUNCTION look_at_all();
CREATE TRIGGER ramadan_turns AFTER INSERT OR UPDATE ON "ramadan" FOR EACH ROW EXECUTE FUNCTION look_at_all();
CREATE TRIGGER rules_turns AFTER INSERT ON "alert_rules" FOR EACH ROW EXECUTE FUNCTION look_at_all();
