import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { type SeatKey, toSeatKey } from './seatId.js'
import { type ShowSeat, toShowSeat } from './showSeat.js'
import { listSeats } from './store.js'

/** What seat maps load for a request. */
export function createSeatMapLoaders(db: Database) {
  return {
    /** A seat at a show, null if the screen has no such seat. */
    showSeat: new DataLoader<SeatKey, ShowSeat | null, string>(
      async (keys) => {
        const found = new Map((await listSeats(db, keys)).map((seat) => [toSeatKey(seat), toShowSeat(seat)]))
        return keys.map((key) => found.get(toSeatKey(key)) ?? null)
      },
      { cacheKeyFn: toSeatKey },
    ),
  }
}
