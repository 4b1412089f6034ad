import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJob } from '../../../lib/jobs/index.js'
import { notify } from '../../notifications/index.js'
import { claimPayments, type Payment, refundPayments } from '../../payments/index.js'
import { type SeatState, setCause } from '../../seatmaps/index.js'
import { issueTickets, voidTickets } from '../../tickets/index.js'
import { keepAnswerIn } from '../idempotency/answerStore.js'
import type { Change, IdempotentRequest } from '../idempotency/idempotency.js'
import type { ExchangeBookingOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { COLLECT_AFTER_MS, PAYMENT_GIVEN_UP, paymentRequired } from '../paying/paymentOutcomes.js'
import { bookSeats, freeSeats } from '../seatStore.js'
import { updateBooking } from '../store.js'
import { endTransfer } from '../transfers/transferStore.js'
import { type Exchange, type ExchangePlan, planExchange } from './exchangePlan.js'
import { noteExchanged } from './exchangeStore.js'

export type { Exchange } from './exchangePlan.js'

interface Order {
  /** Null where a job carries it out. */
  readonly request: IdempotentRequest | null
  readonly exchange: Exchange
  /** The payment that has reserved the difference, null where nothing is to be paid. */
  readonly paid: Payment | null
}

/** Exchanges the seats of a booking in one serializable transaction, planned anew within it; writes nothing where it is refused. */
export async function writeExchange(
  services: SagaServices,
  { request, exchange, paid }: Order,
): Promise<Change<ExchangeBookingOutcome>> {
  try {
    return await services.db.transact(async (tx): Promise<Change<ExchangeBookingOutcome>> => {
      const plan = await planExchange(services, tx, exchange)
      if ('refusal' in plan) return { outcome: plan.refusal, seats: [] }
      if (plan.charged !== (paid?.amount ?? 0)) return { outcome: refuseAmount(plan, paid), seats: [] }
      const outcome = toSuccess(plan)
      const isKept = request === null || (await keepAnswerIn(tx, request, outcome))
      if (!isKept) return { outcome: PAYMENT_GIVEN_UP, seats: [] }
      if (paid !== null) await claim(services, tx, { paid, plan })
      return { outcome, seats: await exchangeSeats(services, tx, plan) }
    })
  } catch (error) {
    if (error instanceof Undone) return { outcome: PAYMENT_GIVEN_UP, seats: [] }
    throw error
  }
}

interface PaidPlan {
  readonly paid: Payment
  readonly plan: ExchangePlan
}

async function claim(services: SagaServices, tx: Transaction, { paid, plan }: PaidPlan): Promise<void> {
  const paymentId = paid.id
  if (!(await claimPayments(services, tx, [paymentId]))) throw new Undone()
  await noteExchanged(tx, paymentId, plan.booking)
  const runAt = new Date(Date.now() + COLLECT_AFTER_MS)
  await enqueueJob(tx, { task: 'advancePayment', payload: { paymentId }, runAt })
}

async function exchangeSeats(services: SagaServices, tx: Transaction, plan: ExchangePlan): Promise<SeatState[]> {
  const { booking, showId, seats, taken, given, refund, refundCap, isResold } = plan
  const { id } = booking
  const now = services.clock.now()
  await setCause(tx, { actor: booking.accountId, cause: 'exchangeBooking' })
  await updateBooking(tx, id, { showId, ...seats, refundCap, retained: booking.retained + plan.retained })
  await endTransfer(tx, id, now)
  if (refund > 0) await refundPayments(services, tx, { bookingId: id, amount: refund })
  const freed = await freeSeats(tx, booking, { seatIds: given, to: isResold ? 'AVAILABLE' : 'BLOCKED' })
  const booked = await bookSeats(tx, { id, showId }, { seatIds: taken, now })
  if (booked === null) throw new Error('seats were free and could not be booked')
  await voidTickets(tx, { bookingId: id, seatIds: given, now })
  await issueTickets(tx, { bookingId: id, showId, seatIds: taken, now })
  await notify(tx, { event: 'BOOKING_CHANGED', bookingId: id, occurrence: randomUUID() })
  return [...freed, ...booked]
}

/** Prices or seats have changed since the money was reserved: it goes back, and the buyer sees what is due now. */
function refuseAmount({ charged, booking }: ExchangePlan, paid: Payment | null): ExchangeBookingOutcome {
  return paid === null ? paymentRequired(charged, booking.currency) : PAYMENT_GIVEN_UP
}

function toSuccess({ booking: { id, currency }, charged, refund }: ExchangePlan) {
  const amounts = { charged: { minor: charged, currency }, refund: { minor: refund, currency } }
  return { __typename: 'ExchangeBookingSuccess', bookingId: id, ...amounts } as const
}

/** Undoes what was written: the payment was given up meanwhile. */
class Undone extends Error {}
