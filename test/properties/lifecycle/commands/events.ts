import type fc from 'fast-check'
import { expect } from 'vitest'
import { compare, withoutBooking } from '../compare.js'
import { cancellationQuote } from '../model/changing.js'
import { type Booking, isClosed, MINUTE, type Model, statusOf } from '../model/model.js'
import { refuse } from '../model/outcome.js'
import { QUOTE } from '../mutations.js'
import { type Real, seatIdsOf, work } from '../real.js'
import { send } from './step.js'

type Command = fc.AsyncCommand<Model, Real>

/** The theater cancels a show that lies ahead. */
export class CancelShow implements Command {
  readonly #show: number

  constructor(show: number) {
    this.#show = show
  }

  check(model: Readonly<Model>): boolean {
    return !isClosed(model, this.#show)
  }

  async run(model: Model, { server, shows }: Real): Promise<void> {
    model.shows[this.#show]!.isCancelled = true
    const values = [shows[this.#show]!.key, new Date(model.now)]
    await server.seed.sql('UPDATE show SET cancelled_at = $2 WHERE id = $1', values)
  }

  toString(): string {
    return `show ${this.#show} is cancelled`
  }
}

/** A worker comes. No answer depends on whether it has, but the map shows seats of holds that are over until then. */
export class Work implements Command {
  check = () => true

  async run(_model: Model, real: Real): Promise<void> {
    await work(real.server)
  }

  toString = () => 'work'
}

const KEPT_MS = 24 * 60 * MINUTE

/** Sends what was sent before once more: its answer is kept for a day, and told for as long as the booking is the sender's. */
export class Retry implements Command {
  readonly #ago: number

  constructor(ago: number) {
    this.#ago = ago
  }

  check = () => true

  async run(model: Model, real: Real): Promise<void> {
    const sent = real.sent.at(-1 - this.#ago)
    if (sent === undefined || model.now - sent.at >= KEPT_MS) return
    const again = await send(real, sent)
    const isGone = sent.booking !== null && sent.booking.owner !== sent.by
    if (isGone && sent.answer.booking) expect(again.__typename).toBe('NotFoundError')
    else if (!isGone) expect(withoutBooking(again)).toEqual(withoutBooking(sent.answer))
  }

  toString(): string {
    return `retry ${this.#ago} ago`
  }
}

/** Asks what cancelling would come to, by the rule of the model that cancelling is compared with; somebody else asks in vain. */
export class Quote implements Command {
  readonly #ago: number
  readonly #isWhole: boolean

  constructor(ago: number, isWhole: boolean) {
    this.#ago = ago
    this.#isWhole = isWhole
  }

  check(model: Readonly<Model>): boolean {
    return model.bookings.length > this.#ago
  }

  async run(model: Model, real: Real): Promise<void> {
    const booking = this.#pick(model)
    const seats = this.#isWhole ? null : booking.seats.slice(0, 1)
    const bookingId = real.bookingIds[model.bookings.indexOf(booking)]
    const variables = { bookingId, seatIds: seats && seatIdsOf(real, booking.show, seats) }
    const { answer } = await real.guests[booking.owner]!.query(QUOTE, variables)
    compare(model, real, { answer, outcome: cancellationQuote(model, booking, seats) })
    const stranger = real.guests[(booking.owner + 1) % real.guests.length]!
    const refused = await stranger.query(QUOTE, variables)
    compare(model, real, { answer: refused.answer, outcome: refuse(['NotFoundError']) })
  }

  /** Rather one that can be cancelled. */
  #pick(model: Model): Booking {
    const isConfirmed = (booking: Booking) => statusOf(model, booking) === 'CONFIRMED'
    const [confirmed, others] = [model.bookings.filter(isConfirmed), model.bookings.filter((one) => !isConfirmed(one))]
    return [...others, ...confirmed].at(-1 - this.#ago)!
  }

  toString(): string {
    return `quote(${this.#ago} ago, ${this.#isWhole ? 'all' : 'one seat'})`
  }
}
