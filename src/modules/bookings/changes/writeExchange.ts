import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJob } from '../../../lib/jobs/index.js'
import { claimPayments, type Payment, refundPayments } from '../../payments/index.js'
import type { SeatState } from '../../seatmaps/index.js'
import { keepAnswerIn } from '../idempotency/answerStore.js'
import type { Change, IdempotentRequest } from '../idempotency/idempotency.js'
import type { ExchangeBookingOutcome } from '../outcomes.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { COLLECT_AFTER_MS, PAYMENT_GIVEN_UP, paymentRequired } from '../paying/paymentOutcomes.js'
import { type Exchange, type ExchangePlan, planExchange } from './exchangePlan.js'
import { noteExchanged } from './exchangeStore.js'
import { replaceSeats } from './replaceSeats.js'

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
  if (refund > 0) await refundPayments(services, tx, { bookingId: booking.id, amount: refund })
  return replaceSeats(tx, booking, {
    change: { showId, ...seats, refundCap, retained: booking.retained + plan.retained },
    given,
    to: isResold ? 'AVAILABLE' : 'BLOCKED',
    taken,
    cause: { actor: booking.accountId, cause: 'exchangeBooking' },
    now: services.clock.now(),
  })
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
