-- Sessions are rows, so that signing out ends them and none outlives its end. Those of before end here.
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "session_hash_key" ON "session"("hash");
CREATE INDEX "session_user_id_idx" ON "session"("user_id");
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "password_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_link_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "password_link_hash_key" ON "password_link"("hash");
CREATE INDEX "password_link_user_id_idx" ON "password_link"("user_id");
ALTER TABLE "password_link" ADD CONSTRAINT "password_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One table counts what every limit has let through.
CREATE TABLE "limit_use" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "used" INTEGER NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_use_pkey" PRIMARY KEY ("kind", "subject")
);

CREATE INDEX "limit_use_ends_at_idx" ON "limit_use"("ends_at");

DROP TABLE "sign_in_attempt";

-- Who sent a report is counted there too; with the report nothing of it is kept any more.
ALTER TABLE "reader_report" DROP COLUMN "sender_hash";
