import { type Database, type Statement, statement } from '../../lib/db/index.js'
import type { Period } from './check.js'

/** A statement that gives a subject and a detail for each thing that is wrong. */
export interface ReportQuery {
  readonly name: string
  readonly title: string
  readonly sql: Statement
  readonly values: (period: Period) => unknown[]
}

const DAY_MS = 24 * 60 * 60 * 1000
/** By how much the clock of another server may be ahead, which gives the seats of a hold to others at its end. */
const MAX_SKEW_MS = 1_000

const SEAT = `'seat ' || show_id || '.' || seat_id AS subject`
const OWNS = `status IN ('CONFIRMED', 'COMPLETED')`

/** The seats of these bookings, each with how it stands. */
function seatsOf(bookings: string): string {
  return `SELECT b.id, b.status, b.show_id, wanted.seat_id, s.status AS seat_status, s.booking_id
    FROM booking b JOIN show ON show.id = b.show_id CROSS JOIN unnest(b.seat_ids) AS wanted (seat_id)
    LEFT JOIN show_seat s ON s.show_id = b.show_id AND s.seat_id = wanted.seat_id
    WHERE show.ends_at >= $1 AND ${bookings}`
}

const LACKS = `'lacks seat ' || show_id || '.' || seat_id || ', which is ' || coalesce(seat_status::text, 'not there')
  || coalesce(' for booking ' || booking_id, '') AS detail`

function report(
  name: string,
  title: string,
  sql: string,
  values: ReportQuery['values'] = ({ since }) => [since],
): ReportQuery {
  return { name, title, sql: statement(`reconciliation.${name}`, sql), values }
}

