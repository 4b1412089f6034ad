-- What a payment for an exchange is for: so that it can be carried out without its request, and undone where the money is not to be had.
CREATE TABLE "booking_exchange" (
    "payment_id" UUID PRIMARY KEY REFERENCES "payment" ("id") ON DELETE CASCADE,
    -- What the booking is to have.
    "show_id" INTEGER NOT NULL,
    "seat_ids" INTEGER[] NOT NULL CHECK (cardinality("seat_ids") > 0),
    -- What it had before, once it is exchanged.
    "before_show_id" INTEGER,
    "before_seat_ids" INTEGER[],
    "before_seat_prices" INTEGER[],
    "before_refund_cap" SMALLINT
);
