-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('final', 'interim');


-- CreateEnum
CREATE TYPE "SpeakerKind" AS ENUM ('person', 'organization');


-- AlterTable
ALTER TABLE "claim" ADD COLUMN "rating" INTEGER,
ADD COLUMN "rating_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN "said_at" TEXT,
ADD COLUMN "said_on" TEXT,
ADD COLUMN "signed_off_digest" TEXT,
ADD COLUMN "speaker" TEXT NOT NULL DEFAULT '',
ADD COLUMN "speaker_kind" "SpeakerKind" NOT NULL DEFAULT 'person';


-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "language" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "supersedes_id" UUID,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);


-- CreateTable
CREATE TABLE "report_file" (
    "report_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("report_id","format")
);


-- CreateTable
CREATE TABLE "report_number" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "report_number_pkey" PRIMARY KEY ("year")
);


-- CreateIndex
CREATE UNIQUE INDEX "report_number_key" ON "report"("number");


-- CreateIndex
CREATE UNIQUE INDEX "report_digest_key" ON "report"("digest");


-- CreateIndex
CREATE UNIQUE INDEX "report_supersedes_id_key" ON "report"("supersedes_id");


-- CreateIndex
CREATE INDEX "report_article_id_issued_at_idx" ON "report"("article_id", "issued_at" DESC);


-- CreateIndex
CREATE INDEX "report_issued_at_id_idx" ON "report"("issued_at" DESC, "id" DESC);


-- CreateIndex
CREATE INDEX "report_issued_by_id_idx" ON "report"("issued_by_id");


-- CreateIndex
CREATE INDEX "report_file_sha256_idx" ON "report_file"("sha256");


-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A report is what was issued: it is superseded by a later one, never changed.
CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'reports are immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "report_immutable" BEFORE UPDATE OR DELETE ON "report"
  FOR EACH ROW EXECUTE FUNCTION refuse_report_change();
CREATE TRIGGER "report_no_truncate" BEFORE TRUNCATE ON "report"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_report_change();
CREATE TRIGGER "report_file_immutable" BEFORE UPDATE OR DELETE ON "report_file"
  FOR EACH ROW EXECUTE FUNCTION refuse_report_change();
CREATE TRIGGER "report_file_no_truncate" BEFORE TRUNCATE ON "report_file"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_report_change();

ALTER TABLE "claim" ADD CONSTRAINT "claim_rating" CHECK ("rating" BETWEEN 1 AND 5);
