import type { Booking, BookingOfShow, BookingStatus } from './store.js'

/** Which status leads to which. What is not here does not happen. */
export const TRANSITIONS: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  PENDING: ['CONFIRMED', 'EXPIRED', 'RELEASED'],
  CONFIRMED: ['CANCELLED', 'COMPLETED'],
  // Paid at the last moment: confirmed after all, where its seats are still free.
  EXPIRED: ['CONFIRMED'],
  RELEASED: [],
  CANCELLED: [],
  COMPLETED: [],
}

/** How often a booking may be tried to be paid. */
export const MAX_PAYMENT_ATTEMPTS = 3
/** In how many shares a booking may be paid at most. */
export const MAX_SHARES = 10
const PAYING_SECONDS = 180

/** A seat of a booking with its price in minor units. */
export interface BookingSeat {
  readonly showId: number
  readonly seatId: number
  readonly price: number
  readonly currency: string
}

/**
 * Where a booking stands: a hold whose time is over has expired, and a booking whose show is over is completed, whether that is
 * written down already or not.
 */
export function statusAt(
  { status, expiresAt }: Pick<Booking, 'status' | 'expiresAt'>,
  now: Date,
  showEndsAt: Date | null = null,
): BookingStatus {
  if (status === 'PENDING' && expiresAt <= now) return 'EXPIRED'
  if (status === 'CONFIRMED' && showEndsAt !== null && showEndsAt <= now) return 'COMPLETED'
  return status
}

/** Where a booking of a known show stands. */
export function statusOf(booking: BookingOfShow, now: Date): BookingStatus {
  // A show that is cancelled is never over: its bookings can be cancelled.
  return statusAt(booking, now, booking.show.cancelledAt === null ? booking.show.endsAt : null)
}

/** Whether a booking may go from where it stands to another status. */
export function canBecome(booking: BookingOfShow, next: BookingStatus, now: Date): boolean {
  return TRANSITIONS[statusOf(booking, now)].includes(next)
}

/** The seats of a booking with the prices that were quoted for them. */
export function seatsOf({ showId, seatIds, seatPrices, currency }: Booking): BookingSeat[] {
  return seatIds.map((seatId, index) => ({ showId, seatId, price: seatPrices[index]!, currency }))
}

/** The end of a hold that is made longer by `seconds` from now on, no later than `maxSeconds` after it began. */
export function extendedEnd(
  { createdAt }: Pick<Booking, 'createdAt'>,
  now: Date,
  { seconds, maxSeconds }: { readonly seconds: number; readonly maxSeconds: number },
): Date {
  const longest = createdAt.getTime() + maxSeconds * 1000
  return new Date(Math.min(now.getTime() + seconds * 1000, longest))
}

/** The end of a hold whose payment begins now: one that is about to end gets three minutes, once. Null where it stays as it is. */
export function paymentEnd(booking: Booking, now: Date, maxSeconds: number): Date | null {
  if (booking.paymentExtendedAt !== null) return null
  const end = extendedEnd(booking, now, { seconds: PAYING_SECONDS, maxSeconds })
  return end > booking.expiresAt ? end : null
}

/** Seats as a booking keeps them: ascending, with their prices in the same order and what they cost together. */
export function toColumns(seats: readonly Pick<BookingSeat, 'seatId' | 'price'>[]) {
  const sorted = seats.toSorted((a, b) => a.seatId - b.seatId)
  return {
    seatIds: sorted.map(({ seatId }) => seatId),
    seatPrices: sorted.map(({ price }) => price),
    total: sorted.reduce((sum, { price }) => sum + price, 0),
  }
}

/** What is left of seats without some of them. */
export function withoutSeats(seats: readonly BookingSeat[], seatIds: readonly number[]) {
  return toColumns(seats.filter(({ seatId }) => !seatIds.includes(seatId)))
}
