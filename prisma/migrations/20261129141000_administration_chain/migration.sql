-- What belongs to no article has a chain of its own, whose end is this one row.
CREATE TABLE "administration_chain" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "event_hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "administration_chain_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "administration_chain_one" CHECK ("id" = 1)
);

INSERT INTO "administration_chain" DEFAULT VALUES;

-- Canonical JSON (RFC 8785) of what lines hold: their numbers are whole and their names of fields ASCII.
CREATE FUNCTION canonical_json(given jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(given)
    WHEN 'object' THEN (
      SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || canonical_json(value), ',' ORDER BY key COLLATE "C"), '') || '}'
      FROM jsonb_each(given))
    WHEN 'array' THEN (
      SELECT '[' || coalesce(string_agg(canonical_json(value), ',' ORDER BY place), '') || ']'
      FROM jsonb_array_elements(given) WITH ORDINALITY AS item(value, place))
    ELSE given::text
  END;
END $$;

-- The lines from before continue nothing yet: they are chained as they stand now, in the order of their ids.
ALTER TABLE "event" DISABLE TRIGGER "event_append_only";

DO $$
DECLARE
  line record;
  place integer := 0;
  chained text := '';
BEGIN
  FOR line IN SELECT * FROM "event" WHERE "article_id" IS NULL ORDER BY "id" LOOP
    place := place + 1;
    chained := encode(sha256(convert_to(chained || chr(10) || canonical_json(
      jsonb_build_object(
        'position', place, 'verb', line."verb", 'subjectId', line."subject_id", 'actorId', line."actor_id",
        'at', to_char(line."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      || CASE WHEN line."claim_id" IS NULL THEN '{}' ELSE jsonb_build_object('claimId', line."claim_id") END
      || CASE WHEN coalesce(line."before", 'null') = 'null' THEN '{}' ELSE jsonb_build_object('before', line."before") END
      || CASE WHEN coalesce(line."after", 'null') = 'null' THEN '{}' ELSE jsonb_build_object('after', line."after") END
    ), 'UTF8')), 'hex');
    UPDATE "event" SET "position" = place, "hash" = chained WHERE "id" = line."id";
  END LOOP;
  UPDATE "administration_chain" SET "event_count" = place, "event_hash" = chained;
END $$;

ALTER TABLE "event" ENABLE TRIGGER "event_append_only";
DROP FUNCTION canonical_json(jsonb);

-- One line a position, and its pages by id. The schema cannot say so: these indexes have a condition.
CREATE UNIQUE INDEX "event_administration_position_key" ON "event"("position") WHERE "article_id" IS NULL;
CREATE INDEX "event_administration_idx" ON "event"("id") WHERE "article_id" IS NULL;
