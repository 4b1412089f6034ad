-- Who comes from an outside issuer has no password, and perhaps no address that is proved.
ALTER TABLE "account" DROP CONSTRAINT "account_check";
ALTER TABLE "account"
    ADD COLUMN "email_verified_at" TIMESTAMPTZ(3),
    ADD COLUMN "oidc_issuer" TEXT,
    ADD COLUMN "oidc_subject" TEXT,
    ADD CHECK ("email" IS NOT NULL OR ("password_hash" IS NULL AND "email_verified_at" IS NULL)),
    ADD CHECK ("password_hash" IS NOT NULL OR "email" IS NULL OR "oidc_subject" IS NOT NULL),
    ADD CHECK (("oidc_issuer" IS NULL) = ("oidc_subject" IS NULL)),
    ADD UNIQUE ("oidc_issuer", "oidc_subject");

CREATE TABLE "session" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    -- When it ends unless it is refreshed before.
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    -- When the last of its access tokens ends: that long processes have to know that it is revoked.
    "access_until" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3)
);
CREATE INDEX "session_account_id_idx" ON "session" ("account_id");
CREATE INDEX "session_revoked_at_idx" ON "session" ("revoked_at") WHERE "revoked_at" IS NOT NULL;
CREATE INDEX "session_expires_at_idx" ON "session" ("expires_at");

-- Used ones are kept for a while, so that whoever comes with one is recognized.
CREATE TABLE "refresh_token" (
    -- SHA-256 of the token.
    "hash" BYTEA PRIMARY KEY CHECK (length("hash") = 32),
    "session_id" UUID NOT NULL REFERENCES "session" ("id") ON DELETE CASCADE,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3)
);
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token" ("session_id");
CREATE INDEX "refresh_token_used_at_idx" ON "refresh_token" USING brin ("used_at") WITH (autosummarize = on);

CREATE TYPE "email_token_purpose" AS ENUM ('EMAIL_VERIFICATION', 'PASSWORD_RESET');

-- What was mailed to an address to prove that it is one's own. Gone when it is used.
CREATE TABLE "email_token" (
    -- SHA-256 of the token.
    "hash" BYTEA PRIMARY KEY CHECK (length("hash") = 32),
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "purpose" "email_token_purpose" NOT NULL,
    -- Where it was mailed to.
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "email_token_account_id_purpose_idx" ON "email_token" ("account_id", "purpose");
CREATE INDEX "email_token_expires_at_idx" ON "email_token" ("expires_at");
