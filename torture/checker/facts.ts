import type pg from 'pg'

const FACTS = `
  CREATE TABLE torture.told (
    id BIGSERIAL PRIMARY KEY, buyer TEXT NOT NULL, account_id UUID NOT NULL, operation TEXT NOT NULL, key TEXT,
    input JSONB NOT NULL, server TEXT NOT NULL, sent_at TIMESTAMPTZ NOT NULL, answered_at TIMESTAMPTZ NOT NULL,
    outcome TEXT, answer JSONB, error TEXT, booking_id UUID, show_id INTEGER, seat_ids INTEGER[], told_seat_ids INTEGER[],
    released_seat_ids INTEGER[]
  );
  CREATE TABLE torture.watched (
    watcher TEXT NOT NULL, show_id INTEGER NOT NULL, seat_id INTEGER NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL
  );
  CREATE TABLE torture.mail (notification_id UUID NOT NULL);
  CREATE VIEW torture.seat_change AS
    SELECT id, at, xid, (after ->> 'show_id')::int AS show_id, (after ->> 'seat_id')::int AS seat_id,
      (before ->> 'version')::int AS from_version, (after ->> 'version')::int AS to_version,
      before ->> 'status' AS from_status, after ->> 'status' AS to_status,
      (before ->> 'booking_id')::uuid AS from_booking, (after ->> 'booking_id')::uuid AS to_booking,
      (before ->> 'held_until')::timestamptz AS from_until, (after ->> 'held_until')::timestamptz AS to_until
    FROM torture.history WHERE entity = 'show_seat';
  CREATE VIEW torture.new_booking AS
    SELECT xid, at, (after ->> 'id')::uuid AS id, (after ->> 'account_id')::uuid AS account_id, (after ->> 'show_id')::int AS show_id,
      ARRAY(SELECT jsonb_array_elements_text(after -> 'seat_ids')::int) AS seat_ids, after ->> 'status' AS status
    FROM torture.history WHERE entity = 'booking' AND before IS NULL;
  CREATE VIEW torture.booking_seat AS
    SELECT booking.*, seat.seat_id FROM booking, unnest(booking.seat_ids) AS seat (seat_id);
  CREATE VIEW torture.booking_change AS
    SELECT xid, at, (after ->> 'id')::uuid AS id, (after ->> 'account_id')::uuid AS account_id, (after ->> 'show_id')::int AS show_id,
      ARRAY(SELECT jsonb_array_elements_text(after -> 'seat_ids')::int) AS seat_ids, after ->> 'status' AS status
    FROM torture.history WHERE entity = 'booking' AND before IS NOT NULL;
  -- Which payment was begun under which key.
  CREATE VIEW torture.charge AS
    SELECT kept.account_id, kept.key, payment.id AS payment_id
    FROM idempotency_record AS kept JOIN payment ON payment.id = kept.work_id;
  -- Refunds that the gateway was told to refuse for ever.
  CREATE VIEW torture.stuck_refund AS
    SELECT refund.id, refund.amount, payment.id AS payment_id, payment.booking_id
    FROM refund JOIN payment ON payment.id = refund.payment_id JOIN sandbox_payment AS g ON g.key = payment.id::text
    WHERE refund.status = 'FAILED' AND g.failing = 'REFUND';
  -- What the gateway keeps of a booking's money, and what of it should have gone back.
  CREATE VIEW torture.ledger AS
    SELECT p.booking_id, sum(CASE WHEN g.captured THEN g.amount - g.refunded ELSE 0 END) AS kept,
      coalesce(sum(stuck.amount), 0) AS stuck, bool_or(g.failing = 'CAPTURE') AS has_failed
    FROM payment AS p JOIN sandbox_payment AS g ON g.key = p.id::text
    LEFT JOIN (SELECT payment_id, sum(amount) AS amount FROM torture.stuck_refund GROUP BY payment_id) AS stuck
      ON stuck.payment_id = p.id
    GROUP BY p.booking_id`

/** Makes the tables and views by which invariants see what clients were told. */
export async function createFacts(pool: pg.Pool): Promise<void> {
  await pool.query(FACTS)
}
