import fc from 'fast-check'
import { extendHold, holdSeats, releaseSeats, swapSeats } from '../../model/holding.js'
import { isClosed } from '../../model/model.js'
import { seatIdsOf } from '../../real.js'
import type { Choose } from '../step.js'
import { about, guest, isStray, places, seatInput, seatsAt, some, wanted } from './about.js'

const SECONDS = [null, 300, 600, 900] as const

export const holding = fc.tuple(guest, fc.nat(1), places, isStray, fc.constantFrom(...SECONDS)).map(
  ([by, first, places, isStray, seconds]): Choose =>
    (model) => {
      const show = isClosed(model, first) && !isStray ? 1 - first : first
      const seats = seatsAt(wanted(model, show, isStray), places)
      if (seats.length === 0) return null
      return {
        by,
        booking: null,
        tale: `show ${show}, seats ${seats}${seconds === null ? '' : `, for ${seconds} s`}`,
        toInput: (real) => ({
          showId: real.shows[show]!.id,
          seatIds: seatIdsOf(real, show, seats),
          ...(seconds && { holdSeconds: seconds }),
        }),
        decide: (model) => holdSeats(model, { by, show, seats, seconds }),
      }
    },
)

export const extending = about('PENDING', fc.constant(null), ({ booking }) => ({
  tale: '',
  toInput: () => ({}),
  decide: (model) => extendHold(model, booking),
}))

export const releasing = about('PENDING', some, ({ booking }, places) => {
  const seats = places && seatsAt(booking.seats, places)
  return {
    tale: `${seats ?? 'all'}`,
    toInput: (real) => seatInput(real, booking, seats),
    decide: (model) => releaseSeats(model, booking, seats),
  }
})

export const swapping = about('PENDING', fc.tuple(places, places), ({ model, booking, isStray }, [given, taken]) => {
  const { show, seats } = booking
  const free = wanted(model, show, isStray).filter((seat) => !seats.includes(seat))
  const swap = { release: seatsAt(seats, given), take: seatsAt(free, taken) }
  if (swap.take.length === 0) return null
  return {
    tale: `${swap.release} for ${swap.take}`,
    toInput: (real) => ({
      releaseSeatIds: seatIdsOf(real, show, swap.release),
      takeSeatIds: seatIdsOf(real, show, swap.take),
    }),
    decide: (model) => swapSeats(model, booking, swap),
  }
})
