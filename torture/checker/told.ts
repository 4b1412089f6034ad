import { type Invariant, SLACK } from './invariant.js'

/** Outcomes that are not the last word under a key. */
const NOT_YET = `('PaymentUnavailableError', 'RequestInProgressError', 'ServerBusyError', 'PaymentActionRequired')`

export const holdsTold: Invariant = {
  name: 'told that seats are held: they were, for this account',
  sql: `SELECT t.booking_id, t.show_id, NULL::int AS seat_id, format('told %s: %s', t.buyer, t.answer) AS detail
    FROM torture.told AS t LEFT JOIN torture.new_booking AS b ON b.id = t.booking_id
    WHERE t.outcome = 'HoldSeatsSuccess' AND (b.id IS NULL OR b.account_id <> t.account_id OR b.show_id <> t.show_id
      OR NOT (b.seat_ids @> t.seat_ids AND b.seat_ids <@ t.seat_ids))`,
}

export const changesTold: Invariant = {
  name: 'told that a booking is changed: it was, as was asked for',
  sql: `SELECT t.booking_id, t.show_id, NULL::int AS seat_id, format('told %s by %s: %s', t.buyer, t.operation, t.answer) AS detail
    FROM torture.told AS t
    WHERE t.outcome IN ('SwapSeatsSuccess', 'ExchangeBookingSuccess', 'ReleaseSeatsSuccess', 'ExtendHoldSuccess', 'AcceptTransferSuccess')
      AND NOT EXISTS (SELECT FROM torture.booking_change AS b WHERE b.id = t.booking_id AND CASE t.operation
        WHEN 'swapSeats' THEN b.seat_ids @> t.seat_ids AND NOT b.seat_ids && t.released_seat_ids
        WHEN 'exchangeBooking' THEN b.show_id = t.show_id AND b.seat_ids @> t.seat_ids AND b.seat_ids <@ t.seat_ids
        WHEN 'releaseSeats' THEN b.status = 'RELEASED' OR NOT b.seat_ids && t.seat_ids
        WHEN 'acceptTransfer' THEN b.account_id = t.account_id
        ELSE true END)`,
}

