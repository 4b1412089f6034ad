CREATE TABLE "seat_allocation" (
    "id" UUID PRIMARY KEY,
    "show_id" INTEGER NOT NULL REFERENCES "show" ("id"),
    "partner_id" UUID NOT NULL REFERENCES "partner" ("id"),
    -- That of the partner: holds are compared with it.
    "account_id" UUID NOT NULL REFERENCES "account" ("id"),
    "seat_ids" INTEGER[] NOT NULL CHECK (cardinality("seat_ids") > 0),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    -- When it was released, or its seats were put back on sale. What decides is `until`, whether that was done or not.
    "ended_at" TIMESTAMPTZ(3)
);
CREATE INDEX "seat_allocation_show_id_idx" ON "seat_allocation" ("show_id", "created_at", "id");
-- Each hold looks here whether its account is one with an allocation: the only index for what lasts, so that none other is taken, whatever
-- the statistics say. What is due is found in it as well, as few last at a time.
CREATE INDEX "seat_allocation_account_id_idx" ON "seat_allocation" ("account_id", "show_id", "until") WHERE "ended_at" IS NULL;

-- Both stay when a seat is held and booked, so that one that is given back falls to its allocation while that lasts, and say nothing after
-- `allocated_until`. A hold never changes them; no index has them: docs/adr/0002.
ALTER TABLE "show_seat" ADD COLUMN "allocated_to" UUID, ADD COLUMN "allocated_until" TIMESTAMPTZ(3),
    ADD CHECK (("allocated_to" IS NULL) = ("allocated_until" IS NULL));

-- An allocated seat that nobody holds is HELD for no booking, until its allocation ends.
ALTER TABLE "show_seat" DROP CONSTRAINT "show_seat_check",
    ADD CONSTRAINT "show_seat_check" CHECK (CASE WHEN "booking_id" IS NULL
        THEN "status" IN ('AVAILABLE', 'BLOCKED') OR ("status" = 'HELD' AND "held_until" IS NOT DISTINCT FROM "allocated_until")
        ELSE "status" IN ('HELD', 'BOOKED') END);
