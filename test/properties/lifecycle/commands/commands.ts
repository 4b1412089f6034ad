import fc from 'fast-check'
import type { Model } from '../model/model.js'
import type { Real } from '../real.js'
import { cancelling, exchanging } from './choices/changes.js'
import { extending, holding, releasing, swapping } from './choices/holds.js'
import { confirming } from './choices/payments.js'
import { accepting, offering, withdrawing } from './choices/transfers.js'
import { CancelShow, Quote, Retry, Work } from './events.js'
import { expiring, nearing, passing } from './jumps.js'
import { type Choose, type How, Step } from './step.js'

const how = fc.constantFrom<How>('once', 'once', 'once', 'once', 'again', 'twins')

function step(weight: number, mutation: string, choose: fc.Arbitrary<Choose>) {
  return { weight, arbitrary: fc.tuple(how, choose).map(([how, choose]) => new Step(mutation, how, choose)) }
}

const nothing = fc.constant(null)

/** What may happen, and how often. */
export const command: fc.Arbitrary<fc.AsyncCommand<Model, Real>> = fc.oneof(
  step(8, 'holdSeats', holding),
  step(10, 'confirmBooking', confirming),
  step(2, 'extendHold', extending),
  step(2, 'releaseSeats', releasing),
  step(3, 'swapSeats', swapping),
  step(7, 'cancelBooking', cancelling),
  step(6, 'exchangeBooking', exchanging),
  step(4, 'transferBooking', offering),
  step(4, 'acceptTransfer', accepting),
  step(1, 'withdrawTransfer', withdrawing),
  { weight: 3, arbitrary: passing },
  { weight: 3, arbitrary: expiring },
  { weight: 3, arbitrary: nearing },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3), fc.boolean()).map(([ago, isWhole]) => new Quote(ago, isWhole)) },
  { weight: 3, arbitrary: fc.nat(5).map((ago) => new Retry(ago)) },
  { weight: 2, arbitrary: nothing.map(() => new Work()) },
  { weight: 1, arbitrary: fc.nat(1).map((show) => new CancelShow(show)) },
)
