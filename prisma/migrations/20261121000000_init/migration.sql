CREATE TYPE "seat_type" AS ENUM ('REGULAR', 'PREMIUM', 'VIP', 'RECLINER');
CREATE TYPE "show_format" AS ENUM ('TWO_D', 'THREE_D', 'IMAX', 'DOLBY');
CREATE TYPE "seat_status" AS ENUM ('AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED');
CREATE TYPE "booking_status" AS ENUM ('PENDING', 'CONFIRMED', 'EXPIRED', 'RELEASED', 'CANCELLED');
CREATE TYPE "payment_method" AS ENUM ('CARD');
CREATE TYPE "payment_status" AS ENUM ('INITIATED', 'AUTHORIZED', 'CAPTURING', 'CAPTURED', 'DECLINED', 'VOIDING', 'VOIDED');
CREATE TYPE "refund_status" AS ENUM ('PENDING', 'SUCCEEDED');

-- Accounts

CREATE TABLE "account" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "name" TEXT,
    "email" TEXT UNIQUE CHECK ("email" = lower("email")),
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CHECK (("email" IS NULL) = ("password_hash" IS NULL))
);

-- Catalogue

CREATE TABLE "city" (
    "id" SERIAL PRIMARY KEY,
    "name" TEXT NOT NULL UNIQUE,
    "time_zone" TEXT NOT NULL
);

CREATE TABLE "theater" (
    "id" SERIAL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "city_id" INTEGER NOT NULL REFERENCES "city" ("id"),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "currency" TEXT NOT NULL
);
CREATE INDEX "theater_name_id_idx" ON "theater" ("name", "id");
CREATE INDEX "theater_city_id_idx" ON "theater" ("city_id");

CREATE TABLE "screen" (
    "id" SERIAL PRIMARY KEY,
    "theater_id" INTEGER NOT NULL REFERENCES "theater" ("id"),
    "name" TEXT NOT NULL,
    "seat_count" INTEGER NOT NULL,
    UNIQUE ("theater_id", "name")
);

CREATE TABLE "seat" (
    "id" SERIAL PRIMARY KEY,
    "screen_id" INTEGER NOT NULL REFERENCES "screen" ("id"),
    "row" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "type" "seat_type" NOT NULL,
    "is_accessible" BOOLEAN NOT NULL DEFAULT false,
    "x" SMALLINT NOT NULL,
    "y" SMALLINT NOT NULL,
    UNIQUE ("screen_id", "y", "x"),
    UNIQUE ("screen_id", "row", "number")
);

CREATE TABLE "movie" (
    "id" SERIAL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "running_minutes" INTEGER NOT NULL CHECK ("running_minutes" > 0),
    "release_date" DATE,
    "rating" TEXT,
    "genre" TEXT,
    "director" TEXT,
    "imdb_rating" DOUBLE PRECISION
);
CREATE INDEX "movie_title_id_idx" ON "movie" ("title", "id");

CREATE TABLE "show" (
    "id" SERIAL PRIMARY KEY,
    "movie_id" INTEGER NOT NULL REFERENCES "movie" ("id"),
    "screen_id" INTEGER NOT NULL REFERENCES "screen" ("id"),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL CHECK ("ends_at" > "starts_at"),
    "language" TEXT NOT NULL,
    "format" "show_format" NOT NULL,
    "currency" TEXT NOT NULL,
    "min_price" INTEGER NOT NULL,
    "max_price" INTEGER NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3)
);
CREATE INDEX "show_starts_at_id_idx" ON "show" ("starts_at", "id");
CREATE INDEX "show_movie_id_starts_at_id_idx" ON "show" ("movie_id", "starts_at", "id");
CREATE INDEX "show_screen_id_starts_at_idx" ON "show" ("screen_id", "starts_at");

-- Bookings

