CREATE TYPE "notification_event" AS ENUM (
    'BOOKING_CONFIRMED', 'BOOKING_CHANGED', 'BOOKING_CANCELLED', 'HOLD_EXPIRED', 'SEATS_LOST', 'REFUND_PAID', 'REFUND_FAILED',
    'TRANSFER_OFFERED', 'TRANSFER_ACCEPTED'
);
CREATE TYPE "notification_channel" AS ENUM ('EMAIL', 'SMS');
-- UNKNOWN: handed over, and whether it was taken was never heard. It is not sent again.
CREATE TYPE "notification_status" AS ENUM ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN');

CREATE TABLE "notification" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "booking_id" UUID NOT NULL REFERENCES "booking" ("id"),
    "event" "notification_event" NOT NULL,
    -- What makes one event of a booking different from the next: the id of a refund or a transfer, or ''.
    "occurrence" TEXT NOT NULL DEFAULT '',
    "channel" "notification_channel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "status" "notification_status" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- When it is to be tried next.
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    CHECK (("sent_at" IS NOT NULL) = ("status" = 'SENT')),
    CHECK ("attempted_at" IS NOT NULL OR "status" = 'PENDING'),
    -- At most once per event and recipient, whatever the code does.
    UNIQUE ("booking_id", "event", "occurrence", "channel", "recipient")
);
CREATE INDEX "notification_pending_due_at_idx" ON "notification" ("due_at") WHERE "status" = 'PENDING';
CREATE INDEX "notification_sending_attempted_at_idx" ON "notification" ("attempted_at") WHERE "status" = 'SENDING';

-- What happened lately, for the job that finds what nobody was told of. Rows are written about in the order of their time, so
-- these cost a hold next to nothing.
CREATE INDEX "booking_lately_idx" ON "booking" USING brin ("expires_at", "confirmed_at", "cancelled_at")
    WITH (autosummarize = on);
CREATE INDEX "refund_updated_at_idx" ON "refund" USING brin ("updated_at") WITH (autosummarize = on);
