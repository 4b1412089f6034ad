import type { Invariant } from './invariant.js'

export const nothingPending: Invariant = {
  name: 'nothing is left pending',
  sql: `SELECT id AS booking_id, show_id, NULL::int AS seat_id, format('is PENDING, until %s', expires_at) AS detail
    FROM booking WHERE status = 'PENDING'
    UNION ALL
    SELECT booking_id, show_id, seat_id, format('is held until %s', held_until) FROM show_seat WHERE status = 'HELD'
    UNION ALL
    SELECT booking_id, NULL, NULL, format('payment %s is %s since %s', id, status, updated_at) FROM payment
    WHERE status IN ('INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURING', 'VOIDING')
    UNION ALL
    SELECT p.booking_id, NULL, NULL, format('refund %s is %s since %s', r.id, r.status, r.updated_at)
    FROM refund AS r JOIN payment AS p ON p.id = r.payment_id WHERE r.status = 'PENDING'
    UNION ALL
    SELECT NULL, NULL, NULL, format('job %s %s is due at %s, locked at %s, tried %s times: %s', id, task_identifier, run_at,
      locked_at, attempts, last_error) FROM graphile_worker.jobs`,
}