CREATE TABLE "booking" (
    "id" UUID PRIMARY KEY,
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    -- No foreign key to the show: checking it would make every hold of a hot show lock the same row. The statement that
    -- inserts a booking reads the show, and shows are never deleted.
    "show_id" INTEGER NOT NULL,
    "status" "booking_status" NOT NULL,
    "seat_ids" INTEGER[] NOT NULL CHECK (cardinality("seat_ids") > 0),
    "seat_prices" INTEGER[] NOT NULL CHECK (cardinality("seat_prices") = cardinality("seat_ids")),
    "total" INTEGER NOT NULL CHECK ("total" >= 0),
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3)
);
CREATE INDEX "booking_account_id_created_at_id_idx" ON "booking" ("account_id", "created_at", "id");
CREATE INDEX "booking_pending_expires_at_idx" ON "booking" ("expires_at") WHERE "status" = 'PENDING';

-- No index but the key, no foreign key on what a hold changes, room for HOT updates: docs/adr/0002.
CREATE TABLE "show_seat" (
    "show_id" INTEGER NOT NULL REFERENCES "show" ("id"),
    "seat_id" INTEGER NOT NULL REFERENCES "seat" ("id"),
    "price" INTEGER NOT NULL,
    "status" "seat_status" NOT NULL DEFAULT 'AVAILABLE',
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_xid" XID8 NOT NULL DEFAULT pg_current_xact_id(),
    "held_until" TIMESTAMPTZ(3),
    "booking_id" UUID,
    PRIMARY KEY ("show_id", "seat_id"),
    CHECK (("booking_id" IS NOT NULL) = ("status" IN ('HELD', 'BOOKED'))),
    CHECK (("held_until" IS NOT NULL) = ("status" = 'HELD'))
) WITH (fillfactor = 50);

-- Versions and cursors are right whatever code changes a seat.
CREATE FUNCTION "show_seat_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."version" := OLD."version" + 1;
    NEW."changed_xid" := pg_current_xact_id();
    RETURN NEW;
END
$$;
CREATE TRIGGER "show_seat_changed" BEFORE UPDATE ON "show_seat" FOR EACH ROW
    WHEN (OLD."status" IS DISTINCT FROM NEW."status" OR OLD."booking_id" IS DISTINCT FROM NEW."booking_id")
    EXECUTE FUNCTION "show_seat_changed"();

CREATE TABLE "booked_seat" (
    "show_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "booking_id" UUID NOT NULL REFERENCES "booking" ("id"),
    PRIMARY KEY ("show_id", "seat_id")
);

CREATE TABLE "idempotency_record" (
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("account_id", "operation", "key")
);

-- Payments

CREATE TABLE "payment" (
    "id" UUID PRIMARY KEY,
    "booking_id" UUID NOT NULL REFERENCES "booking" ("id"),
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "method" "payment_method" NOT NULL,
    "status" "payment_status" NOT NULL,
    "amount" INTEGER NOT NULL CHECK ("amount" >= 0),
    "currency" TEXT NOT NULL,
    "reference" TEXT,
    "decline_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    UNIQUE ("account_id", "idempotency_key")
);
CREATE INDEX "payment_booking_id_idx" ON "payment" ("booking_id");
CREATE INDEX "payment_open_updated_at_idx" ON "payment" ("updated_at")
    WHERE "status" IN ('INITIATED', 'AUTHORIZED', 'CAPTURING', 'VOIDING');
-- One payment at most collects the money of a booking, whatever the code does.
CREATE UNIQUE INDEX "payment_collected_booking_id_key" ON "payment" ("booking_id")
    WHERE "status" IN ('CAPTURING', 'CAPTURED');

CREATE TABLE "refund" (
    "id" UUID PRIMARY KEY,
    "payment_id" UUID NOT NULL REFERENCES "payment" ("id"),
    "amount" INTEGER NOT NULL CHECK ("amount" > 0),
    "status" "refund_status" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "refund_payment_id_idx" ON "refund" ("payment_id");
CREATE INDEX "refund_pending_updated_at_idx" ON "refund" ("updated_at") WHERE "status" = 'PENDING';

CREATE TABLE "sandbox_payment" (
    "key" TEXT PRIMARY KEY,
    "reference" TEXT NOT NULL UNIQUE,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "decline_reason" TEXT,
    "captured" BOOLEAN NOT NULL DEFAULT false,
    "voided" BOOLEAN NOT NULL DEFAULT false,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "refund_keys" TEXT[] NOT NULL DEFAULT '{}'
);
