import type { Booking, Model } from './model.js'
import { answer, confirmedRefusals, type Outcome, refuse } from './outcome.js'

export function transferBooking(model: Model, booking: Booking): Outcome {
  const refusals = confirmedRefusals(model, booking)
  if (refusals.length > 0) return refuse(refusals, booking)
  booking.offer = model.codes
  model.codes += 1
  return answer('TransferBookingSuccess', booking)
}

export function acceptTransfer(model: Model, by: number, code: number): Outcome {
  const booking = model.bookings.find(({ offer }) => offer === code)
  if (booking === undefined) return refuse(['NotFoundError'])
  const refusals = confirmedRefusals(model, booking).map((name) => name.replace('BookingState', 'TransferClosed'))
  if (refusals.length > 0) return refuse(refusals)
  booking.owner = by
  booking.offer = null
  return answer('AcceptTransferSuccess', booking)
}

export function withdrawTransfer(booking: Booking): Outcome {
  if (booking.offer === null) return refuse(['BookingStateError'], booking)
  booking.offer = null
  return answer('WithdrawTransferSuccess', booking)
}
