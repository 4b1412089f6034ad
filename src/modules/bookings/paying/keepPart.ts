import type { Transaction } from '../../../lib/db/index.js'
import { giveUpPayment, isReserved, listPaymentsOf } from '../../payments/index.js'
import { isToldAsReserved } from '../idempotency/answerStore.js'
import type { ConfirmBookingOutcome } from '../outcomes.js'
import { type BookingOfShow, lockBooking } from '../store.js'
import type { SagaServices } from './confirmPaid.js'
import { letGo } from './finishPayment.js'
import { invalidAmount } from './paymentOutcomes.js'

/**
 * Keeps a payment that pays a part of a hold, unless it turns out to be more than is open, as several were reserved at once: then
 * it is let go. One after the other for each booking, so that only the last is too much: one whose buyer was told that it is reserved stays so.
 */
export async function keepPart(
  services: SagaServices,
  { id: bookingId, total, currency }: BookingOfShow,
  paymentId: string,
): Promise<ConfirmBookingOutcome | 'try again'> {
  const { own, others, isKept } = await services.db.transactLocking(async (tx) => {
    await lockBooking(tx, bookingId)
    const reserved = await sumReserved(tx, bookingId, paymentId)
    const isKept = reserved.own + reserved.others <= total || (await isToldAsReserved(tx, paymentId))
    if (!isKept) await giveUpPayment(services, tx, paymentId)
    return { ...reserved, isKept }
  })
  const open = total - others - own
  if (own === 0 || open === 0) return 'try again'
  if (isKept) return { __typename: 'PartialPaymentSuccess', bookingId, open: { minor: Math.max(0, open), currency } }
  await letGo(services, paymentId)
  return invalidAmount({ minor: Math.max(0, total - others), currency })
}

/** What a payment, and what the others for its booking, have reserved. */
async function sumReserved(tx: Transaction, bookingId: string, paymentId: string) {
  const sums = { own: 0, others: 0 }
  for (const payment of await listPaymentsOf(tx, bookingId)) {
    if (isReserved(payment)) sums[payment.id === paymentId ? 'own' : 'others'] += payment.amount
  }
  return sums
}
