import { type Invariant, PAID } from './invariant.js'

/** What the gateway has to keep of a booking's money: what its seats cost, and what cancelling some of them has cost. */
const OWED = `CASE WHEN b.status IN ${PAID} THEN b.total + b.retained WHEN b.status = 'CANCELLED' THEN b.retained ELSE 0 END`

export const paidOnce: Invariant = {
  name: 'a booking is paid for once, and not at all where it has no seats',
  // Of a payment that the gateway refused to collect nothing can be retained.
  sql: `SELECT b.id AS booking_id, b.show_id, NULL::int AS seat_id,
      format('is %s, owes %s, and the gateway keeps %s of its money', b.status, ${OWED}, coalesce(l.kept - l.stuck, 0)) AS detail
    FROM booking AS b LEFT JOIN torture.ledger AS l ON l.booking_id = b.id
    WHERE coalesce(l.kept - l.stuck, 0) <> ${OWED}
      AND NOT (b.status = 'CANCELLED' AND l.has_failed AND l.kept - l.stuck BETWEEN 0 AND b.retained)`,
}

export const endedOnce: Invariant = {
  name: 'a payment ends once: collected, given back, or never taken',
  sql: `SELECT p.booking_id, NULL::int AS show_id, NULL::int AS seat_id, format('payment %s %s', g.key, wrong) AS detail
    FROM sandbox_payment AS g LEFT JOIN payment AS p ON p.id::text = g.key LEFT JOIN booking AS b ON b.id = p.booking_id,
      LATERAL (VALUES
        (p.id IS NULL, 'is in no books of ours'),
        (g.captured AND g.voided, 'is both collected and let go'),
        (g.captured AND g.decline_reason IS NOT NULL, 'is both collected and declined'),
        (NOT g.captured AND NOT g.voided AND g.decline_reason IS NULL, 'is neither collected nor let go'),
        (g.refunded > g.amount, 'went back more than once'),
        (g.captured AND b.confirmed_at IS NULL AND g.refunded < g.amount, 'was collected for a booking that was never confirmed')
      ) AS test (is_so, wrong)
    WHERE is_so`,
}

export const booksAgree: Invariant = {
  name: 'our books say what the ledger of the gateway says',
  sql: `SELECT p.booking_id, NULL::int AS show_id, NULL::int AS seat_id,
      format('payment %s is %s over %s with %s refunded; there: collected %s, let go %s, over %s with %s refunded', p.id, p.status,
        p.amount, r.refunded, g.captured, g.voided, g.amount, g.refunded) AS detail
    FROM payment AS p LEFT JOIN sandbox_payment AS g ON g.key = p.id::text,
      LATERAL (SELECT coalesce(sum(amount), 0) AS refunded FROM refund WHERE payment_id = p.id AND status = 'SUCCEEDED') AS r
    WHERE (p.status = 'CAPTURED') <> coalesce(g.captured, false)
      OR (p.status = 'DECLINED' AND g.decline_reason IS NULL)
      OR (p.status = 'VOIDED' AND g.voided IS FALSE AND g.decline_reason IS NULL)
      OR p.amount <> g.amount OR p.currency <> g.currency OR r.refunded <> coalesce(g.refunded, 0)`,
}

export const refundsFail: Invariant = {
  name: 'a refund fails where the gateway refuses it, and not otherwise',
  sql: `SELECT p.booking_id, NULL::int AS show_id, NULL::int AS seat_id, format('refund %s over %s: %s', r.id, r.amount, r.failure) AS detail
    FROM refund AS r JOIN payment AS p ON p.id = r.payment_id LEFT JOIN sandbox_payment AS g ON g.key = p.id::text
    WHERE r.status = 'FAILED' AND g.failing IS NULL`,
}
