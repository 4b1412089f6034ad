import type { Clock } from '../../lib/clock.js'
import { badUserInput } from '../../lib/errors.js'
import { toMoney } from '../../lib/money.js'
import type { PastState } from './seatEventStore.js'
import { SeatMap } from './seatMap.js'

/** The log has the time of the database, which may be a little ahead of ours. */
const MAX_SKEW_MS = 1_000

/** @throws BAD_USER_INPUT for a moment that lies ahead. */
export function checkHasPassed(at: Date, clock: Clock): void {
  if (at.getTime() > clock.now().getTime() + MAX_SKEW_MS)
    throw badUserInput('at has to be a moment that has passed: leave it out for the present.')
}

/** A map with the seats that have changed since a moment as they stood then. */
export function toPastMap({ showId, seats }: SeatMap, changed: readonly PastState[]): SeatMap {
  const states = new Map(changed.map((state) => [state.seatId, state]))
  const then = seats.map((seat) => {
    const state = states.get(seat.seatId)
    if (state === undefined) return seat
    const { status, version, price } = state
    return { ...seat, status, version, price: toMoney({ minor: price, currency: seat.currency }) }
  })
  // Who goes on from it gets a SNAPSHOT: deltas of the present do not add up with the past.
  return new SeatMap({ showId, snapshot: null, seats: then })
}
