-- What a reader sends is a correction request; a report is what the desk issues.
ALTER TABLE "reader_report" RENAME TO "correction_request";

ALTER TABLE "correction_request" RENAME CONSTRAINT "reader_report_pkey" TO "correction_request_pkey";
ALTER TABLE "correction_request" RENAME CONSTRAINT "reader_report_article_id_fkey" TO "correction_request_article_id_fkey";
ALTER TABLE "correction_request" RENAME CONSTRAINT "reader_report_claim_id_fkey" TO "correction_request_claim_id_fkey";
ALTER TABLE "correction_request" RENAME CONSTRAINT "reader_report_correction_id_fkey" TO "correction_request_correction_id_fkey";
ALTER TABLE "correction_request" RENAME CONSTRAINT "reader_report_closed_by_id_fkey" TO "correction_request_closed_by_id_fkey";

ALTER INDEX "reader_report_status_hash_key" RENAME TO "correction_request_status_hash_key";
ALTER INDEX "reader_report_created_at_id_idx" RENAME TO "correction_request_created_at_id_idx";
ALTER INDEX "reader_report_article_id_idx" RENAME TO "correction_request_article_id_idx";
ALTER INDEX "reader_report_claim_id_idx" RENAME TO "correction_request_claim_id_idx";
ALTER INDEX "reader_report_correction_id_idx" RENAME TO "correction_request_correction_id_idx";
ALTER INDEX "reader_report_closed_by_id_idx" RENAME TO "correction_request_closed_by_id_idx";

-- Senders keep what they have used up of the limits.
UPDATE "limit_use" SET "kind" = 'correctionRequestsHour' WHERE "kind" = 'readerReportsHour';
UPDATE "limit_use" SET "kind" = 'correctionRequestsDay' WHERE "kind" = 'readerReportsDay';
