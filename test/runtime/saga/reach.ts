import type { Place } from '../../kit/stoppingProxy.js'
import type { Call } from '../../kit/stripe.js'
import type { Saga } from './saga.js'

/** Waits for a saga at a step, which `go` sets going. Resolves once it stands there. */
export type Reach = (saga: Saga, go: () => void) => Promise<void>

export const LOCK_BOOKING = /^UPDATE "public"."booking"/
export const INSERT_PAYMENT = /^INSERT INTO "public"."payment"/
export const UPDATE_PAYMENT = /^UPDATE "public"."payment"/
export const READ_PAYMENT = /^SELECT .* FROM "public"."payment"/s
export const UPDATE_REFUND = /^UPDATE "public"."refund"/
export const FREE_SEATS = /bookings\.freeSeats/
export const BOOK_SEATS = /bookings\.bookSeats/
export const KEEP_ANSWER = /bookings\.keepAnswer /
export const INSERT_EVENT = /^INSERT INTO "public"."webhook_event"/

type About = (saga: Saga) => string | Promise<string>
const ofBooking: About = ({ bookingId }) => bookingId
export const ofKey: About = ({ key }) => key
export const ofPayment: About = (saga) => saga.latest('payment')
export const ofRefund: About = (saga) => saga.latest('refund')

const at =
  (where: Place['at']) =>
  (sql: RegExp, about = ofBooking): Reach =>
  async (saga, go) => {
    const there = saga.site.proxy.stop({ at: where, sql, about: await about(saga) })
    go()
    await there
  }

export const before = at('statement')
export const beforeCommitOf = at('commit')
/** The transaction is committed, and the connection says nothing of it. */
export const afterCommitOf = at('committed')

/** Stripe has done it, and its answer is on the way. */
export function asked(call: Call): Reach {
  return async (saga, go) => {
    const { arrived } = saga.hold(call)
    go()
    await arrived
  }
}

/** Stripe has done it and answered, and the process is about to run a statement. */
export function answered(call: Call, sql: RegExp): Reach {
  return async (saga, go) => {
    const held = saga.hold(call)
    go()
    await held.arrived
    const id = await saga.latest(call === 'refund' ? 'refund' : 'payment')
    const there = saga.site.proxy.stop({ at: 'statement', sql, about: id })
    held.release()
    await there
  }
}

/** The provider lets go of what it has reserved before it is collected, as when that was too long ago. */
export function lettingGo(reach: Reach): Reach {
  return async (saga, go) => {
    const held = saga.hold('create')
    go()
    await held.arrived
    saga.site.stand.stripe.ledger.find(await saga.latest('payment'))!.status = 'canceled'
    await reach(saga, held.release)
  }
}

/** The money is reserved just when the seats are lost. */
export function losing(reach: Reach): Reach {
  return async (saga, go) => {
    const held = saga.hold('create')
    go()
    await held.arrived
    await saga.loseSeats()
    await reach(saga, held.release)
  }
}
