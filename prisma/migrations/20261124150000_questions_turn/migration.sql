-- A question that waits for an answer may make a dossier stuck, and one that was answered does so no more.
CREATE INDEX "help_thread_dossier_idx" ON "help_thread"("dossier_id");
CREATE FUNCTION look_at_asking() RETURNS trigger LANGUAGE plpgsql AS U&'
  BEGIN
  UPDATE turn SET look_at = ''epoch'' WHERE dossier_id = NEW.dossier_id AND look_at > ''epoch''\003B
  RETURN NULL\003B
  END
';
CREATE TRIGGER thread_turns AFTER INSERT OR UPDATE ON "help_thread" FOR EACH ROW EXECUTE FUNCTION look_at_asking();
