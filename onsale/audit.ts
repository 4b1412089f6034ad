import type pg from 'pg'

/** What the database says of a show in the end. */
export interface Books {
  readonly soldSeats: number
  /** Seats in more than one booking that is paid, and those whose owners are not agreed upon. */
  readonly soldTwice: number
  readonly bookings: number
  /** In minor units: what the bookings cost, and what the gateway has collected and kept. */
  readonly total: number
  readonly captured: number
  /** Bookings, seats, payments, refunds and jobs that wait for something, each with what it is. */
  readonly pending: readonly string[]
}

const BOOKS = `
  WITH paid AS (SELECT * FROM booking WHERE show_id = $1 AND status = 'CONFIRMED'),
    owner AS (SELECT paid.id, seat_id FROM paid, unnest(seat_ids) AS seat_id),
    booked AS (SELECT * FROM show_seat WHERE show_id = $1 AND status = 'BOOKED')
  SELECT (SELECT count(*) FROM booked)::int AS "soldSeats",
    (SELECT count(*) FROM (
      SELECT seat_id FROM owner
      FULL JOIN booked USING (seat_id)
      FULL JOIN (SELECT * FROM booked_seat WHERE show_id = $1) AS sold USING (seat_id)
      GROUP BY seat_id
      HAVING count(*) > 1 OR bool_or(owner.id IS DISTINCT FROM booked.booking_id OR owner.id IS DISTINCT FROM sold.booking_id)
    ) AS disputed)::int AS "soldTwice",
    (SELECT count(*) FROM paid)::int AS bookings,
    (SELECT coalesce(sum(total), 0) FROM paid)::int AS total,
    (SELECT coalesce(sum(amount - refunded), 0) FROM sandbox_payment WHERE captured)::int AS captured,
    ARRAY(
      SELECT 'a booking that is PENDING' FROM booking WHERE status = 'PENDING'
      UNION ALL SELECT 'a seat that is HELD' FROM show_seat WHERE status = 'HELD'
      UNION ALL SELECT 'a payment that is ' || status FROM payment WHERE status NOT IN ('CAPTURED', 'DECLINED', 'VOIDED')
      UNION ALL SELECT 'a refund that is PENDING' FROM refund WHERE status = 'PENDING'
      UNION ALL SELECT concat('a job ', task_identifier, ', tried ', attempts, ' times: ', last_error) FROM graphile_worker.jobs
    ) AS pending`

export async function readBooks(pool: Pick<pg.Pool, 'query'>, showKey: number): Promise<Books> {
  const { rows } = await pool.query(BOOKS, [showKey])
  return rows[0]
}
