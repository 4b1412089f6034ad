-- The most that a cancellation gives back, in percent: what applied when seats were exchanged for those of another show.
ALTER TABLE "booking" ADD COLUMN "refund_cap" SMALLINT NOT NULL DEFAULT 100 CHECK ("refund_cap" BETWEEN 0 AND 100);

-- In minor units. Ten seats of the dearest stay within what an INTEGER holds.
ALTER TABLE "show_seat" ADD CONSTRAINT "show_seat_price_check" CHECK ("price" BETWEEN 0 AND 100000000);

-- When the provider was last asked to reserve the money: written before it is, so that whoever gives the payment up waits for it.
ALTER TABLE "payment" ADD COLUMN "asked_at" TIMESTAMPTZ(3);
