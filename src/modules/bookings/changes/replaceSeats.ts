import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../../lib/db/index.js'
import { notify } from '../../notifications/index.js'
import { type SeatCause, type SeatState, setCause } from '../../seatmaps/index.js'
import { issueTickets, voidTickets } from '../../tickets/index.js'
import { bookSeats, freeSeats } from '../seatStore.js'
import { type Booking, type BookingChange, updateBooking } from '../store.js'
import { endTransfer } from '../transfers/transferStore.js'

/** Which seats a booking has from now on, and which of them are others than before. */
export interface Replacement {
  readonly change: BookingChange & Pick<Booking, 'showId'>
  /** Those it had and does not have any more. */
  readonly given: readonly number[]
  /** What becomes of them. */
  readonly to: 'AVAILABLE' | 'BLOCKED'
  /** Those it did not have, which are free. */
  readonly taken: readonly number[]
  readonly cause: SeatCause
  readonly now: Date
}

/** Puts other seats into a confirmed booking in the place of some it has, with tickets of their own; an offer of it ends. */
export async function replaceSeats(
  tx: Transaction,
  booking: Pick<Booking, 'id' | 'showId' | 'accountId'>,
  { change, given, to, taken, cause, now }: Replacement,
): Promise<SeatState[]> {
  const { id: bookingId } = booking
  const { showId } = change
  await setCause(tx, cause)
  await updateBooking(tx, bookingId, change)
  await endTransfer(tx, bookingId, now)
  const freed = await freeSeats(tx, booking, { seatIds: given, to, now })
  const booked = await bookSeats(tx, { ...booking, showId }, { seatIds: taken, now })
  if (booked === null) throw new Error('seats were free and could not be booked')
  await voidTickets(tx, { bookingId, seatIds: given, now })
  await issueTickets(tx, { bookingId, showId, seatIds: taken, now })
  await notify(tx, { event: 'BOOKING_CHANGED', bookingId, occurrence: randomUUID() })
  return [...freed, ...booked]
}
