-- CreateTable
CREATE TABLE "key_count" (
    "key" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "sentences" INTEGER NOT NULL,

    CONSTRAINT "key_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "key_change" (
    "id" BIGSERIAL NOT NULL,
    "key" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "sentences" INTEGER NOT NULL,

    CONSTRAINT "key_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "key_change_key_idx" ON "key_change"("key");

-- Keys of pairs of words are replaced by keys of words; the desk writes them anew at its start.
UPDATE "claim" SET "keys" = '{}' WHERE cardinality("keys") > 0;
UPDATE "sentence" SET "keys" = '{}' WHERE cardinality("keys") > 0;

-- How many claims and sentences have each key. Writers add changes and wait for nobody; where many lie there, the one who
-- can have the lock sums them up.
CREATE FUNCTION settle_key_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('key_count')) THEN RETURN; END IF;
  WITH taken AS (DELETE FROM key_change RETURNING key, claims, sentences),
    summed AS (SELECT key, sum(claims) AS claims, sum(sentences) AS sentences FROM taken GROUP BY key)
  INSERT INTO key_count AS known (key, claims, sentences) SELECT key, claims, sentences FROM summed
  ON CONFLICT (key) DO UPDATE
    SET claims = known.claims + excluded.claims, sentences = known.sentences + excluded.sentences;
END $$;

CREATE FUNCTION count_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claims integer := CASE WHEN TG_TABLE_NAME = 'claim' THEN 1 ELSE 0 END;
  sentences integer := 1 - claims;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO key_change (key, claims, sentences)
      SELECT k, claims * count(*), sentences * count(*) FROM fresh, unnest(fresh.keys) k GROUP BY k;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO key_change (key, claims, sentences)
      SELECT k, -claims * count(*), -sentences * count(*) FROM gone, unnest(gone.keys) k GROUP BY k;
  ELSE
    INSERT INTO key_change (key, claims, sentences)
      SELECT k, claims * sum(step), sentences * sum(step)
      FROM (
        SELECT unnest(fresh.keys) AS k, 1 AS step FROM fresh JOIN gone USING (id) WHERE fresh.keys IS DISTINCT FROM gone.keys
        UNION ALL
        SELECT unnest(gone.keys), -1 FROM fresh JOIN gone USING (id) WHERE fresh.keys IS DISTINCT FROM gone.keys
      ) changed
      GROUP BY k HAVING sum(step) <> 0;
  END IF;
  IF (SELECT max(id) - min(id) FROM key_change) > 20000 THEN PERFORM settle_key_counts(); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "claim_keys_added" AFTER INSERT ON "claim"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
CREATE TRIGGER "claim_keys_changed" AFTER UPDATE ON "claim"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
CREATE TRIGGER "claim_keys_gone" AFTER DELETE ON "claim"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
CREATE TRIGGER "sentence_keys_added" AFTER INSERT ON "sentence"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
CREATE TRIGGER "sentence_keys_changed" AFTER UPDATE ON "sentence"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
CREATE TRIGGER "sentence_keys_gone" AFTER DELETE ON "sentence"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_keys();
