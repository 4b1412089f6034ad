import type { Invariant, Queryable, Violation } from './invariant.js'
import { mailedOnce } from './mails.js'
import { booksAgree, endedOnce, paidOnce, refundsFail } from './money.js'
import { nothingPending } from './pending.js'
import {
  bookingsWithSeats,
  heldSeatsEnd,
  noneOfCancelled,
  oneClaim,
  seatsOfBookings,
  tickets,
  versions,
  wholeHolds,
} from './seats.js'
import {
  cancellationsTold,
  changesTold,
  confirmationsTold,
  existenceTold,
  faultsTold,
  holdsTold,
  oneAnswer,
  refusalsTold,
  statusesTold,
  unavailableTold,
} from './told.js'
import { mapsConverge } from './watchers.js'

export const INVARIANTS: readonly Invariant[] = [
  oneClaim,
  wholeHolds,
  seatsOfBookings,
  bookingsWithSeats,
  noneOfCancelled,
  heldSeatsEnd,
  versions,
  tickets,
  paidOnce,
  endedOnce,
  booksAgree,
  refundsFail,
  nothingPending,
  holdsTold,
  confirmationsTold,
  cancellationsTold,
  changesTold,
  statusesTold,
  existenceTold,
  faultsTold,
  refusalsTold,
  unavailableTold,
  oneAnswer,
  mapsConverge,
  mailedOnce,
]

/** All violations of all invariants. */
export async function check(pool: Queryable, invariants = INVARIANTS): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const { name, sql } of invariants) {
    const { rows } = await pool.query(sql)
    for (const { detail, booking_id: bookingId, show_id: showId, seat_id: seatId } of rows) {
      violations.push({ invariant: name, detail, bookingId, showId, seatId })
    }
  }
  return violations
}
