-- Emptying the table would take the texts away too, and with CASCADE nothing else stops it.
CREATE TRIGGER "revision_no_truncate" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_revision_change();
