import { takenOf } from './holding.js'
import { type Booking, isClosed, LIMITS, type Model, priceOf, refundFor, statusOf, termsOf, totalOf } from './model.js'
import { answer, applying, cancellationRefusals, type Outcome, refuse } from './outcome.js'
import { decline } from './paying.js'

/** What cancelling some seats of a booking, or all, would come to. */
export function cancellationQuote(model: Model, booking: Booking, seats: readonly number[] | null): Outcome {
  const refusals = cancellationRefusals(model, booking)
  if (refusals.length > 0) return refuse(refusals, booking)
  const { percent, isResold } = termsOf(model, booking)
  const cancelled = seats ?? booking.seats
  const refund = refundFor(model, booking, cancelled)
  const retained = priceOf(model, booking.show, cancelled) - refund
  const reason = model.shows[booking.show]!.isCancelled ? 'SHOW_CANCELLED' : reasonOf(percent)
  return answer('CancellationQuote', booking, { refund, retained, percent, reason, seatsGoBackOnSale: isResold })
}

function reasonOf(percent: number): string {
  if (percent === 100) return 'FULL_REFUND'
  return percent === 0 ? 'NO_REFUND' : 'PARTIAL_REFUND'
}

export function cancelBooking(model: Model, booking: Booking, seats: readonly number[] | null): Outcome {
  const refusals = cancellationRefusals(model, booking)
  if (refusals.length > 0) return refuse(refusals, booking)
  const cancelled = seats ?? booking.seats
  const refund = refundFor(model, booking, cancelled)
  booking.retained += priceOf(model, booking.show, cancelled) - refund
  booking.refunded += refund
  giveBack(model, booking, cancelled)
  const left = booking.seats.filter((seat) => !cancelled.includes(seat))
  if (left.length === 0) booking.status = 'CANCELLED'
  else booking.seats = left
  booking.offer = null
  return answer('CancelBookingSuccess', booking, { refund })
}

export interface Exchange {
  readonly show: number
  readonly seats: readonly number[]
  /** How the difference is paid, if at all. */
  readonly payment: { readonly isAccepted: boolean } | null
}

export function exchangeBooking(model: Model, booking: Booking, { show, seats, payment }: Exchange): Outcome {
  const kept = show === booking.show ? booking.seats.filter((seat) => seats.includes(seat)) : []
  const taken = takenOf(
    model,
    show,
    seats.filter((seat) => !kept.includes(seat)),
  )
  const refusals = [
    ...cancellationRefusals(model, booking),
    ...applying({
      ShowClosedError: isClosed(model, show),
      ExchangeClosedError: statusOf(model, booking) === 'CONFIRMED' && termsOf(model, booking).percent === 0,
      SeatLimitExceededError: seats.length > LIMITS.seats,
      SeatsUnavailableError: taken.length > 0,
    }),
  ]
  if (refusals.length > 0) return { ...refuse(refusals, booking), fields: { seats: taken } }
  const difference = priceOf(model, show, seats) - totalOf(model, booking)
  if (difference > 0 && payment === null) {
    return answer('PaymentRequiredError', booking, { amount: difference })
  }
  if (difference > 0 && booking.exchangeDeclines >= LIMITS.attempts)
    return refuse(['PaymentAttemptsExceededError'], booking)
  if (difference > 0 && !payment!.isAccepted) return decline(booking, 'exchangeDeclines')
  return exchange(model, booking, { show, seats, kept, difference })
}

interface Exchanged {
  readonly show: number
  readonly seats: readonly number[]
  readonly kept: readonly number[]
  readonly difference: number
}

function exchange(model: Model, booking: Booking, { show, seats, kept, difference }: Exchanged): Outcome {
  const given = booking.seats.filter((seat) => !kept.includes(seat))
  giveBack(model, booking, given)
  const charged = Math.max(0, difference)
  const less = Math.max(0, -difference)
  // Else fewer seats would be a way around the policy.
  const { percent } = termsOf(model, booking)
  const refund = Math.round((less * percent) / 100)
  // A later show does not make the terms better.
  const refundCap = show === booking.show ? booking.refundCap : percent
  Object.assign(booking, { show, seats: [...seats], refundCap, offer: null })
  booking.retained += less - refund
  booking.captured += charged
  booking.refunded += refund
  return answer('ExchangeBookingSuccess', booking, { charged, refund })
}

/** Seats that come back late are not sold again. */
function giveBack(model: Model, booking: Booking, seats: readonly number[]): void {
  if (termsOf(model, booking).isResold) return
  for (const seat of seats) model.shows[booking.show]!.blocked.add(seat)
}
