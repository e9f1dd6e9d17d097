-- Titles are searched however they are written, as claims are.
CREATE INDEX "article_title_search_idx" ON "article" USING gin (fold_search("title") gin_trgm_ops);