export const REPORTS: readonly ReportQuery[] = [
  report(
    'holdsWithoutSeats',
    'Holds have their seats',
    `SELECT 'booking ' || id AS subject, 'is PENDING and ' || ${LACKS}
     FROM (${seatsOf(`b.status = 'PENDING' AND b.expires_at > $2`)}) AS seat
     WHERE (seat_status, booking_id) IS DISTINCT FROM ('HELD'::seat_status, id)`,
    ({ since, now }) => [since, new Date(now.getTime() + MAX_SKEW_MS)],
  ),
  report(
    'bookingsWithoutSeats',
    'Confirmed bookings have their seats',
    `SELECT 'booking ' || id AS subject, 'is ' || status || ' and ' || ${LACKS} FROM (${seatsOf(`b.${OWNS}`)}) AS seat
     WHERE (seat_status, booking_id) IS DISTINCT FROM ('BOOKED'::seat_status, id)`,
  ),
  report(
    'soldWithoutBooking',
    'Sold seats belong to a confirmed booking',
    `SELECT ${SEAT}, 'is BOOKED for booking ' || booking_id || ', which is ' || coalesce(status, 'not there') AS detail
     FROM (SELECT s.show_id, s.seat_id, s.booking_id,
         CASE WHEN b.${OWNS} THEN b.status || ' and does not have it' ELSE b.status::text END AS status,
         b.${OWNS} AND b.show_id = s.show_id AND s.seat_id = ANY(b.seat_ids) AS is_right
       FROM show JOIN show_seat s ON s.show_id = show.id LEFT JOIN booking b ON b.id = s.booking_id
       WHERE show.ends_at >= $1 AND s.status = 'BOOKED') AS sold
     WHERE is_right IS NOT TRUE ORDER BY show_id, seat_id`,
  ),
  report(
    'soldTwice',
    'Sold seats and their owners agree',
    `SELECT ${SEAT}, CASE WHEN owner IS NULL THEN 'is BOOKED for booking ' || booking_id || ' and has no owner'
         ELSE 'is owned by booking ' || owner || ' and is ' || coalesce('BOOKED for booking ' || booking_id, 'not BOOKED') END AS detail
     FROM (SELECT show_id, seat_id, booking_id FROM show_seat WHERE status = 'BOOKED') AS sold
     FULL JOIN (SELECT show_id, seat_id, booking_id AS owner FROM booked_seat) AS owned USING (show_id, seat_id)
     JOIN show ON show.id = show_id
     WHERE show.ends_at >= $1 AND booking_id IS DISTINCT FROM owner ORDER BY show_id, seat_id`,
  ),
  report(
    'seatLog',
    'The log of seats, replayed, gives the seats as they stand',
    // Seats that are as they began, and that the log does not know, are left out: there are millions.
    `WITH final AS (
       SELECT DISTINCT ON (show_id, seat_id) seat_event.* FROM show JOIN seat_event ON show_id = show.id
       WHERE show.ends_at >= $1 ORDER BY show_id, seat_id, seat_event.id DESC
     ), changed AS (
       SELECT show_id, seat_id FROM show JOIN show_seat ON show_id = show.id
       WHERE show.ends_at >= $1 AND (status <> 'AVAILABLE' OR version <> 0)
       UNION SELECT show_id, seat_id FROM final WHERE after_status IS NOT NULL
     )
     SELECT ${SEAT}, 'is ' || coalesce(p.status || ' at version ' || p.version, 'not there') || ', the log says '
       || coalesce(l.after_status, 'AVAILABLE') || ' at version ' || coalesce(l.version, 0) AS detail
     FROM changed LEFT JOIN show_seat p USING (show_id, seat_id)
     LEFT JOIN (SELECT * FROM final WHERE after_status IS NOT NULL) AS l USING (show_id, seat_id)
     WHERE (p.status, p.version, p.booking_id, p.held_until, p.price) IS DISTINCT FROM (coalesce(l.after_status, 'AVAILABLE'),
       coalesce(l.version, 0), l.after_booking_id, l.after_held_until, coalesce(l.after_price, p.price))
     ORDER BY show_id, seat_id`,
  ),
  report(
    'money',
    'What was collected for bookings, less what goes back, is what they cost',
    `SELECT 'booking ' || id AS subject, 'is ' || status || ': ' || kept || ' was kept, ' || due || ' is due, in minor units of '
       || currency AS detail
     FROM (SELECT b.id, b.status, b.currency,
         CASE WHEN b.${OWNS} THEN b.total + b.retained WHEN b.status = 'CANCELLED' THEN b.retained ELSE 0 END AS due,
         (SELECT coalesce(sum(p.amount - coalesce(
             (SELECT sum(r.amount) FROM refund r WHERE r.payment_id = p.id AND r.status <> 'FAILED'), 0)), 0)
          FROM payment p WHERE p.booking_id = b.id AND p.status IN ('CAPTURING', 'CAPTURED')) AS kept
       FROM booking b JOIN show ON show.id = b.show_id WHERE show.ends_at >= $1 OR b.created_at >= $1) AS account
     WHERE kept <> due`,
  ),
  report(
    'failedRefunds',
    'Refunds succeed',
    `SELECT 'refund ' || refund.id AS subject, refund.amount || ' of payment ' || payment_id || ' in minor units of '
       || payment.currency || ' did not go back: ' || coalesce(failure, 'no reason was told') AS detail
     FROM refund JOIN payment ON payment.id = payment_id WHERE refund.status = 'FAILED' AND payment.status = 'CAPTURED'
     ORDER BY refund.created_at`,
    () => [],
  ),
  report(
    'unfinished',
    'Payments and refunds come to their end within a day',
    `SELECT subject, 'is ' || status || ' since ' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS detail
     FROM (SELECT 'payment ' || id AS subject, status::text, created_at FROM payment
         WHERE status IN ('INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURING', 'VOIDING')
       UNION ALL SELECT 'refund ' || id, status::text, created_at FROM refund WHERE status = 'PENDING') AS open
     WHERE created_at < $1 ORDER BY created_at`,
    ({ now }) => [new Date(now.getTime() - DAY_MS)],
  ),
]

export async function listReport(
  db: Database,
  sql: Statement,
  values: readonly unknown[],
): Promise<{ subject: string; detail: string }[]> {
  return db.run(sql, values)
}
