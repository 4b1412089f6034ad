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
  name: 'each change of a seat has a version of its own',
  sql: `SELECT s.booking_id, s.show_id, s.seat_id, format('has version %s after %s changes', s.version, count(c.id)) AS detail
    FROM show_seat AS s LEFT JOIN torture.seat_change AS c
      ON (c.show_id, c.seat_id) = (s.show_id, s.seat_id)
      AND (c.from_status, c.from_booking) IS DISTINCT FROM (c.to_status, c.to_booking)
    GROUP BY s.show_id, s.seat_id HAVING s.version <> count(c.id)`,
}
