-- CreateEnum
CREATE TYPE "ClaimPart" AS ENUM ('status', 'finding', 'sources', 'words');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('open', 'approved', 'refused', 'withdrawn');

-- AlterTable
ALTER TABLE "claim" ADD COLUMN "disputed_before" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "urgency_lowered_by_id" UUID;

-- AlterTable
ALTER TABLE "correction" ADD COLUMN "approved_digest" TEXT,
ADD COLUMN "second_needed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "amendment" ADD COLUMN "approved_by_id" UUID;

-- CreateTable
CREATE TABLE "claim_writer" (
    "claim_id" UUID NOT NULL,
    "part" "ClaimPart" NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "claim_writer_pkey" PRIMARY KEY ("claim_id","part","person_id")
);

-- CreateTable
CREATE TABLE "correction_writer" (
    "correction_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "correction_writer_pkey" PRIMARY KEY ("correction_id","person_id")
);

-- CreateTable
CREATE TABLE "proposed_amendment" (
    "id" UUID NOT NULL,
    "correction_id" UUID NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'open',
    "kind" "CorrectionKind" NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "substantive" BOOLEAN NOT NULL,
    "digest" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_why" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposed_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "claim_urgency_lowered_by_id_idx" ON "claim"("urgency_lowered_by_id");

-- CreateIndex
CREATE INDEX "claim_writer_person_id_idx" ON "claim_writer"("person_id");

-- CreateIndex
CREATE INDEX "correction_writer_person_id_idx" ON "correction_writer"("person_id");

-- CreateIndex
CREATE INDEX "amendment_approved_by_id_idx" ON "amendment"("approved_by_id");

-- CreateIndex
CREATE INDEX "proposed_amendment_correction_id_proposed_at_idx" ON "proposed_amendment"("correction_id", "proposed_at");

-- CreateIndex
CREATE INDEX "proposed_amendment_proposed_by_id_idx" ON "proposed_amendment"("proposed_by_id");

-- CreateIndex
CREATE INDEX "proposed_amendment_decided_by_id_idx" ON "proposed_amendment"("decided_by_id");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_urgency_lowered_by_id_fkey" FOREIGN KEY ("urgency_lowered_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_writer" ADD CONSTRAINT "claim_writer_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_writer" ADD CONSTRAINT "claim_writer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_writer" ADD CONSTRAINT "correction_writer_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_writer" ADD CONSTRAINT "correction_writer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_amendment" ADD CONSTRAINT "proposed_amendment_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_amendment" ADD CONSTRAINT "proposed_amendment_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_amendment" ADD CONSTRAINT "proposed_amendment_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A correction has one amendment to decide on at a time. The schema cannot say so: the index has a condition.
CREATE UNIQUE INDEX "proposed_amendment_open_key" ON "proposed_amendment"("correction_id") WHERE "state" = 'open';

-- Who wrote what before these tables were, as the history tells it. Where it does not tell whether something was written
-- over since, whoever wrote it counts: a sign-off asked of one person too many is better than one too few.

-- The verdict that stands.
INSERT INTO "claim_writer"
SELECT "id", 'status', "reviewed_by_id" FROM "claim" WHERE "reviewed_by_id" IS NOT NULL
ON CONFLICT DO NOTHING;

-- Findings. One that came in with its claim has no line of history: its first change has words before it, or it has none.
INSERT INTO "claim_writer"
SELECT "claim_id", 'finding', "actor_id" FROM "event"
WHERE "verb" IN ('claim.reviewed', 'claim.finding_written', 'claim.taken_over')
  AND "claim_id" IS NOT NULL AND "after" ? 'finding' AND "after"->>'finding' IS DISTINCT FROM "before"->>'finding'
ON CONFLICT DO NOTHING;

INSERT INTO "claim_writer"
SELECT c."id", 'finding', c."created_by_id" FROM "claim" c
LEFT JOIN LATERAL (
  SELECT e."before"->>'finding' AS finding FROM "event" e
  WHERE e."claim_id" = c."id" AND e."after" ? 'finding' ORDER BY e."at", e."position" LIMIT 1
) first ON true
WHERE btrim(coalesce(first.finding, c."finding")) <> ''
ON CONFLICT DO NOTHING;

-- Sources: who handed one in, and who added, changed, removed or brought one back.
INSERT INTO "claim_writer"
SELECT "claim_id", 'sources', "created_by_id" FROM "source"
ON CONFLICT DO NOTHING;

INSERT INTO "claim_writer"
SELECT "claim_id", 'sources', "actor_id" FROM "event"
WHERE "verb" IN ('source.added', 'source.changed', 'source.removed', 'source.restored') AND "claim_id" IS NOT NULL
ON CONFLICT DO NOTHING;

-- Words: who put the claim on others last.
INSERT INTO "claim_writer"
SELECT DISTINCT ON ("claim_id") "claim_id", 'words'::"ClaimPart", "actor_id" FROM "event"
WHERE "verb" IN ('claim.anchored', 'claim.orphaned') AND "claim_id" IS NOT NULL
ORDER BY "claim_id", "at" DESC, "position" DESC
ON CONFLICT DO NOTHING;

-- What was taken over was written by those who wrote it there, over as many claims as it went.
WITH RECURSIVE origin("claim_id", "from_id") AS (
  SELECT "claim_id", ("after"->>'fromId')::uuid FROM "event"
  WHERE "verb" = 'claim.taken_over' AND "claim_id" IS NOT NULL AND "after" ? 'fromId'
  UNION
  SELECT o."claim_id", (e."after"->>'fromId')::uuid FROM origin o
  JOIN "event" e ON e."claim_id" = o."from_id" AND e."verb" = 'claim.taken_over' AND e."after" ? 'fromId'
)
INSERT INTO "claim_writer"
SELECT o."claim_id", w."part", w."person_id" FROM origin o
JOIN "claim_writer" w ON w."claim_id" = o."from_id" AND w."part" IN ('finding', 'sources')
ON CONFLICT DO NOTHING;

WITH RECURSIVE origin("claim_id", "from_id") AS (
  SELECT "id", "taken_from_id" FROM "claim" WHERE "taken_from_id" IS NOT NULL
  UNION
  SELECT o."claim_id", c."taken_from_id" FROM origin o
  JOIN "claim" c ON c."id" = o."from_id" AND c."taken_from_id" IS NOT NULL
)
INSERT INTO "claim_writer"
SELECT o."claim_id", w."part", w."person_id" FROM origin o
JOIN "claim_writer" w ON w."claim_id" = o."from_id" AND w."part" = 'status'
ON CONFLICT DO NOTHING;

-- Disputed since its words last changed.
UPDATE "claim" c SET "disputed_before" = true
WHERE c."status" = 'disputed' OR EXISTS (
  SELECT 1 FROM "event" e
  WHERE e."claim_id" = c."id" AND e."verb" IN ('claim.reviewed', 'claim.taken_over')
    AND (e."after"->>'status' = 'disputed' OR e."before"->>'status' = 'disputed')
    AND NOT EXISTS (
      SELECT 1 FROM "event" later
      WHERE later."claim_id" = c."id" AND later."position" > e."position"
        AND later."verb" IN ('claim.text_changed', 'claim.anchored') AND later."after"->>'status' = 'unreviewed'
    )
);

-- Who made it less than urgent.
UPDATE "claim" c SET "urgency_lowered_by_id" = lowered."actor_id"
FROM (
  SELECT DISTINCT ON ("claim_id") "claim_id", "actor_id" FROM "event"
  WHERE "claim_id" IS NOT NULL AND "before"->>'priority' = 'urgent' AND "after" ? 'priority'
  ORDER BY "claim_id", "at" DESC, "position" DESC
) lowered
WHERE lowered."claim_id" = c."id" AND c."priority" <> 'urgent';

-- Corrections: who worded them, and which were serious or a retraction at any time.
INSERT INTO "correction_writer"
SELECT c."id", e."actor_id" FROM "correction" c
JOIN "event" e ON e."article_id" = c."article_id" AND e."subject_id" = c."id"
WHERE e."verb" = 'correction.started'
  OR (e."verb" = 'correction.changed'
    AND e."after" ?| ARRAY['kind', 'severity', 'quote', 'replacement', 'wrong', 'right', 'note', 'explanation'])
ON CONFLICT DO NOTHING;

UPDATE "correction" c SET "second_needed" = true
WHERE c."kind" = 'retraction' OR c."severity" = 'serious' OR EXISTS (
  SELECT 1 FROM "event" e
  WHERE e."article_id" = c."article_id" AND e."subject_id" = c."id"
    AND e."verb" IN ('correction.started', 'correction.changed', 'correction.amended')
    AND ('retraction' IN (e."before"->>'kind', e."after"->>'kind')
      OR 'serious' IN (e."before"->>'severity', e."after"->>'severity'))
);
