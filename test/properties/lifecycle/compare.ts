import { expect } from 'vitest'
import { type Booking, type Model, statusOf, totalOf } from './model/model.js'
import { confirmedRefusals, type Outcome } from './model/outcome.js'
import { type Answer, type Real, seatIdsOf } from './real.js'

/** Whether an answer is one that the model allows, with all that it tells. */
export function compare(model: Model, real: Real, { answer, outcome }: { answer: Answer; outcome: Outcome }): void {
  expect(outcome.types).toContain(answer.__typename)
  const { seats: taken, ...fields } = outcome.fields
  if (outcome.types.length === 1) expect(withoutBooking(answer)).toMatchObject(fields)
  if (answer.__typename === 'SeatsUnavailableError') compareTaken(real, answer.seats, taken as Taken[])
  if (answer.booking !== undefined && outcome.booking !== null) {
    compareBooking(model, real, { answer: answer.booking, booking: outcome.booking })
  }
}

interface Taken {
  readonly show: number
  readonly seat: number
  readonly status: string
}

function compareTaken(real: Real, seats: Answer, taken: readonly Taken[]): void {
  const expected = taken.map(({ show, seat, status }) => ({ seatId: seatIdsOf(real, show, [seat])[0], status }))
  expect(bySeatId(seats)).toEqual(bySeatId(expected))
}

const bySeatId = (seats: readonly Answer[]) => seats.toSorted((a, b) => a.seatId.localeCompare(b.seatId))

export function compareBooking(
  model: Model,
  real: Real,
  { answer, booking }: { readonly answer: Answer; readonly booking: Booking },
): void {
  const seats = seatIdsOf(real, booking.show, booking.seats)
  const prices = booking.seats.map((seat) => model.shows[booking.show]!.prices[seat]!)
  expect({
    status: answer.status,
    show: answer.show.id,
    expiresAt: new Date(answer.expiresAt).getTime(),
    total: toMinor(answer.total),
    seats: bySeatId(answer.seats.map((seat: Answer) => ({ seatId: seat.seat.id, price: toMinor(seat.price) }))),
    isOffered: answer.transfer !== null,
  }).toEqual({
    status: statusOf(model, booking),
    show: real.shows[booking.show]!.id,
    expiresAt: booking.expiresAt,
    total: totalOf(model, booking),
    seats: bySeatId(seats.map((seatId, index) => ({ seatId, price: prices[index] }))),
    // Nobody is told of an offer that nobody can accept any more.
    isOffered: booking.offer !== null && confirmedRefusals(model, booking).length === 0,
  })
}

/** What stays the same however often it is asked for: the booking is told as it stands. Amounts in minor units. */
export function withoutBooking({ booking: _, ...answer }: Answer): Answer {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, isMoney(value) ? toMinor(value) : value]),
  )
}

const isMoney = (value: unknown): value is { amount: string } =>
  typeof value === 'object' && value !== null && 'amount' in value

const toMinor = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100)
