-- What a request asked for, so that its key cannot be used for another one.
ALTER TABLE "request" ADD COLUMN "digest" TEXT;
