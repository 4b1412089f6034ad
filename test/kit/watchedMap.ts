import type { SeededShow } from './seed.js'
import type { TestServer } from './server.js'

/** The fields of a change that a map is kept by. */
export const CHANGE_FIELDS = 'kind cursor seats { seatId status version }'

export interface Change {
  readonly kind: string
  readonly cursor: string
  readonly seats: readonly { seatId: string; status: string; version: number }[]
}

/** A map as a client keeps it: for each seat the newest version it has heard of. */
export class WatchedMap {
  readonly seats = new Map<string, { status: string; version: number }>()
  /** Of the last change. */
  cursor: string | null = null

  apply({ kind, cursor, seats }: Change): void {
    this.cursor = cursor
    if (kind === 'SNAPSHOT') this.seats.clear()
    for (const { seatId, status, version } of seats) {
      if ((this.seats.get(seatId)?.version ?? -1) < version) this.seats.set(seatId, { status, version })
    }
  }

  /** What it knows of the seats of a show, in their order. */
  of(show: SeededShow) {
    return show.seatIds.map((id) => [id, this.seats.get(id)])
  }
}

/** What the database says of the seats of a show, as `of` gives it. */
export async function readTruth({ seed }: TestServer, show: SeededShow) {
  const rows: { status: string; version: number }[] = await seed.sql(
    'SELECT status, version FROM show_seat WHERE show_id = $1 ORDER BY seat_id',
    [show.key],
  )
  return rows.map(({ status, version }, index) => [show.seatIds[index], { status, version }])
}
