-- Tokens of an outside issuer have no session that could be revoked: those that were issued until then are refused.
ALTER TABLE "account"
    ADD COLUMN "signed_out_at" TIMESTAMPTZ(3),
    ADD CHECK ("signed_out_at" IS NULL OR "oidc_subject" IS NOT NULL);
CREATE INDEX "account_signed_out_at_idx" ON "account" ("signed_out_at") WHERE "signed_out_at" IS NOT NULL;
