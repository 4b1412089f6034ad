import type { Clock } from '../../../lib/clock.js'
import type { Database } from '../../../lib/db/index.js'
import type { SeatMapFeed } from '../../seatmaps/index.js'
import { expireHolds } from './expiryStore.js'

const BATCH = 200

/**
 * Ends every hold whose time is over and tells the watchers that its seats are free. May run on every process at once. A hold
 * is over at its time, whether this has run or not: this makes it visible.
 */
export async function expireDueHolds(services: {
  readonly db: Database
  readonly clock: Clock
  readonly seatMaps: SeatMapFeed
}): Promise<void> {
  let count: number
  do {
    const expired = await expireHolds(services.db, services.clock.now(), BATCH)
    services.seatMaps.publish(expired.seats)
    count = expired.count
  } while (count === BATCH)
}
