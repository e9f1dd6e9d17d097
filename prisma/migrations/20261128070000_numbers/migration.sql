-- CreateIndex
CREATE INDEX "claim_reviewed_idx" ON "claim"("reviewed_at", "reviewed_by_id", "created_at", "article_id");

-- CreateIndex
CREATE INDEX "event_verb_at_idx" ON "event"("verb", "at");
