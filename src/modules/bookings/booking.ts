import type { Booking, BookingStatus } from './store.js'

/** Which status leads to which. What is not here does not happen. */
export const TRANSITIONS: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  PENDING: ['CONFIRMED', 'EXPIRED', 'RELEASED'],
  CONFIRMED: ['CANCELLED', 'COMPLETED'],
  EXPIRED: [],
  RELEASED: [],
  CANCELLED: [],
  COMPLETED: [],
}

/** A seat of a booking with its price in minor units. */
export interface BookingSeat {
  readonly showId: number
  readonly seatId: number
  readonly price: number
  readonly currency: string
}

/** Where a booking stands: a hold whose time is over has expired, whether that is written down already or not. */
export function statusAt({ status, expiresAt }: Pick<Booking, 'status' | 'expiresAt'>, now: Date): BookingStatus {
  return status === 'PENDING' && expiresAt <= now ? 'EXPIRED' : status
}

/** Whether a booking may go from where it stands to another status. */
export function canBecome(booking: Booking, next: BookingStatus, now: Date): boolean {
  return TRANSITIONS[statusAt(booking, now)].includes(next)
}

/** The seats of a booking with the prices that were quoted for them. */
export function seatsOf({ showId, seatIds, seatPrices, currency }: Booking): BookingSeat[] {
  return seatIds.map((seatId, index) => ({ showId, seatId, price: seatPrices[index]!, currency }))
}
