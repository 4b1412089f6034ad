import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { compare, withoutBooking } from '../compare.js'
import type { Booking, Model } from '../model/model.js'
import { type Outcome, refuse } from '../model/outcome.js'
import { mutationDocument } from '../mutations.js'
import type { Answer, Real } from '../real.js'

/** A request in the terms of the model. */
export interface Chosen {
  readonly by: number
  /** Whose owner alone may do this, null where it is nobody's. */
  readonly booking: Booking | null
  /** For people. */
  readonly tale: string
  toInput(real: Real): object
  /** Changes the model, and says what the answer has to be. */
  decide(model: Model): Outcome
}

/** Turns what was drawn into a request that makes sense where the model stands, null where none does. */
export type Choose = (model: Model) => Chosen | null

/** How a request is sent: twice with the same key, one after the other or both at once, or once. */
export type How = 'once' | 'again' | 'twins'

/** Sends a mutation, and compares its answer with the model's. */
export class Step implements fc.AsyncCommand<Model, Real> {
  readonly #mutation: string
  readonly #how: How
  readonly #choose: Choose
  #tale = ''

  constructor(mutation: string, how: How, choose: Choose) {
    this.#mutation = mutation
    this.#how = how
    this.#choose = choose
  }

  check(model: Readonly<Model>): boolean {
    return this.#choose(model) !== null
  }

  async run(model: Model, real: Real): Promise<void> {
    const { by, booking, tale, toInput, decide } = this.#choose(model)!
    const how = this.#how === 'once' ? '' : ` ${this.#how}`
    this.#tale = `guest ${by} ${this.#mutation}${how}(${tale})`
    const input = { ...toInput(real), idempotencyKey: randomUUID() }
    const outcome = booking !== null && booking.owner !== by ? refuse(['NotFoundError']) : decide(model)
    const request = { by, mutation: this.#mutation, input }
    const answer = await sendAs(this.#how, real, request)
    this.#tale += ` -> ${answer.__typename}`
    real.sent.push({ ...request, answer, booking: outcome.booking, at: model.now })
    remember(model, real, { answer, outcome })
    compare(model, real, { answer, outcome })
  }

  /** A story is told again and again while it shrinks: each telling has commands of its own. */
  [fc.cloneMethod](): Step {
    return new Step(this.#mutation, this.#how, this.#choose)
  }

  toString(): string {
    return this.#tale
  }
}

export interface Request {
  readonly by: number
  readonly mutation: string
  readonly input: object
}

export async function send({ guests }: Real, { by, mutation, input }: Request): Promise<Answer> {
  return (await guests[by]!.query(mutationDocument(mutation), { input })).answer
}

async function sendAs(how: How, real: Real, request: Request): Promise<Answer> {
  const first = how === 'twins' ? await sendTwins(real, request) : await send(real, request)
  if (how !== 'once') expect(withoutBooking(await send(real, request))).toEqual(withoutBooking(first))
  return first
}

async function sendTwins(real: Real, request: Request): Promise<Answer> {
  const answers = await Promise.all([send(real, request), send(real, request)])
  const settled = answers.filter(({ __typename }) => __typename !== 'RequestInProgressError')
  expect(settled.length).toBeGreaterThan(0)
  expect(withoutBooking(settled.at(-1))).toEqual(withoutBooking(settled[0]))
  return settled[0]
}

/** The ids that the server gave to what the model counts. */
function remember(model: Model, real: Real, { answer, outcome }: { answer: Answer; outcome: Outcome }): void {
  if (answer.__typename === 'HoldSeatsSuccess' && outcome.booking !== null) {
    real.bookingIds[model.bookings.indexOf(outcome.booking)] = answer.booking.id
  }
  if (answer.__typename === 'TransferBookingSuccess') real.codes.push(answer.code)
}
