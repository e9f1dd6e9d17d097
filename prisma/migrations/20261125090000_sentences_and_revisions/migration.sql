-- CreateEnum
CREATE TYPE "AnchorOutcome" AS ENUM ('made', 'unchanged', 'moved', 'changed', 'gone');

-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "outcome" "AnchorOutcome" NOT NULL DEFAULT 'made',
ADD COLUMN     "remarks" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "earlier" JSONB,
ADD COLUMN     "keys" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "taken_from_id" UUID,
ADD COLUMN     "withdrawn_why" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "sentence" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "keys" INTEGER[],
    "score" DOUBLE PRECISION NOT NULL,
    "cues" TEXT[],
    "passed_by_id" UUID,
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sentence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sentence_article_id_idx" ON "sentence"("article_id");

-- CreateIndex
CREATE INDEX "sentence_passed_by_id_idx" ON "sentence"("passed_by_id");

-- CreateIndex
CREATE INDEX "sentence_keys_idx" ON "sentence" USING GIN ("keys");

-- CreateIndex
CREATE UNIQUE INDEX "sentence_revision_id_position_key" ON "sentence"("revision_id", "position");

-- CreateIndex
CREATE INDEX "claim_keys_idx" ON "claim" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "claim_taken_from_id_idx" ON "claim"("taken_from_id");

-- AddForeignKey
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_passed_by_id_fkey" FOREIGN KEY ("passed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_taken_from_id_fkey" FOREIGN KEY ("taken_from_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A search must not read what waits to be sorted in.
ALTER INDEX "sentence_keys_idx" SET (fastupdate = off);
ALTER INDEX "claim_keys_idx" SET (fastupdate = off);

-- The words a claim stands on are the words of the text; an orphan stands between two of them.
ALTER TABLE "anchor" DROP CONSTRAINT "anchor_span";
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_span"
  CHECK ("start" >= 0 AND CASE WHEN "state" = 'orphaned' THEN "end" = "start" ELSE "end" > "start" END);
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_span" CHECK ("start" >= 0 AND "end" > "start");
