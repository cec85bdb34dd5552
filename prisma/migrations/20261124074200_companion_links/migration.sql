-- The link by which an owner asks somebody to accompany them is of the same kind as the one for a new phone.

ALTER TABLE "access_link" DROP CONSTRAINT "access_link_kind_check";
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_kind_check" CHECK ("kind" IN ('account', 'companion'));
