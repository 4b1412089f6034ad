import type { Invariant } from './invariant.js'

export const mapsConverge: Invariant = {
  name: 'a watched map ends as the seats are',
  sql: `SELECT s.booking_id, w.show_id, w.seat_id,
      format('%s sees %s at version %s; it is %s at %s', w.watcher, w.status, w.version, s.status, s.version) AS detail
    FROM torture.watched AS w LEFT JOIN show_seat AS s USING (show_id, seat_id)
    WHERE (w.status, w.version) IS DISTINCT FROM (s.status::text, s.version)
    UNION ALL
    SELECT s.booking_id, s.show_id, s.seat_id, format('%s does not know of it', w.watcher)
    FROM (SELECT DISTINCT watcher, show_id FROM torture.watched) AS w JOIN show_seat AS s USING (show_id)
    WHERE NOT EXISTS (SELECT FROM torture.watched AS known
      WHERE known.watcher = w.watcher AND (known.show_id, known.seat_id) = (s.show_id, s.seat_id))`,
}
