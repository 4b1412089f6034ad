import { statusAt } from '../../booking.js'
import type { Booking } from '../../store.js'

/** What says how a booking has ended. */
export type PastBooking = Pick<Booking, 'status' | 'expiresAt' | 'confirmedAt' | 'cancelledAt'>

export interface FlaggingRule {
  /** After how many bookings in a row that came to nothing. */
  readonly afterBookings: number
  readonly now: Date
}

interface Ending {
  readonly at: Date
  readonly isKept: boolean
}

/**
 * Whether an account is flagged: the last of its bookings that have ended or were confirmed were all cancelled, or expired. By when that was,
 * as a booking that is confirmed late clears those before. One that was given back, or still waits, says nothing.
 */
export function isFlagged(bookings: readonly PastBooking[], { afterBookings, now }: FlaggingRule): boolean {
  const endings = bookings.map((booking) => endingOf(booking, now)).filter((ending) => ending !== null)
  const last = endings.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, afterBookings)
  return last.length === afterBookings && last.every(({ isKept }) => !isKept)
}

function endingOf(booking: PastBooking, now: Date): Ending | null {
  switch (statusAt(booking, now)) {
    case 'CONFIRMED':
    case 'COMPLETED':
      return { at: booking.confirmedAt!, isKept: true }
    case 'EXPIRED':
      return { at: booking.expiresAt, isKept: false }
    case 'CANCELLED':
      return { at: booking.cancelledAt!, isKept: false }
    case 'PENDING':
    case 'RELEASED':
      return null
  }
}
