import fc from 'fast-check'
import { cancelBooking, exchangeBooking } from '../../model/changing.js'
import { seatIdsOf } from '../../real.js'
import { about, places, seatInput, seatsAt, some, wanted } from './about.js'
import { card } from './payments.js'

export const cancelling = about('CONFIRMED', some, ({ booking }, places) => {
  const seats = places && seatsAt(booking.seats, places)
  return {
    tale: `${seats ?? 'all'}`,
    toInput: (real) => seatInput(real, booking, seats),
    decide: (model) => cancelBooking(model, booking, seats),
  }
})

const PAYMENTS = {
  accepted: { isAccepted: true },
  declined: { isAccepted: false },
  unpaid: null,
} as const
const payment = fc.constantFrom<keyof typeof PAYMENTS>('accepted', 'accepted', 'declined', 'unpaid')

export const exchanging = about(
  'CONFIRMED',
  fc.tuple(fc.boolean(), places, payment),
  ({ model, booking, isStray }, [isOther, places, paid]) => {
    const show = isOther ? 1 - booking.show : booking.show
    const own = isOther ? [] : booking.seats
    const candidates = [...new Set([...own, ...wanted(model, show, isStray)])].sort((a, b) => a - b)
    const seats = seatsAt(candidates, places)
    if (seats.length === 0) return null
    const payment = PAYMENTS[paid]
    return {
      tale: `show ${show}, seats ${seats}, ${paid}`,
      toInput: (real) => ({
        seatIds: seatIdsOf(real, show, seats),
        ...(isOther && { showId: real.shows[show]!.id }),
        ...(payment && { payment: card(payment.isAccepted) }),
      }),
      decide: (model) => exchangeBooking(model, booking, { show, seats, payment }),
    }
  },
)
