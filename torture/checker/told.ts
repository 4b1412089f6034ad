import { type Invariant, SLACK } from './invariant.js'

export const holdsTold: Invariant = {
  name: 'told that seats are held: they were, for this account',
  sql: `SELECT t.booking_id, t.show_id, NULL::int AS seat_id, format('told %s: %s', t.buyer, t.answer) AS detail
    FROM torture.told AS t LEFT JOIN torture.new_booking AS b ON b.id = t.booking_id
    WHERE t.outcome = 'HoldSeatsSuccess' AND (b.id IS NULL OR b.account_id <> t.account_id OR b.show_id <> t.show_id
      OR NOT (b.seat_ids @> t.seat_ids AND b.seat_ids <@ t.seat_ids))`,
}

export const confirmationsTold: Invariant = {
  name: 'told that a booking is confirmed: it was, and the key has paid',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id, format('told %s under %s: %s', t.buyer, t.key, t.answer) AS detail
    FROM torture.told AS t LEFT JOIN booking AS b ON b.id = t.booking_id
    WHERE t.outcome = 'ConfirmBookingSuccess' AND (b.confirmed_at IS NULL OR b.status NOT IN ('CONFIRMED', 'CANCELLED', 'COMPLETED')
      OR NOT EXISTS (SELECT FROM torture.charge AS c JOIN payment AS p ON p.id = c.payment_id
        WHERE c.account_id = t.account_id AND c.key = t.key AND p.booking_id = b.id AND p.status = 'CAPTURED'))`,
}

export const cancellationsTold: Invariant = {
  name: 'told that a booking is cancelled: it is, and the money told went back',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id,
      format('told %s: %s; %s went back', t.buyer, t.answer, r.refunded) AS detail
    FROM torture.told AS t LEFT JOIN booking AS b ON b.id = t.booking_id,
      LATERAL (SELECT coalesce(sum(r.amount), 0) AS refunded FROM refund AS r JOIN payment AS p ON p.id = r.payment_id
        WHERE p.booking_id = t.booking_id AND r.status = 'SUCCEEDED') AS r
    WHERE t.outcome = 'CancelBookingSuccess' AND (b.status IS DISTINCT FROM 'CANCELLED'
      OR r.refunded <> round((t.answer #>> '{refund,amount}')::numeric * 100))`,
}

export const statusesTold: Invariant = {
  name: 'told where a booking stands: it stood there',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id,
      format('told %s by %s that it is %s, and it is %s', t.buyer, t.operation, told.status, b.status) AS detail
    FROM torture.told AS t,
      LATERAL (SELECT coalesce(t.answer #>> '{booking,status}', t.answer ->> 'status') AS status) AS told
    LEFT JOIN booking AS b ON true
    WHERE b.id = t.booking_id AND CASE told.status
      WHEN 'CONFIRMED' THEN b.confirmed_at IS NULL
      WHEN 'COMPLETED' THEN b.status NOT IN ('CONFIRMED', 'COMPLETED')
      WHEN 'PENDING' THEN t.sent_at > b.expires_at + ${SLACK} AND b.payment_extended_at IS NULL
      ELSE b.status::text <> told.status END`,
}

export const existenceTold: Invariant = {
  name: 'told that there is no such booking: there is none',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id, format('told %s by %s', t.buyer, t.operation) AS detail
    FROM torture.told AS t JOIN booking AS b ON b.id = t.booking_id AND b.account_id = t.account_id
    WHERE t.error IS NULL AND (t.outcome = 'NotFoundError' OR t.answer IS NULL)`,
}

export const refusalsTold: Invariant = {
  name: 'told that a payment is refused: its key has paid nothing',
  sql: `SELECT t.booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('told %s under %s: %s; payment %s is %s', t.buyer, t.key, t.answer, p.id, p.status) AS detail
    FROM torture.told AS t JOIN torture.charge AS c USING (account_id, key) JOIN payment AS p ON p.id = c.payment_id
    LEFT JOIN sandbox_payment AS g ON g.key = p.id::text
    WHERE t.operation = 'confirmBooking' AND (p.status = 'CAPTURED' OR g.captured AND g.refunded < g.amount)
      AND t.outcome NOT IN ('ConfirmBookingSuccess', 'PaymentUnavailableError', 'IdempotencyMismatchError')`,
}

export const oneAnswer: Invariant = {
  name: 'a key gets one answer',
  sql: `SELECT (array_agg(booking_id))[1] AS booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('%s under %s was answered with %s', operation, key, string_agg(DISTINCT concat_ws(' ', outcome, booking_id), ', ')) AS detail
    FROM torture.told WHERE key IS NOT NULL AND outcome <> 'PaymentUnavailableError'
    GROUP BY account_id, operation, key, input HAVING count(DISTINCT concat_ws(' ', outcome, booking_id)) > 1`,
}

/** A seat was free all the time if it was before, nothing happened to it, and its hold, where it had one, was over. */
export const unavailableTold: Invariant = {
  name: 'told that a seat is not to be had: somebody had it',
  sql: `SELECT NULL::uuid AS booking_id, t.show_id, seat.id AS seat_id, format('told %s at %s', t.buyer, t.answered_at) AS detail
    FROM (SELECT DISTINCT ON (account_id, key, input::text)
        show_id, buyer, told_seat_ids AS seat_ids, answered_at, min(sent_at) OVER (PARTITION BY account_id, key, input::text) AS sent_at
      FROM torture.told WHERE outcome = 'SeatsUnavailableError' ORDER BY account_id, key, input::text, answered_at) AS t,
      unnest(t.seat_ids) AS seat (id)
    WHERE NOT EXISTS (SELECT FROM torture.seat_change AS c WHERE (c.show_id, c.seat_id) = (t.show_id, seat.id)
        AND c.at BETWEEN t.sent_at - ${SLACK} AND t.answered_at + ${SLACK})
      AND NOT EXISTS (SELECT FROM (SELECT * FROM torture.seat_change AS c WHERE (c.show_id, c.seat_id) = (t.show_id, seat.id)
          AND c.at < t.sent_at ORDER BY c.id DESC LIMIT 1) AS last
        WHERE last.to_status = 'BOOKED' OR last.to_status = 'HELD' AND last.to_until > t.sent_at - ${SLACK})`,
}

export const faultsTold: Invariant = {
  name: 'told of a fault: to send the same again, and of no other',
  sql: `SELECT booking_id, show_id, NULL::int AS seat_id, format('told %s by %s at %s: %s', buyer, operation, answered_at, error) AS detail
    FROM torture.told WHERE error NOT LIKE 'broken: %' AND error <> 'SERVICE_UNAVAILABLE'`,
}
