-- A question that waits for an answer may make a dossier stuck, and one that was answered does so no more.
CREATE INDEX "help_thread_dossier_idx" ON "help_thread"("dossier_id");
CREATE FUNCTION look_at_asking() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' WHERE dossier_id = NEW.dossier_id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER thread_turns AFTER INSERT OR UPDATE ON "help_thread" FOR EACH ROW EXECUTE FUNCTION look_at_asking();

-- Whoever holds an alert and loses a role, or gets another region, gives it back.
CREATE FUNCTION look_at_held() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' FROM alert a
  WHERE a.holder_id = NEW.person_id AND a.closed_at IS NULL AND turn.dossier_id = a.dossier_id\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER grant_turns AFTER INSERT OR UPDATE ON "role_grant" FOR EACH ROW EXECUTE FUNCTION look_at_held();

-- The messages of today that tell of what is stuck.
CREATE INDEX "delivery_stuck_idx" ON "delivery"("settled_at") WHERE "kind" IN ('digest', 'alert-urgent');

-- Whoever comes to a desk moves their dossier on.
CREATE FUNCTION look_at_visited() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch''
  WHERE dossier_id = COALESCE(NEW.dossier_id, (SELECT k.dossier_id FROM booking k WHERE k.id = NEW.booking_id))\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER visit_turns AFTER UPDATE OF "arrived_at" ON "visit" FOR EACH ROW EXECUTE FUNCTION look_at_visited();
