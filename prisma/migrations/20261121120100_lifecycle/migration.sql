-- Cancellation policies, as data: how much of the price goes back, by the time left until the show.

CREATE TABLE "cancellation_policy" (
    "name" TEXT PRIMARY KEY,
    -- Until how many minutes before the start a seat that is given back can be sold again.
    "resale_minutes" INTEGER NOT NULL DEFAULT 30 CHECK ("resale_minutes" >= 0)
);

CREATE TABLE "cancellation_tier" (
    "policy_name" TEXT NOT NULL REFERENCES "cancellation_policy" ("name"),
    "minutes_before" INTEGER NOT NULL CHECK ("minutes_before" >= 0),
    -- Whether the tier holds at exactly that time already, or only when there is more.
    "is_inclusive" BOOLEAN NOT NULL DEFAULT true,
    "percent" INTEGER NOT NULL CHECK ("percent" BETWEEN 0 AND 100),
    PRIMARY KEY ("policy_name", "minutes_before")
);

INSERT INTO "cancellation_policy" ("name") VALUES ('standard'), ('flexible'), ('strict');
INSERT INTO "cancellation_tier" ("policy_name", "minutes_before", "is_inclusive", "percent") VALUES
    ('standard', 1440, true, 100),
    ('standard', 120, true, 50),
    ('flexible', 360, false, 100),
    ('flexible', 120, true, 50),
    ('flexible', 30, true, 25),
    ('strict', 2880, true, 100),
    ('strict', 1440, true, 50);

ALTER TABLE "theater" ADD COLUMN "cancellation_policy" TEXT NOT NULL DEFAULT 'standard' REFERENCES "cancellation_policy" ("name");
-- Null for that of the theater.
ALTER TABLE "show" ADD COLUMN "cancellation_policy" TEXT REFERENCES "cancellation_policy" ("name");

-- Who works at which theater.

CREATE TABLE "theater_staff" (
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "theater_id" INTEGER NOT NULL REFERENCES "theater" ("id"),
    PRIMARY KEY ("account_id", "theater_id")
);

-- Bookings

ALTER TABLE "booking"
    ADD COLUMN "contact_email" TEXT,
    ADD COLUMN "contact_phone" TEXT,
    -- What a cancellation policy has kept of seats that are cancelled, in minor units.
    ADD COLUMN "retained" INTEGER NOT NULL DEFAULT 0 CHECK ("retained" >= 0),
    -- When paying has made the hold longer, which happens once.
    ADD COLUMN "payment_extended_at" TIMESTAMPTZ(3),
    -- Which of the holds that an account may have at a show it is.
    ADD COLUMN "slot" SMALLINT NOT NULL DEFAULT 0;
UPDATE "booking" SET "slot" = "numbered"."slot" FROM (
    SELECT "id", row_number() OVER (PARTITION BY "account_id", "show_id" ORDER BY "created_at") - 1 AS "slot"
    FROM "booking" WHERE "status" = 'PENDING'
) AS "numbered" WHERE "booking"."id" = "numbered"."id";
-- The cap of holds an account has at a show, without reading how many there are: that would make holds conflict.
CREATE UNIQUE INDEX "booking_pending_slot_key" ON "booking" ("account_id", "show_id", "slot") WHERE "status" = 'PENDING';
CREATE INDEX "booking_confirmed_show_id_idx" ON "booking" ("show_id") WHERE "status" = 'CONFIRMED';

CREATE TYPE "transfer_status" AS ENUM ('PENDING', 'ACCEPTED', 'WITHDRAWN');
CREATE TABLE "booking_transfer" (
    "id" UUID PRIMARY KEY,
    "booking_id" UUID NOT NULL REFERENCES "booking" ("id"),
    "from_account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "to_account_id" UUID REFERENCES "account" ("id"),
    "email" TEXT NOT NULL,
    -- SHA-256 of the code that accepts it.
    "code_hash" TEXT NOT NULL UNIQUE,
    "status" "transfer_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "booking_transfer_pending_key" ON "booking_transfer" ("booking_id") WHERE "status" = 'PENDING';

-- A key is claimed while its request runs, and has its answer afterwards.

ALTER TABLE "idempotency_record"
    ALTER COLUMN "answer" DROP NOT NULL,
    ADD COLUMN "claimed_until" TIMESTAMPTZ(3),
    -- The id of what the request begins: whoever goes on with it finds that again.
    ADD COLUMN "work_id" UUID,
    ADD CHECK ("answer" IS NOT NULL OR "claimed_until" IS NOT NULL);
-- Rows are written in the order of their time: enough to find the old ones, and costs a hold next to nothing.
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record" USING brin ("created_at");

-- Payments: several may pay for one booking.

DROP INDEX "payment_collected_booking_id_key";
CREATE TYPE "payment_purpose" AS ENUM ('BOOKING', 'EXCHANGE');
ALTER TABLE "payment"
    -- The kept answer of its request names a payment now.
    DROP COLUMN "idempotency_key",
    DROP COLUMN "request_hash",
    ADD COLUMN "purpose" "payment_purpose" NOT NULL DEFAULT 'BOOKING',
    ADD COLUMN "gateway" TEXT NOT NULL DEFAULT 'sandbox',
    -- Where the buyer goes on, of a payment that needs it.
    ADD COLUMN "action_url" TEXT;
DROP INDEX "payment_open_updated_at_idx";
CREATE INDEX "payment_open_updated_at_idx" ON "payment" ("updated_at")
    WHERE "status" IN ('INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURING', 'VOIDING');
CREATE INDEX "payment_reference_idx" ON "payment" ("reference");

ALTER TABLE "refund"
    ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "failure" TEXT;

-- Events of providers that were taken, each once.
CREATE TABLE "webhook_event" (
    "gateway" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("gateway", "id")
);
