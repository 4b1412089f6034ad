import { type Booking, HOLD, isOver, LIMITS, type Model, statusOf, totalOf } from './model.js'
import { answer, applying, type Outcome, refuse } from './outcome.js'

export interface Paying {
  readonly isAccepted: boolean
  /** In minor units, all that is open when null. */
  readonly amount: number | null
}

export function openOf(model: Model, booking: Booking): number {
  return totalOf(model, booking) - booking.reserved.reduce((sum, amount) => sum + amount, 0)
}

export function confirmBooking(model: Model, booking: Booking, { isAccepted, amount }: Paying): Outcome {
  const open = openOf(model, booking)
  const pays = amount ?? open
  const status = statusOf(model, booking)
  const refusals = [
    ...applying({
      HoldExpiredError: status === 'EXPIRED',
      BookingStateError: status !== 'PENDING' && status !== 'EXPIRED',
      // A hold that was made in time is kept.
      ShowClosedError: isOver(model, booking.show) || model.shows[booking.show]!.isCancelled,
      PaymentAttemptsExceededError: booking.declines >= LIMITS.attempts,
      InvalidPaymentAmountError: pays <= 0 || pays > open,
    }),
  ]
  if (refusals.length > 0) return refuse(refusals, booking)
  extendForPaying(model, booking)
  if (!isAccepted) return decline(booking, 'declines')
  booking.reserved.push(pays)
  if (pays < open) return answer('PartialPaymentSuccess', booking, { open: open - pays })
  booking.status = 'CONFIRMED'
  booking.captured = totalOf(model, booking)
  booking.reserved = []
  return answer('ConfirmBookingSuccess', booking)
}

/** A hold that is about to end gets up to three minutes, once. */
function extendForPaying(model: Model, booking: Booking): void {
  if (booking.isExtendedForPaying) return
  const end = Math.min(model.now + HOLD.paying, booking.createdAt + HOLD.max)
  if (end <= booking.expiresAt) return
  booking.expiresAt = end
  booking.isExtendedForPaying = true
}

export function decline(booking: Booking, count: 'declines' | 'exchangeDeclines'): Outcome {
  booking[count] += 1
  const attemptsLeft = LIMITS.attempts - booking[count]
  return answer('PaymentDeclinedError', booking, { reason: 'GENERIC_DECLINE', attemptsLeft })
}
