import fc from 'fast-check'
import type { Model } from '../model/model.js'
import type { Real } from '../real.js'
import { cancelling, exchanging } from './choices/changes.js'
import { extending, holding, releasing, swapping } from './choices/holds.js'
import { confirming } from './choices/payments.js'
import { accepting, offering, withdrawing } from './choices/transfers.js'
import { CancelShow, Quote, Retry, Work } from './events.js'
import { expiring, hurrying, nearing, passing } from './jumps.js'
import { type Choose, type How, Step } from './step.js'
import { Then } from './then.js'

type Command = fc.AsyncCommand<Model, Real>

const how = fc.constantFrom<How>('once', 'once', 'once', 'once', 'again', 'twins')

function steps(mutation: string, choose: fc.Arbitrary<Choose>) {
  return fc.tuple(how, choose).map(([how, choose]) => new Step(mutation, how, choose))
}

function step(weight: number, mutation: string, choose: fc.Arbitrary<Choose>) {
  return { weight, arbitrary: steps(mutation, choose) }
}

/** What happens, and what is done at that very moment. */
function then(first: fc.Arbitrary<Command>, next: fc.Arbitrary<Command>): fc.Arbitrary<Command> {
  return fc.tuple(first, next).map(([first, next]) => new Then(first, next))
}

const nothing = fc.constant(null)
const quoting = fc.tuple(fc.nat(3), fc.boolean()).map(([ago, isWhole]) => new Quote(ago, isWhole))
const paying = then(hurrying, steps('confirmBooking', confirming))

/** What may happen, and how often. */
export const command: fc.Arbitrary<Command> = fc.oneof(
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
  { weight: 2, arbitrary: expiring },
  { weight: 3, arbitrary: paying },
  { weight: 3, arbitrary: then(paying, paying) },
  { weight: 1, arbitrary: nearing },
  { weight: 4, arbitrary: then(nearing, quoting) },
  { weight: 2, arbitrary: quoting },
  { weight: 3, arbitrary: fc.nat(5).map((ago) => new Retry(ago)) },
  { weight: 2, arbitrary: nothing.map(() => new Work()) },
  { weight: 1, arbitrary: fc.nat(1).map((show) => new CancelShow(show)) },
)
