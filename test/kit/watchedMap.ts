import type { SeededShow } from './seed.js'
import type { TestServer } from './server.js'

/** An event of seatMapChanged. */
export interface SeatMapChange {
  readonly kind: 'SNAPSHOT' | 'DELTA'
  readonly cursor: string
  readonly seats: readonly { seatId: string; status: string; version: number }[]
}

export const WATCH = `subscription ($id: ID!, $after: String) {
  seatMapChanged(showId: $id, after: $after) { kind cursor seats { seatId status version } } }`

/** A map as a client keeps it: for each seat the newest version it has heard of. */
export class WatchedMap {
  readonly seats = new Map<string, { status: string; version: number }>()
  /** To come back with. */
  cursor: string | undefined

  apply({ kind, cursor, seats }: SeatMapChange): void {
    if (kind === 'SNAPSHOT') this.seats.clear()
    this.cursor = cursor
    for (const { seatId, status, version } of seats) {
      if ((this.seats.get(seatId)?.version ?? -1) < version) this.seats.set(seatId, { status, version })
    }
  }

  /** The seats of a show in order, to compare with `readSeats`. */
  list({ seatIds }: SeededShow) {
    return seatIds.map((id) => ({ id, ...this.seats.get(id) }))
  }
}

/** The seats of a show as the database has them. */
export async function readSeats({ seed }: Pick<TestServer, 'seed'>, { key, seatIds }: SeededShow) {
  const rows: { status: string; version: number }[] = await seed.sql(
    'SELECT status, version FROM show_seat WHERE show_id = $1 ORDER BY seat_id',
    [key],
  )
  return rows.map(({ status, version }, index) => ({ id: seatIds[index]!, status, version }))
}
