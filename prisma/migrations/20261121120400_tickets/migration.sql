CREATE TYPE "ticket_status" AS ENUM ('VALID', 'USED', 'VOID');

CREATE TABLE "ticket" (
    "id" UUID PRIMARY KEY,
    "booking_id" UUID NOT NULL REFERENCES "booking" ("id"),
    -- No foreign keys to the show and the seat, as with a booking: they are those of its booking, and neither is ever deleted.
    "show_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "status" "ticket_status" NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_gate" TEXT,
    "checked_in_by" UUID REFERENCES "account" ("id"),
    "voided_at" TIMESTAMPTZ(3),
    CHECK ("status" <> 'VALID' OR "used_at" IS NULL),
    CHECK ("status" <> 'USED' OR "used_at" IS NOT NULL),
    CHECK (("used_at" IS NULL) = ("checked_in_by" IS NULL)),
    CHECK (("voided_at" IS NOT NULL) = ("status" = 'VOID'))
);
-- A seat never has two tickets that live, whatever the code does.
CREATE UNIQUE INDEX "ticket_living_seat_key" ON "ticket" ("show_id", "seat_id") WHERE "status" <> 'VOID';
CREATE INDEX "ticket_booking_id_idx" ON "ticket" ("booking_id");

-- What was sold before there were tickets.
INSERT INTO "ticket" ("id", "booking_id", "show_id", "seat_id", "status", "issued_at")
SELECT gen_random_uuid(), "booking_id", "show_id", "seat_id", 'VALID', CURRENT_TIMESTAMP FROM "booked_seat";
