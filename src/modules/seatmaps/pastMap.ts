import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { listPastSeats } from './seatEventStore.js'
import { SeatMap } from './seatMap.js'
import { toShowSeat } from './showSeat.js'

/** The log has the time of the database, which may be a little ahead of ours. */
const MAX_SKEW_MS = 1_000

/**
 * The seats of a show as they stood at a moment, by the log of seats; null if there is no such show.
 *
 * @throws BAD_USER_INPUT for a moment that lies ahead.
 */
export async function readPastMap(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  showId: number,
  at: Date,
): Promise<SeatMap | null> {
  if (at.getTime() > clock.now().getTime() + MAX_SKEW_MS)
    throw badUserInput('at has to be a moment that has passed: leave it out for the present.')
  const seats = await listPastSeats(db, showId, at)
  // Who goes on from it gets a SNAPSHOT: deltas of the present do not add up with the past.
  return seats.length === 0 ? null : new SeatMap({ showId, snapshot: null, seats: seats.map(toShowSeat) })
}
