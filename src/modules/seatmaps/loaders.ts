import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { listSeats, type ShowSeat } from './store.js'

export interface SeatKey {
  readonly showId: number
  readonly seatId: number
}

/** A seat at a show as the key of its global id. */
export function toSeatKey({ showId, seatId }: SeatKey): string {
  return `${showId}.${seatId}`
}

/** What seat maps load for a request. */
export function createSeatMapLoaders(db: Database) {
  return {
    /** A seat at a show, null if the screen has no such seat. */
    showSeat: new DataLoader<SeatKey, ShowSeat | null, string>(
      async (keys) => {
        const found = new Map((await listSeats(db, keys)).map((seat) => [toSeatKey(seat), seat]))
        return keys.map((key) => found.get(toSeatKey(key)) ?? null)
      },
      { cacheKeyFn: toSeatKey },
    ),
  }
}
