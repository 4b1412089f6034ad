import { fromSeatId } from '../../../src/modules/seatmaps/index.js'
import type { Seed, SeededShow } from '../../kit/seed.js'
import type { SeatMapChange } from '../../kit/watchedMap.js'

/** The first event of a subscription. */
export interface Start {
  readonly after: string | undefined
  readonly change: SeatMapChange
}

/** What a client knew when it left. */
export interface Stop {
  readonly cursor: string
  readonly seats: ReadonlyMap<string, { readonly version: number }>
}

/** Each event of the log, with whether its transaction was visible to a snapshot. */
const isSeenBy = (snapshot: string) => `pg_visible_in_snapshot(e.xmin::text::xid8, ${snapshot}::pg_snapshot)`

/** The first events that do not hold exactly what was missed, by the log of seats. */
export async function listFalseStarts(seed: Seed, show: SeededShow, starts: readonly Start[]) {
  const resumed = starts.filter(({ after }) => after !== undefined)
  const rows: { number: number; seats: number[] }[] = await seed.sql(
    `SELECT number::int, coalesce(array_agg(DISTINCT e.seat_id) FILTER (WHERE e.seat_id IS NOT NULL), '{}') AS seats
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS start (after, cursor, number)
     LEFT JOIN seat_event e ON e.show_id = $1 AND ${isSeenBy('cursor')} AND NOT ${isSeenBy('after')}
     GROUP BY number ORDER BY number`,
    [show.key, resumed.map(({ after }) => toSnapshot(after!)), resumed.map(({ change }) => toSnapshot(change.cursor))],
  )
  return rows.flatMap(({ number, seats: missed }) => {
    const { kind, seats } = resumed[number - 1]!.change
    const told = seats.map(({ seatId }) => fromSeatId(seatId)!.seatId).toSorted((a, b) => a - b)
    return kind === 'DELTA' && String(told) === String(missed) ? [] : [{ kind, told, missed }]
  })
}

/** The seats of which a client knew less, when it left, than its cursor says. */
export async function listFalseMaps(seed: Seed, show: SeededShow, stops: readonly Stop[]) {
  const seen: { number: number; seat: number; version: number }[] = await seed.sql(
    `SELECT number::int, e.seat_id AS seat, max(e.version) AS version
     FROM unnest($2::text[]) WITH ORDINALITY AS stop (cursor, number)
     JOIN seat_event e ON e.show_id = $1 AND ${isSeenBy('cursor')} GROUP BY number, e.seat_id`,
    [show.key, stops.map(({ cursor }) => toSnapshot(cursor))],
  )
  const ids = new Map(show.seatIds.map((id) => [fromSeatId(id)!.seatId, id]))
  return seen.flatMap(({ number, seat, version }) => {
    const known = stops[number - 1]!.seats.get(ids.get(seat)!)?.version
    return known !== undefined && known >= version ? [] : [{ number, seat, version, known }]
  })
}

/** The snapshot in a cursor. */
function toSnapshot(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString().split('@')[1]!
}
