-- Ids break ties upwards, whichever way the list of claims is sorted.
DROP INDEX "claim_updated_at_id_idx";
DROP INDEX "claim_status_updated_at_id_idx";
DROP INDEX "claim_assignee_id_updated_at_id_idx";
CREATE INDEX "claim_updated_at_id_idx" ON "claim"("updated_at" DESC, "id");
CREATE INDEX "claim_status_updated_at_id_idx" ON "claim"("status", "updated_at" DESC, "id");
CREATE INDEX "claim_assignee_id_updated_at_id_idx" ON "claim"("assignee_id", "updated_at" DESC, "id");

CREATE INDEX "claim_status_id_idx" ON "claim"("status", "id");
CREATE INDEX "claim_status_desc_id_idx" ON "claim"("status" DESC, "id");
CREATE INDEX "claim_priority_id_idx" ON "claim"("priority", "id");
CREATE INDEX "claim_priority_desc_id_idx" ON "claim"("priority" DESC, "id");
CREATE INDEX "article_title_idx" ON "article"("title");

-- Claims without a due time come last both ways: the list sorts by these two expressions.
DROP INDEX "claim_due_at_id_idx";
CREATE INDEX "claim_due_asc_idx" ON "claim"((coalesce("due_at", 'infinity'::timestamptz)), "id");
CREATE INDEX "claim_due_desc_idx" ON "claim"((coalesce("due_at", '-infinity'::timestamptz)) DESC, "id");

CREATE INDEX "claim_facets_idx" ON "claim"("withdrawn_at", "status", "priority", "assignee_id", "article_id");
