import { toMinor } from '../../../lib/money.js'
import { beginPayment, findPayment, listPaymentsOf, type Payment } from '../../payments/index.js'
import { MAX_PAYMENT_ATTEMPTS } from '../booking.js'
import type { ExchangeBookingOutcome } from '../outcomes.js'
import { attemptsOf } from '../paying/attempts.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { ATTEMPTS_EXCEEDED, invalidAmount, paymentRequired, type readPayment } from '../paying/paymentOutcomes.js'
import { lockBooking } from '../store.js'
import type { ExchangePlan } from './exchangePlan.js'
import { insertExchange } from './exchangeStore.js'

interface Difference {
  readonly plan: ExchangePlan
  readonly payment: Pick<ReturnType<typeof readPayment>, 'method' | 'amount'> | null
  readonly paymentId: string
  readonly accountId: string
}

/** Begins the payment of what an exchange costs, or goes on with the one that was begun under the same id. */
export async function payDifference(
  services: SagaServices,
  { plan, payment, paymentId: id, accountId }: Difference,
): Promise<{ readonly payment: Payment } | { readonly refusal: ExchangeBookingOutcome }> {
  const { id: bookingId, currency } = plan.booking
  const amount = plan.charged
  if (payment === null) return { refusal: paymentRequired(amount, currency) }
  if (payment.amount !== null && toMinor({ amount: payment.amount, currency }) !== amount) {
    return { refusal: invalidAmount({ minor: amount, currency }, { isLast: true }) }
  }
  return services.db.transactLocking(async (tx) => {
    await lockBooking(tx, bookingId)
    const known = await findPayment(tx, id)
    if (known !== null) return { payment: known }
    const made = attemptsOf(await listPaymentsOf(tx, bookingId), { purpose: 'EXCHANGE', accountId })
    if (made >= MAX_PAYMENT_ATTEMPTS) return { refusal: ATTEMPTS_EXCEEDED }
    const request = { id, bookingId, accountId, method: payment.method, amount, currency }
    const begun = await beginPayment(services, tx, { ...request, purpose: 'EXCHANGE' })
    await insertExchange(tx, id, { showId: plan.showId, seatIds: plan.seats.seatIds })
    return { payment: begun }
  })
}
