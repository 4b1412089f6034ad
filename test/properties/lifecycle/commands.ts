import fc from 'fast-check'
import { expect } from 'vitest'
import { cancellationQuote } from './changing.js'
import { CHOICES } from './choices.js'
import { compare, withoutBooking } from './compare.js'
import { isClosed, MINUTE, type Model } from './model.js'
import { QUOTE } from './mutations.js'
import { refuse } from './outcome.js'
import { type Real, seatIdsOf, work } from './real.js'
import { type How, Step, send } from './step.js'

type Command = fc.AsyncCommand<Model, Real>

/** Time passes, and nobody does anything. */
class Jump implements Command {
  readonly #target: (model: Model) => number
  readonly #name: string

  constructor(name: string, target: (model: Model) => number) {
    this.#name = name
    this.#target = target
  }

  check(model: Readonly<Model>): boolean {
    return this.#target(model) > model.now
  }

  async run(model: Model, real: Real): Promise<void> {
    jumpTo(model, real, this.#target(model))
  }

  toString(): string {
    return this.#name
  }
}

export function jumpTo(model: Model, { server }: Real, moment: number): void {
  server.clock.jump((moment - model.now) / 1000)
  model.now = moment
}

/** The theater cancels a show that lies ahead. */
class CancelShow implements Command {
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

/** A worker comes: what it does is seen by nobody but the seat map. */
class Work implements Command {
  check = () => true

  async run(_model: Model, real: Real): Promise<void> {
    await work(real.server)
  }

  toString = () => 'work'
}

/** Sends what was sent before once more: its answer is kept for a day, and told for as long as the booking is the sender's. */
class Retry implements Command {
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

const KEPT_MS = 24 * 60 * MINUTE

/** Asks what cancelling would come to: cancelling is compared with the same rule of the model. */
class Quote implements Command {
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
    const index = model.bookings.length - 1 - this.#ago
    const booking = model.bookings[index]!
    const seats = this.#isWhole ? null : booking.seats.slice(0, 1)
    const seatIds = seats && seatIdsOf(real, booking.show, seats)
    const { answer } = await real.guests[booking.owner]!.query(QUOTE, { bookingId: real.bookingIds[index], seatIds })
    compare(model, real, { answer, outcome: cancellationQuote(model, booking, seats) })
    const stranger = real.guests[(booking.owner + 1) % real.guests.length]!
    const refused = await stranger.query(QUOTE, { bookingId: real.bookingIds[index], seatIds })
    compare(model, real, { answer: refused.answer, outcome: refuse(['NotFoundError']) })
  }

  toString(): string {
    return `quote(${this.#ago} ago, ${this.#isWhole ? 'all' : 'one'})`
  }
}

const how = fc.constantFrom<How>('once', 'once', 'once', 'once', 'again', 'twins')
const steps = CHOICES.map(({ mutation, weight, choose }) => ({
  weight,
  arbitrary: fc.tuple(how, choose).map(([how, choose]): Command => new Step(mutation, how, choose)),
}))

const passing = fc
  .constantFrom(1, 1, 2, 2, 5, 5, 10, 15, 60, 180, 720)
  .map((minutes): Command => new Jump(`${minutes} min pass`, ({ now }) => now + minutes * MINUTE))

/** Where the policies change, the resale ends, the show starts or is over: a moment before, then, or a moment after. */
const nearing = fc
  .tuple(
    fc.nat(1),
    fc.constantFrom(2880, 2880, 1440, 1440, 1440, 360, 360, 120, 120, 30, 30, 10, 10, 0, 0, -120),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([show, minutes, ms]): Command => {
    const name = `it is ${minutes} min before show ${show}${ms === 0 ? '' : `, ${ms} ms`}`
    return new Jump(name, ({ shows }) => shows[show]!.startsAt - minutes * MINUTE + ms)
  })

const expiring = fc
  .tuple(fc.nat(1), fc.constantFrom(-180_000, -1, 0))
  .map(
    ([ago, ms]): Command =>
      new Jump(
        `the hold ${ago} ago ends${ms === 0 ? '' : `, ${ms} ms`}`,
        ({ bookings }) => (bookings.at(-1 - ago)?.expiresAt ?? 0) + ms,
      ),
  )

/** What may happen, once. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  ...steps,
  { weight: 3, arbitrary: passing },
  { weight: 2, arbitrary: expiring },
  { weight: 2, arbitrary: nearing },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3), fc.boolean()).map(([ago, isWhole]): Command => new Quote(ago, isWhole)) },
  { weight: 2, arbitrary: fc.nat(5).map((ago): Command => new Retry(ago)) },
  { weight: 2, arbitrary: fc.constant(null).map((): Command => new Work()) },
  { weight: 1, arbitrary: fc.nat(1).map((show): Command => new CancelShow(show)) },
)
