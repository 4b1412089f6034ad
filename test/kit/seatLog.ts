import { fromSeatId } from '../../src/modules/seatmaps/index.js'
import type { Seed, SeededShow } from './seed.js'

/** What the log says has happened to the seats of a show, seat by seat, the oldest first. */
export async function readLog(seed: Seed, show: SeededShow) {
  return seed.sql(
    `SELECT seat_id AS seat, version, before_status AS before, after_status AS after, actor, cause,
       coalesce(after_booking_id, before_booking_id) AS booking
     FROM seat_event WHERE show_id = $1 ORDER BY seat_id, id`,
    [show.key],
  )
}

/**
 * The seats that stand otherwise than the log says when it is replayed from the beginning, where all are free, and the events
 * that do not begin where the one before them has ended. A seat that is deleted begins anew.
 */
export async function listContradictions(seed: Seed) {
  return seed.sql(
    `WITH story AS (
       SELECT *, (before_status, before_booking_id, before_held_until, before_price, version) AS found,
         lag((after_status, after_booking_id, after_held_until, after_price, version + 1)) OVER seat AS expected,
         lag(after_status) OVER seat AS previous, lead(id) OVER seat IS NULL AS is_last
       FROM seat_event WINDOW seat AS (PARTITION BY show_id, seat_id ORDER BY id)
     ), final AS (SELECT * FROM story WHERE is_last AND after_status IS NOT NULL)
     SELECT 'gap' AS kind, show_id, seat_id, version FROM story WHERE previous IS NOT NULL AND expected IS DISTINCT FROM found
     UNION ALL
     SELECT 'replay', show_id, seat_id, s.version FROM show_seat s FULL JOIN final USING (show_id, seat_id)
     WHERE (s.status, s.booking_id, s.held_until, s.version) IS DISTINCT FROM
       (coalesce(after_status, 'AVAILABLE'), after_booking_id, after_held_until, coalesce(final.version, 0))`,
  )
}

/** The key of a seat in the tables. */
export function seatKeyOf(show: SeededShow, index: number): number {
  return fromSeatId(show.seatIds[index]!)!.seatId
}
