-- AlterTable
ALTER TABLE "turn" ADD COLUMN     "owner_done_at" TIMESTAMPTZ(3);

ALTER TABLE "role_grant" DROP CONSTRAINT "role_grant_role_check";
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role_check" CHECK ("role" IN ('officer', 'operator', 'admin', 'head'));

-- Every dossier is looked at once more, to see whose part is done already.
UPDATE "turn" SET "look_at" = 'epoch';