export const confirmationsTold: Invariant = {
  name: 'told that a booking is confirmed: it was, and was paid for',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id, format('told %s under %s: %s', t.buyer, t.key, t.answer) AS detail
    FROM torture.told AS t LEFT JOIN booking AS b ON b.id = t.booking_id
    WHERE t.outcome = 'ConfirmBookingSuccess' AND (b.confirmed_at IS NULL OR b.status NOT IN ('CONFIRMED', 'CANCELLED', 'COMPLETED')
      OR NOT EXISTS (SELECT FROM payment AS p LEFT JOIN sandbox_payment AS g ON g.key = p.id::text
        WHERE p.booking_id = b.id AND (p.status = 'CAPTURED' OR g.failing = 'CAPTURE')))`,
}

/** Each told once a key; without a key only one of several that are the same is told of a success. */
export const cancellationsTold: Invariant = {
  name: 'told what goes back of a booking: it went back',
  sql: `SELECT booking_id, NULL::int AS show_id, NULL::int AS seat_id, format('%s were told, %s went back', told, went_back) AS detail
    FROM (SELECT booking_id, sum(amount) AS told FROM (SELECT DISTINCT ON (account_id, operation, coalesce(key, id::text))
          booking_id, round((answer #>> '{refund,amount}')::numeric * 100) AS amount
        FROM torture.told WHERE outcome IN ('CancelBookingSuccess', 'ExchangeBookingSuccess')) AS each GROUP BY booking_id) AS promised,
      LATERAL (SELECT coalesce(sum(r.amount), 0) AS went_back FROM refund AS r JOIN payment AS p ON p.id = r.payment_id
        LEFT JOIN sandbox_payment AS g ON g.key = p.id::text
        WHERE p.booking_id = promised.booking_id AND (r.status = 'SUCCEEDED' OR g.failing IS NOT NULL)) AS paid
    WHERE told > went_back`,
}

export const statusesTold: Invariant = {
  name: 'told where a booking stands: it stood there',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id,
      format('told %s by %s that it is %s, and it is %s', t.buyer, t.operation, t.status, b.status) AS detail
    FROM (SELECT *, coalesce(answer #>> '{booking,status}', answer ->> 'status') AS status FROM torture.told) AS t
    JOIN booking AS b ON b.id = t.booking_id
    WHERE CASE t.status
      WHEN 'CONFIRMED' THEN b.confirmed_at IS NULL
      WHEN 'COMPLETED' THEN b.status NOT IN ('CONFIRMED', 'COMPLETED')
      WHEN 'PENDING' THEN t.sent_at > b.expires_at + ${SLACK}
      -- Paid at the last moment, it may be confirmed after all.
      WHEN 'EXPIRED' THEN b.status <> 'EXPIRED' AND b.confirmed_at IS NOT DISTINCT FROM NULL
        OR b.confirmed_at < t.sent_at - ${SLACK}
      ELSE b.status::text <> t.status END`,
}

export const existenceTold: Invariant = {
  name: 'told that there is no such booking: there is none',
  sql: `SELECT t.booking_id, b.show_id, NULL::int AS seat_id, format('told %s by %s', t.buyer, t.operation) AS detail
    FROM torture.told AS t JOIN booking AS b ON b.id = t.booking_id AND b.account_id = t.account_id
    WHERE t.error IS NULL AND (t.answer IS NULL OR t.outcome = 'NotFoundError' AND t.answer ->> 'message' = 'You have no such booking.')
      AND NOT EXISTS (SELECT FROM booking_transfer AS o WHERE o.booking_id = b.id AND o.settled_at > t.sent_at - ${SLACK})`,
}

export const refusalsTold: Invariant = {
  name: 'told that a payment is refused: its key has paid nothing',
  sql: `SELECT t.booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('told %s under %s: %s; payment %s is %s', t.buyer, t.key, t.answer, p.id, p.status) AS detail
    FROM torture.told AS t JOIN torture.charge AS c USING (account_id, key) JOIN payment AS p ON p.id = c.payment_id
    JOIN sandbox_payment AS g ON g.key = p.id::text
    WHERE g.captured AND g.refunded < g.amount AND g.failing IS NULL
      AND t.outcome NOT IN ('ConfirmBookingSuccess', 'PartialPaymentSuccess', 'ExchangeBookingSuccess', 'IdempotencyMismatchError')
      AND t.outcome NOT IN ${NOT_YET}`,
}

export const oneAnswer: Invariant = {
  name: 'a key gets one answer',
  // Where the gateway refuses to collect, what was confirmed is undone and the answer with it, also that of another share. Of a
  // booking that was transferred since, who had it is told no more than that there is none of theirs.
  sql: `SELECT (array_agg(booking_id))[1] AS booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('%s under %s was answered with %s', operation, key, string_agg(DISTINCT concat_ws(' ', outcome, booking_id), ', ')) AS detail
    FROM torture.told AS t WHERE key IS NOT NULL AND error IS NULL AND outcome NOT IN ${NOT_YET}
      AND NOT EXISTS (SELECT FROM torture.charge AS c JOIN sandbox_payment AS g ON g.key = c.payment_id::text
        WHERE (c.account_id, c.key) = (t.account_id, t.key) AND g.failing = 'CAPTURE')
      AND NOT (outcome = 'PaymentCaptureError' AND EXISTS (SELECT FROM torture.ledger AS l
        WHERE l.booking_id = t.booking_id AND l.has_failed))
      AND NOT (outcome = 'NotFoundError' AND EXISTS (SELECT FROM booking_transfer AS o WHERE o.booking_id = t.booking_id
        AND o.from_account_id = t.account_id AND o.status = 'ACCEPTED' AND o.settled_at <= t.answered_at))
    GROUP BY account_id, operation, key, input HAVING count(DISTINCT concat_ws(' ', outcome, booking_id)) > 1`,
}

/** So long after a seat was given back it may still be taken for what it was: docs/adr/0016. */
const MOMENT = `interval '2 seconds'`

/** A seat was free all the time if it was before, nothing happened to it, and its hold, where it had one, was over. */
export const unavailableTold: Invariant = {
  name: 'told that a seat is not to be had: somebody had it',
  sql: `SELECT NULL::uuid AS booking_id, t.show_id, seat.id AS seat_id, format('told %s at %s', t.buyer, t.answered_at) AS detail
    FROM (SELECT DISTINCT ON (account_id, operation, key, input::text) * FROM (
        -- It may have been decided for an earlier sending, of which no answer came.
        SELECT account_id, operation, key, input, show_id, buyer, outcome, told_seat_ids AS seat_ids, answered_at,
          min(sent_at) OVER (PARTITION BY account_id, operation, key, input::text) AS sent_at FROM torture.told) AS sent
      WHERE outcome = 'SeatsUnavailableError' ORDER BY account_id, operation, key, input::text, answered_at) AS t,
      unnest(t.seat_ids) AS seat (id)
    WHERE NOT EXISTS (SELECT FROM torture.seat_change AS c WHERE (c.show_id, c.seat_id) = (t.show_id, seat.id)
        AND c.at BETWEEN t.sent_at - ${MOMENT} - ${SLACK} AND t.answered_at + ${SLACK})
      AND NOT EXISTS (SELECT FROM (SELECT * FROM torture.seat_change AS c WHERE (c.show_id, c.seat_id) = (t.show_id, seat.id)
          AND c.at < t.sent_at ORDER BY c.id DESC LIMIT 1) AS last
        WHERE last.to_status IN ('BOOKED', 'BLOCKED') OR last.to_status = 'HELD' AND last.to_until > t.sent_at - ${MOMENT} - ${SLACK})`,
}

export const faultsTold: Invariant = {
  name: 'told of a fault: to send the same again, and of no other',
  sql: `SELECT booking_id, show_id, NULL::int AS seat_id, format('told %s by %s at %s: %s', buyer, operation, answered_at, error) AS detail
    FROM torture.told WHERE error NOT LIKE 'broken: %' AND error <> 'SERVICE_UNAVAILABLE'
      -- The kept answer of a booking that belongs to somebody else by now is not shown.
      AND error <> 'FORBIDDEN'`,
}
