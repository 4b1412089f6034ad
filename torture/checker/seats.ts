import { type Invariant, PAID, SLACK } from './invariant.js'

export const oneClaim: Invariant = {
  name: 'a seat has one claim at most, at any time',
  sql: `SELECT to_booking AS booking_id, show_id, seat_id,
      format('went from %s of %s to %s of %s at %s', from_status, from_booking, to_status, to_booking, at) AS detail
    FROM torture.seat_change
    WHERE from_booking <> to_booking AND NOT (from_status = 'HELD' AND from_until <= at + ${SLACK})
    UNION ALL
    SELECT (array_agg(id))[1], show_id, seat_id, format('is in %s paid bookings', count(*))
    FROM torture.booking_seat WHERE status IN ${PAID} GROUP BY show_id, seat_id HAVING count(*) > 1`,
}

export const wholeHolds: Invariant = {
  name: 'a hold takes all of its seats in its own transaction',
  sql: `SELECT b.id AS booking_id, b.show_id, seat.id AS seat_id, 'was not taken with its booking' AS detail
    FROM torture.new_booking AS b CROSS JOIN unnest(b.seat_ids) AS seat (id)
    LEFT JOIN torture.seat_change AS c
      ON c.xid = b.xid AND c.to_booking = b.id AND c.show_id = b.show_id AND c.seat_id = seat.id
    WHERE c.id IS NULL`,
}

export const seatsOfBookings: Invariant = {
  name: 'a BOOKED seat has exactly one booking, which is paid for',
  sql: `SELECT s.booking_id, s.show_id, s.seat_id,
      format('is BOOKED by a booking that is %s', coalesce(b.status::text, 'not there')) AS detail
    FROM show_seat AS s LEFT JOIN booking AS b ON b.id = s.booking_id
    WHERE s.status = 'BOOKED' AND (b.id IS NULL OR b.status NOT IN ${PAID} OR NOT s.seat_id = ANY(b.seat_ids))
    UNION ALL
    SELECT coalesce(s.booking_id, b.booking_id), show_id, seat_id, 'show_seat and booked_seat do not agree'
    FROM (SELECT * FROM show_seat WHERE status = 'BOOKED') AS s FULL JOIN booked_seat AS b USING (show_id, seat_id)
    WHERE s.booking_id IS DISTINCT FROM b.booking_id`,
}

export const bookingsWithSeats: Invariant = {
  name: 'a paid booking has its seats',
  sql: `SELECT b.id AS booking_id, b.show_id, b.seat_id, format('is %s for somebody else', s.status) AS detail
    FROM torture.booking_seat AS b LEFT JOIN show_seat AS s USING (show_id, seat_id)
    WHERE b.status IN ${PAID} AND (s.status, s.booking_id) IS DISTINCT FROM ('BOOKED', b.id)`,
}

export const noneOfCancelled: Invariant = {
  name: 'a show that is cancelled has no paid booking',
  sql: `SELECT b.id AS booking_id, b.show_id, NULL::int AS seat_id, format('is %s, and its show is cancelled', b.status) AS detail
    FROM booking AS b JOIN show ON show.id = b.show_id WHERE b.status IN ${PAID} AND show.cancelled_at IS NOT NULL`,
}

export const heldSeatsEnd: Invariant = {
  name: 'a held seat has an end, the one of its booking',
  sql: `SELECT to_booking AS booking_id, show_id, seat_id, format('was held until %s at %s', to_until, at) AS detail
    FROM torture.seat_change WHERE to_status = 'HELD' AND (to_until IS NULL OR to_until > at + interval '10 min')
    UNION ALL
    SELECT s.booking_id, s.show_id, s.seat_id,
      format('is held until %s by a booking that is %s until %s', s.held_until, b.status, b.expires_at)
    FROM show_seat AS s LEFT JOIN booking AS b ON b.id = s.booking_id
    WHERE s.status = 'HELD' AND (b.status, b.expires_at) IS DISTINCT FROM ('PENDING', s.held_until)`,
}

export const versions: Invariant = {
  name: 'each change of a seat has a version of its own, and is in the log',
  sql: `SELECT booking_id, show_id, seat_id, format('has version %s after %s changes', version, changes) AS detail
    FROM show_seat AS s, LATERAL (SELECT count(*) AS changes FROM torture.seat_change AS c
      WHERE (c.show_id, c.seat_id) = (s.show_id, s.seat_id) AND c.to_version <> c.from_version) AS counted
    WHERE version <> changes
    UNION ALL
    SELECT coalesce(c.to_booking, c.from_booking), c.show_id, c.seat_id,
      format('went from %s to %s at %s, and the log says %s to %s', c.from_status, c.to_status, c.at, e.before_status, e.after_status)
    FROM torture.seat_change AS c LEFT JOIN seat_event AS e
      ON (e.show_id, e.seat_id, e.version) = (c.show_id, c.seat_id, c.to_version)
    WHERE c.to_version <> c.from_version AND (e.before_status::text, e.after_status::text, e.before_booking_id, e.after_booking_id)
      IS DISTINCT FROM (c.from_status, c.to_status, c.from_booking, c.to_booking)`,
}

export const tickets: Invariant = {
  name: 'a BOOKED seat has one ticket that lives, the one of its booking',
  sql: `SELECT coalesce(b.booking_id, t.booking_id) AS booking_id, show_id, seat_id,
      format('is booked by %s, and its ticket is of %s', b.booking_id, t.booking_id) AS detail
    FROM booked_seat AS b FULL JOIN (SELECT * FROM ticket WHERE status <> 'VOID') AS t USING (show_id, seat_id)
    WHERE b.booking_id IS DISTINCT FROM t.booking_id`,
}
