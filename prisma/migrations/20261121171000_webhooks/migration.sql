CREATE TYPE "webhook_status" AS ENUM ('PENDING', 'DELIVERED', 'FAILED');

-- What partners are told of. The types are the code's: another one needs no migration.
CREATE TABLE "partner_event" (
    -- What a receiver knows an event by, however often it comes.
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "partner_id" UUID NOT NULL REFERENCES "partner" ("id"),
    "type" TEXT NOT NULL,
    -- What it is about, so that it is written once.
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    UNIQUE ("partner_id", "type", "subject")
);
CREATE INDEX "partner_event_partner_id_idx" ON "partner_event" ("partner_id", "occurred_at", "id");
CREATE INDEX "partner_event_occurred_at_idx" ON "partner_event" ("occurred_at");

CREATE TABLE "webhook_endpoint" (
    "id" UUID PRIMARY KEY,
    "partner_id" UUID NOT NULL REFERENCES "partner" ("id"),
    "url" TEXT NOT NULL CHECK (length("url") <= 2048),
    "event_types" TEXT[] NOT NULL CHECK (cardinality("event_types") > 0),
    -- Encrypted: what signs has to be had again.
    "secret" BYTEA NOT NULL,
    -- The one before, which signs as well for a day.
    "previous_secret" BYTEA,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    CHECK (("previous_secret" IS NULL) = ("previous_until" IS NULL))
);
CREATE INDEX "webhook_endpoint_partner_id_idx" ON "webhook_endpoint" ("partner_id", "created_at", "id");

CREATE TABLE "webhook_delivery" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "event_id" UUID NOT NULL REFERENCES "partner_event" ("id") ON DELETE CASCADE,
    "endpoint_id" UUID NOT NULL REFERENCES "webhook_endpoint" ("id"),
    "status" "webhook_status" NOT NULL DEFAULT 'PENDING',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    -- Since when it is tried: since the event, or since it was replayed.
    "due_since" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CHECK (("next_attempt_at" IS NOT NULL) = ("status" = 'PENDING')),
    UNIQUE ("event_id", "endpoint_id")
);
CREATE INDEX "webhook_delivery_endpoint_id_idx" ON "webhook_delivery" ("endpoint_id", "created_at", "id");

CREATE TABLE "webhook_attempt" (
    "delivery_id" UUID NOT NULL REFERENCES "webhook_delivery" ("id") ON DELETE CASCADE,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    -- Null where no answer came: then the error says why.
    "status_code" INTEGER,
    "excerpt" TEXT,
    "error" TEXT,
    CHECK (("status_code" IS NULL) = ("error" IS NOT NULL)),
    PRIMARY KEY ("delivery_id", "number")
);

-- Shows are cancelled in the database: a job finds them.
CREATE INDEX "show_cancelled_at_idx" ON "show" ("cancelled_at") WHERE "cancelled_at" IS NOT NULL;
