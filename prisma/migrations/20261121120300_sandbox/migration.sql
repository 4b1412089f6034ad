-- What the sandbox knows of a payment besides: how its token makes it behave, and what its buyer has to do.

ALTER TABLE "sandbox_payment"
    ADD COLUMN "method" "payment_method" NOT NULL DEFAULT 'CARD',
    -- What its token makes fail later on, null for nothing.
    ADD COLUMN "failing" TEXT CHECK ("failing" IN ('CAPTURE', 'REFUND')),
    -- What its buyer has to do or has done, null where there is nothing to do.
    ADD COLUMN "action" TEXT CHECK ("action" IN ('REQUIRED', 'APPROVED', 'DECLINED')),
    ADD COLUMN "booked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "sandbox_payment" ALTER COLUMN "method" DROP DEFAULT;
CREATE INDEX "sandbox_payment_booked_at_idx" ON "sandbox_payment" ("booked_at", "key");
