import fc from 'fast-check'
import { type Booking, type Model, type Status, seatStatus, statusOf } from '../../model/model.js'
import type { Outcome } from '../../model/outcome.js'
import { GUESTS, type Real, SEATS, seatIdsOf } from '../../real.js'
import type { Choose } from '../step.js'

const few = fc.uniqueArray(fc.nat(SEATS - 1), { minLength: 1, maxLength: 3 })
const many = fc.uniqueArray(fc.nat(SEATS - 1), { minLength: 4, maxLength: 5 })
/** Places in a list of seats: which list that is shows where the model stands. */
export const places = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many })
/** Of seats of a booking, all of it when null. */
export const some = fc.option(few, { nil: null })
export const guest = fc.nat(GUESTS - 1)
/** Whether what is chosen is not looked at first: somebody else's, taken, or in the wrong state. */
export const isStray = fc.integer({ min: 0, max: 7 }).map((n) => n === 7)

/** A booking in the terms of the model, to do something with. */
export interface Picked {
  readonly model: Model
  readonly booking: Booking
  readonly isStray: boolean
}

/** What is done with it. */
export interface Plan {
  readonly tale: string
  toInput(real: Real): object
  decide(model: Model): Outcome
}

/**
 * Does something with one of the latest bookings in a status, mostly by its owner; where it is a stray with any booking, by
 * anybody.
 */
export function about<T>(
  status: Status,
  drawn: fc.Arbitrary<T>,
  plan: (picked: Picked, drawn: T) => Plan | null,
): fc.Arbitrary<Choose> {
  return fc.tuple(fc.nat(2), isStray, guest, drawn).map(
    ([ago, isStray, guest, value]): Choose =>
      (model) => {
        const candidates = model.bookings.filter((booking) => isStray || statusOf(model, booking) === status)
        const booking = candidates.at(-1 - (ago % candidates.length))
        if (booking === undefined) return null
        const index = model.bookings.indexOf(booking)
        const planned = plan({ model, booking, isStray }, value)
        return (
          planned && {
            ...planned,
            by: isStray ? guest : booking.owner,
            booking,
            tale: [`#${index}`, planned.tale].filter(Boolean).join(', '),
            toInput: (real) => ({ bookingId: real.bookingIds[index], ...planned.toInput(real) }),
          }
        )
      },
  )
}

export function seatsAt(candidates: readonly number[], places: readonly number[]): number[] {
  const chosen = new Set(places.map((place) => place % candidates.length))
  return candidates.filter((_, index) => chosen.has(index))
}

/** The seats of a show that can be had, or all of them. */
export function wanted(model: Model, show: number, isStray: boolean): number[] {
  const all = model.shows[show]!.prices.map((_, seat) => seat)
  return isStray ? all : all.filter((seat) => seatStatus(model, show, seat) === 'AVAILABLE')
}

/** The input for some seats of a booking, or all. */
export function seatInput(real: Real, { show }: Booking, seats: readonly number[] | null): object {
  return seats === null ? {} : { seatIds: seatIdsOf(real, show, seats) }
}
