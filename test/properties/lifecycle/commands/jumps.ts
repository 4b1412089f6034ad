import fc from 'fast-check'
import { MINUTE, type Model } from '../model/model.js'
import type { Real } from '../real.js'

/** Time passes, and nobody does anything. */
class Jump implements fc.AsyncCommand<Model, Real> {
  readonly #name: string
  readonly #target: (model: Model) => number

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

/** Makes it this moment for the model and the server alike. */
export function jumpTo(model: Model, { server }: Real, moment: number): void {
  server.clock.jump((moment - model.now) / 1000)
  model.now = moment
}

export const passing = fc
  .constantFrom(1, 1, 2, 2, 5, 5, 10, 15, 60, 180, 720)
  .map((minutes) => new Jump(`${minutes} min pass`, ({ now }) => now + minutes * MINUTE))

/** Where policies change, the resale ends, a show starts and is over; the last holds are made ten minutes before. */
const MINUTES_BEFORE = [2880, 2880, 1440, 1440, 1440, 360, 360, 120, 120, 30, 30, 10, 10, 0, 0, -120] as const

/** A millisecond before, exactly then, or a millisecond after. */
export const nearing = fc
  .tuple(fc.nat(1), fc.constantFrom(...MINUTES_BEFORE), fc.constantFrom(-1, 0, 1))
  .map(([show, minutes, ms]) => {
    const name = `it is ${minutes} min before show ${show}${plus(ms)}`
    return new Jump(name, ({ shows }) => shows[show]!.startsAt - minutes * MINUTE + ms)
  })

/** Three minutes before the end of a hold a payment makes it longer. */
export const expiring = fc
  .tuple(fc.nat(1), fc.constantFrom(-180_000, -1, 0))
  .map(([ago, ms]) => new Jump(`the hold ${ago} ago ends${plus(ms)}`, (model) => endOf(model, ago) + ms))

const endOf = ({ bookings }: Model, ago: number): number => bookings.at(-1 - ago)?.expiresAt ?? 0

const plus = (ms: number): string => (ms === 0 ? '' : `, ${ms > 0 ? '+' : ''}${ms} ms`)
