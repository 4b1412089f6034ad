import type { Place } from '../../kit/stoppingProxy.js'
import type { Call } from '../../kit/stripe.js'
import type { Saga } from './saga.js'

/** Waits for a saga at a step, which `set` sets going. Resolves once it stands there. */
export type Reach = (saga: Saga, set: () => void) => Promise<void>

export const LOCK_BOOKING = /^UPDATE "public"."booking"/
export const INSERT_PAYMENT = /^INSERT INTO "public"."payment"/
export const UPDATE_PAYMENT = /^UPDATE "public"."payment"/
export const READ_PAYMENT = /^SELECT .* FROM "public"."payment"/s
export const READ_BOOKING = /^SELECT .* FROM "public"."booking"/s
export const UPDATE_REFUND = /^UPDATE "public"."refund"/
export const FREE_SEATS = /bookings\.freeSeats/
export const BOOK_SEATS = /bookings\.bookSeats/
export const KEEP_ANSWER = /bookings\.keepAnswer /
export const INSERT_EVENT = /^INSERT INTO "public"."webhook_event"/

type About = (saga: Saga) => string | Promise<string>
export const ofBooking: About = ({ bookingId }) => bookingId
export const ofKey: About = ({ key }) => key
export const ofPayment: About = (saga) => saga.latest('payment')
export const ofRefund: About = (saga) => saga.latest('refund')

const at =
  (where: Place['at']) =>
  (sql: RegExp, about = ofBooking): Reach =>
  async (saga, set) => {
    const there = saga.site.proxy.stop({ at: where, sql, about: await about(saga) })
    set()
    await there
  }

export const before = at('statement')
export const beforeCommitOf = at('commit')
/** The transaction is committed, and the connection says nothing of it. */
export const afterCommitOf = at('committed')

/** Stripe has done it, and its answer is on the way. */
export function asked(call: Call): Reach {
  return async (saga, set) => {
    const { arrived } = saga.hold(call)
    set()
    await arrived
  }
}

/** Stripe has done it and answered, and the process is about to run a statement, about the payment or the refund when left out. */
export function answered(call: Call, sql: RegExp, about: About = call === 'refund' ? ofRefund : ofPayment): Reach {
  return async (saga, set) => {
    const held = saga.hold(call)
    set()
    await held.arrived
    const there = saga.site.proxy.stop({ at: 'statement', sql, about: await about(saga) })
    held.release()
    await there
  }
}
