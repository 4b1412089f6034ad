CREATE TYPE "partner_scope" AS ENUM ('READ', 'WRITE');
CREATE TYPE "partner_operation_type" AS ENUM ('QUERY', 'MUTATION', 'SUBSCRIPTION');

CREATE TABLE "partner" (
    "id" UUID PRIMARY KEY,
    "name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 100),
    "requests_per_minute" INTEGER NOT NULL CHECK ("requests_per_minute" > 0),
    "cost_per_minute" INTEGER NOT NULL CHECK ("cost_per_minute" > 0),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    -- Whose bookings are those that it makes by its key alone.
    "account_id" UUID NOT NULL UNIQUE REFERENCES "account" ("id")
);
-- Upper and lower case are the same name. Lists are in this order too.
CREATE UNIQUE INDEX "partner_name_key" ON "partner" (lower("name"));
CREATE INDEX "partner_name_id_idx" ON "partner" ("name", "id");

CREATE TABLE "partner_key" (
    -- The part of the key that everybody may see.
    "id" TEXT PRIMARY KEY,
    "partner_id" UUID NOT NULL REFERENCES "partner" ("id"),
    -- SHA-256 of the whole key, which is nowhere else.
    "key_hash" TEXT NOT NULL UNIQUE CHECK ("key_hash" ~ '^[0-9a-f]{64}$'),
    "scopes" "partner_scope"[] NOT NULL CHECK (cardinality("scopes") > 0),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    -- The key in whose place it came: a key is rotated once, whoever does so at the same time.
    "replaces" TEXT UNIQUE REFERENCES "partner_key" ("id")
);
CREATE INDEX "partner_key_partner_id_idx" ON "partner_key" ("partner_id", "created_at", "id");

CREATE TABLE "partner_operation" (
    "partner_id" UUID NOT NULL REFERENCES "partner" ("id"),
    -- As the tool made it that wrote the manifest.
    "id" TEXT NOT NULL CHECK (length("id") BETWEEN 1 AND 256),
    "name" TEXT,
    "type" "partner_operation_type" NOT NULL,
    "text" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    PRIMARY KEY ("partner_id", "id")
);
