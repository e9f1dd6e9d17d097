-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('correction', 'clarification', 'editors_note', 'retraction');


-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('minor', 'significant', 'serious');


-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('reported', 'acknowledged', 'approved', 'published', 'rejected');


-- CreateEnum
CREATE TYPE "FoundBy" AS ENUM ('desk', 'reader', 'source');


-- CreateEnum
CREATE TYPE "RippleState" AS ENUM ('open', 'opened', 'not_affected');


-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "kind" "CorrectionKind" NOT NULL,
    "severity" "Severity" NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'reported',
    "found_by" "FoundBy" NOT NULL DEFAULT 'desk',
    "quote" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL,
    "replacement" TEXT,
    "wrong" TEXT NOT NULL DEFAULT '',
    "right" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "explanation" TEXT NOT NULL DEFAULT '',
    "asked" TEXT NOT NULL DEFAULT '',
    "fixed_elsewhere" TEXT NOT NULL DEFAULT '',
    "fixed_in" INTEGER,
    "owner_id" UUID,
    "reported_by_id" UUID,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "second_by_id" UUID,
    "second_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "rejected_by_id" UUID,
    "rejected_at" TIMESTAMPTZ(3),
    "rejected_why" TEXT NOT NULL DEFAULT '',
    "updated_for_readers_at" TIMESTAMPTZ(3),
    "ripple_of_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" TEXT GENERATED ALWAYS AS (fold_search("quote" || E'\n' || "wrong" || E'\n' || "right" || E'\n' || "note")) STORED,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);


-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL,
    "correction_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "substantive" BOOLEAN NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);


-- CreateTable
CREATE TABLE "ripple" (
    "id" UUID NOT NULL,
    "correction_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "quote" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "state" "RippleState" NOT NULL DEFAULT 'open',
    "why" TEXT NOT NULL DEFAULT '',
    "made_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ripple_pkey" PRIMARY KEY ("id")
);


-- CreateTable
CREATE TABLE "reader_report" (
    "id" UUID NOT NULL,
    "article_id" UUID,
    "claim_id" UUID,
    "correction_id" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "phrase" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "status_hash" TEXT NOT NULL,
    "sender_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_why" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "reader_report_pkey" PRIMARY KEY ("id")
);


-- CreateTable
CREATE TABLE "wording" (
    "kind" "CorrectionKind" NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wording_pkey" PRIMARY KEY ("kind","language")
);


-- CreateIndex
CREATE UNIQUE INDEX "correction_number_key" ON "correction"("number");


-- CreateIndex
CREATE INDEX "correction_article_id_idx" ON "correction"("article_id");


-- CreateIndex
CREATE INDEX "correction_claim_id_idx" ON "correction"("claim_id");


-- CreateIndex
CREATE INDEX "correction_state_reported_at_idx" ON "correction"("state", "reported_at");


-- CreateIndex
CREATE INDEX "correction_published_at_id_idx" ON "correction"("published_at" DESC, "id" DESC);


-- CreateIndex
CREATE INDEX "correction_updated_for_readers_at_idx" ON "correction"("updated_for_readers_at" DESC);


-- CreateIndex
CREATE INDEX "correction_reported_at_id_idx" ON "correction"("reported_at" DESC, "id" DESC);


-- CreateIndex
CREATE INDEX "correction_owner_id_idx" ON "correction"("owner_id");


-- CreateIndex
CREATE INDEX "correction_ripple_of_id_idx" ON "correction"("ripple_of_id");


-- CreateIndex
CREATE INDEX "correction_search_idx" ON "correction" USING GIN ("search" gin_trgm_ops);


-- CreateIndex
CREATE INDEX "amendment_correction_id_at_idx" ON "amendment"("correction_id", "at");


-- CreateIndex
CREATE INDEX "amendment_by_id_idx" ON "amendment"("by_id");


-- CreateIndex
CREATE INDEX "ripple_article_id_idx" ON "ripple"("article_id");


-- CreateIndex
CREATE INDEX "ripple_claim_id_idx" ON "ripple"("claim_id");


-- CreateIndex
CREATE INDEX "ripple_made_id_idx" ON "ripple"("made_id");


-- CreateIndex
CREATE INDEX "ripple_decided_by_id_idx" ON "ripple"("decided_by_id");


-- CreateIndex
CREATE UNIQUE INDEX "ripple_correction_id_article_id_quote_key" ON "ripple"("correction_id", "article_id", "quote");


-- CreateIndex
CREATE UNIQUE INDEX "reader_report_status_hash_key" ON "reader_report"("status_hash");


-- CreateIndex
CREATE INDEX "reader_report_sender_hash_created_at_idx" ON "reader_report"("sender_hash", "created_at");


-- CreateIndex
CREATE INDEX "reader_report_created_at_id_idx" ON "reader_report"("created_at" DESC, "id" DESC);


-- CreateIndex
CREATE INDEX "reader_report_article_id_idx" ON "reader_report"("article_id");


-- CreateIndex
CREATE INDEX "reader_report_claim_id_idx" ON "reader_report"("claim_id");


-- CreateIndex
CREATE INDEX "reader_report_correction_id_idx" ON "reader_report"("correction_id");


-- CreateIndex
CREATE INDEX "reader_report_closed_by_id_idx" ON "reader_report"("closed_by_id");


-- CreateIndex
CREATE INDEX "wording_changed_by_id_idx" ON "wording"("changed_by_id");


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_second_by_id_fkey" FOREIGN KEY ("second_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_rejected_by_id_fkey" FOREIGN KEY ("rejected_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_ripple_of_id_fkey" FOREIGN KEY ("ripple_of_id") REFERENCES "correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "ripple" ADD CONSTRAINT "ripple_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "ripple" ADD CONSTRAINT "ripple_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "ripple" ADD CONSTRAINT "ripple_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "ripple" ADD CONSTRAINT "ripple_made_id_fkey" FOREIGN KEY ("made_id") REFERENCES "correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "ripple" ADD CONSTRAINT "ripple_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "wording" ADD CONSTRAINT "wording_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What readers were told stays told: no correction is removed, and none goes back behind its publication.
CREATE FUNCTION refuse_unpublishing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."state" <> 'published' OR (NEW."state" = 'published' AND NEW."published_at" = OLD."published_at")) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'corrections are never unpublished' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "correction_stays" BEFORE UPDATE OR DELETE ON "correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_unpublishing();
CREATE TRIGGER "correction_no_truncate" BEFORE TRUNCATE ON "correction"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unpublishing();
CREATE FUNCTION refuse_amendment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'amendments are append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "amendment_append_only" BEFORE UPDATE OR DELETE ON "amendment"
  FOR EACH ROW EXECUTE FUNCTION refuse_amendment_change();
CREATE TRIGGER "amendment_no_truncate" BEFORE TRUNCATE ON "amendment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_amendment_change();
