-- What must never happen, said by name: the code turns a lost race into the refusal that goes with the name.

-- People
ALTER TABLE "account" ADD CONSTRAINT "account_language_check" CHECK ("language" IN ('id', 'en'));
ALTER TABLE "account" ADD CONSTRAINT "account_attached_check" CHECK (("person_id" IS NULL) = ("attached_at" IS NULL));
CREATE UNIQUE INDEX "consent_live_key" ON "consent" ("person_id") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role_check" CHECK ("role" IN ('officer', 'operator', 'admin'));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_source_check" CHECK ("source" IN ('environment', 'invitation'));
CREATE UNIQUE INDEX "role_grant_live_key" ON "role_grant" ("person_id", "role", "regions") WHERE "revoked_at" IS NULL;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_used_check" CHECK (("used_at" IS NULL) = ("used_by_id" IS NULL));

-- Dossiers
CREATE UNIQUE INDEX "cycle_open_key" ON "cycle" ((true)) WHERE "closed_at" IS NULL;
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_deadlines_check" CHECK ("owner_deadline" <= "portal_deadline");
ALTER TABLE "business" ADD CONSTRAINT "business_commodity_check"
  CHECK ("commodity" IN ('makanan_minuman', 'kain_tenun', 'kain_batik', 'anyaman', 'gerabah'));
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_standing_check" CHECK ("standing" IN ('candidate', 'nominated'));
ALTER TABLE "business" ADD CONSTRAINT "business_form_check" CHECK ("form" IN ('perorangan', 'cv', 'pt', 'koperasi', 'unsure'));
ALTER TABLE "dossier_answer" ADD CONSTRAINT "dossier_answer_check" CHECK ("answer" IN ('yes', 'no', 'unsure'));
ALTER TABLE "item" ADD CONSTRAINT "item_state_check" CHECK ("state" IN (
  'open', 'started', 'waiting', 'submitted', 'returned', 'accepted', 'received', 'not-applicable-asked', 'not-applicable'));
ALTER TABLE "item" ADD CONSTRAINT "item_until_check" CHECK (("state" = 'waiting') = ("until" IS NOT NULL));
ALTER TABLE "item_value" ADD CONSTRAINT "item_value_source_check" CHECK ("source" IN ('owner', 'officer', 'left'));
CREATE INDEX "item_submitted_idx" ON "item" ("since") WHERE "state" IN ('submitted', 'not-applicable-asked');
CREATE INDEX "item_warn_idx" ON "item" ("warn_on") WHERE "warn_on" IS NOT NULL;
CREATE UNIQUE INDEX "submission_draft_key" ON "submission" ("item_id") WHERE "sent_at" IS NULL;
CREATE UNIQUE INDEX "submission_live_key" ON "submission" ("item_id") WHERE "sent_at" IS NOT NULL AND "replaced_at" IS NULL;
CREATE UNIQUE INDEX "decision_live_key" ON "decision" ("submission_id") WHERE "undone_at" IS NULL;
ALTER TABLE "decision" ADD CONSTRAINT "decision_reason_check"
  CHECK ("verdict" = 'accepted' AND "reason" IS NULL OR "verdict" = 'returned' AND "reason" IS NOT NULL);
ALTER TABLE "file" ADD CONSTRAINT "file_size_check" CHECK ("size" > 0);

-- The machine
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_done_is_empty_check" CHECK ("done_at" IS NULL OR "payload" IS NULL);
CREATE INDEX "inbox_open_idx" ON "inbox" ("lane", "id") WHERE "done_at" IS NULL;
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_check"
  CHECK ("state" IN ('waiting', 'sent', 'blocked', 'failed', 'expired', 'skipped'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_settled_check" CHECK (("state" = 'waiting') = ("settled_at" IS NULL));
CREATE INDEX "delivery_due_idx" ON "delivery" ("priority" DESC, "due_at") WHERE "state" = 'waiting';
