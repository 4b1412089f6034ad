import fc from 'fast-check'
import { boundsOf, MINUTE, type Model } from '../model/model.js'
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

/** A millisecond before, exactly then, or a millisecond after what changes the terms of a show. */
export const nearing = fc
  .tuple(fc.nat(1), fc.nat(7), fc.constantFrom(0, 0, -1, 1))
  .map(
    ([show, which, ms]) =>
      new Jump(`show ${show}, bound ${which}${plus(ms)}`, (model) => boundOf(model, show, which) + ms),
  )

/** Its policy's tiers, the end of the resale, the last holds, its start and its end. */
function boundOf({ shows }: Model, show: number, which: number): number {
  const { startsAt, policy } = shows[show]!
  const minutes = [...boundsOf(policy), 30, 30, 10, 0, -120]
  return startsAt - minutes[which % minutes.length]! * MINUTE
}

/** To such a time from the end of a hold. */
const ending = (ms: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.nat(1), ms)
    .map(([ago, ms]) => new Jump(`the hold ${ago} ago ends${plus(ms)}`, (model) => endOf(model, ago) + ms))

export const expiring = ending(fc.constantFrom(-1, 0))
/** Within three minutes before the end of a hold a payment makes it longer. */
export const hurrying = ending(fc.constantFrom(-120_000, -60_000))

const endOf = ({ bookings }: Model, ago: number): number => bookings.at(-1 - ago)?.expiresAt ?? 0

const plus = (ms: number): string => (ms === 0 ? '' : `, ${ms > 0 ? '+' : ''}${ms} ms`)
