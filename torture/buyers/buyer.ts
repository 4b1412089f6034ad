import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../kit/random.js'
import { ACTIONS } from './actions/index.js'
import type { Client } from './client.js'
import type { Market } from './market.js'

/** What a buyer has been told that it has. */
export interface OwnBooking {
  readonly id: string
  showId: string
  seatIds: readonly string[]
}

/** Somebody who walks at random among the actions that make sense for what they have. */
export interface Buyer {
  readonly client: Client
  readonly random: Random
  readonly market: Market
  /** Told as held, and not given up. */
  readonly holds: Set<OwnBooking>
  /** Told as confirmed, and not cancelled. */
  readonly bookings: Set<OwnBooking>
}

export interface Action {
  readonly name: string
  /** How often it is chosen, beside the others that are possible. */
  readonly weight: number
  /** What the buyer needs for it. */
  readonly needs: 'nothing' | 'hold' | 'booking'
  run(buyer: Buyer, own: OwnBooking): Promise<void>
}

/** Buys until the market closes. */
export async function buy(buyer: Buyer): Promise<void> {
  await buyer.client.signIn()
  while (!buyer.market.isClosing) {
    const action = buyer.random.weighted(ACTIONS.filter((action) => isPossible(buyer, action)))
    await action.run(buyer, pickOwn(buyer, action)!)
    await delay(buyer.random.between(10, 400))
  }
}

function isPossible({ holds, bookings }: Buyer, { needs }: Action): boolean {
  return needs === 'nothing' || (needs === 'hold' ? holds : bookings).size > 0
}

function pickOwn({ holds, bookings, random }: Buyer, { needs }: Action): OwnBooking | null {
  return needs === 'nothing' ? null : random.pick([...(needs === 'hold' ? holds : bookings)])
}

/** Outcomes after which a booking is a hold no more. */
const NO_HOLD = new Set([
  'ConfirmBookingSuccess',
  'HoldExpiredError',
  'SeatsLostError',
  'PaymentCaptureError',
  'PaymentAttemptsExceededError',
  'ShowClosedError',
  'NotFoundError',
])

/** Moves what a buyer has to where an answer says that it is. */
// biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
export function follow({ holds, bookings }: Buyer, own: OwnBooking, answer: any): void {
  const status = answer?.booking?.status
  if (answer?.__typename === 'ConfirmBookingSuccess') bookings.add(own)
  if (NO_HOLD.has(answer?.__typename) || (status !== undefined && status !== 'PENDING')) holds.delete(own)
  if (status !== undefined && status !== 'CONFIRMED') bookings.delete(own)
  const seats = answer?.booking?.seats as { seat: { id: string } }[] | undefined
  if (seats !== undefined) own.seatIds = seats.map(({ seat }) => seat.id)
}
