import type { Logger } from '../../lib/logger.js'
import type { PaymentServices } from './authorizePayment.js'
import { capturePayment, settleRefund, voidPayment } from './settlePayment.js'
import { listUnsettled, touchPayment, touchRefund } from './store.js'

/** Longer than a request usually works on a payment. One that comes late finds it given up. */
const GIVE_UP_AFTER_MS = 60_000
const BATCH = 50

/**
 * Brings payments and refunds to their end that nobody works on any more, as the process that did has died or the provider was
 * away: what a booking was confirmed for is collected, everything else is let go, and refunds are paid. May run on
 * every process at once.
 */
export async function settleUnfinished(services: PaymentServices & { readonly log: Logger }): Promise<void> {
  const now = services.clock.now()
  const before = new Date(now.getTime() - GIVE_UP_AFTER_MS)
  const { payments, refunds } = await listUnsettled(services.db, before, BATCH)
  for (const { id, status } of payments) {
    // It comes to the end of the queue first: what cannot be settled must not keep others waiting.
    await touchPayment(services.db, id, now)
    const settle = status === 'CAPTURING' ? capturePayment : voidPayment
    await settle(services, id).catch((err: unknown) =>
      services.log.error({ err, paymentId: id }, 'payment not settled'),
    )
  }
  for (const { id } of refunds) {
    await touchRefund(services.db, id, now)
    await settleRefund(services, id).catch((err: unknown) =>
      services.log.error({ err, refundId: id }, 'refund not paid'),
    )
  }
}
