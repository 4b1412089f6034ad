import { listUnfinishedPayments, listUnfinishedRefunds, payRefund, touchPayment } from '../../payments/index.js'
import { advancePayment } from './advancePayment.js'
import type { SagaServices } from './confirmPaid.js'

const STALE_MS = 60_000
const IDLE_MS = 10_000
const BATCH = 50

/**
 * Looks after payments and refunds that nobody works on any more, as the process that did has died or the provider was away. Their
 * jobs do most of it; this finds what has none left. May run on every process at once.
 */
export async function settleUnfinished(services: SagaServices): Promise<void> {
  const { db, clock, log } = services
  const now = clock.now()
  const [stale, idle] = [new Date(now.getTime() - STALE_MS), new Date(now.getTime() - IDLE_MS)]
  for (const paymentId of await listUnfinishedPayments(db, { now, stale, idle, limit: BATCH })) {
    await advancePayment(services, paymentId).catch((err: unknown) =>
      log.error({ err, paymentId }, 'payment not settled'),
    )
    // It comes to the end of the queue: what cannot be settled must not keep others waiting.
    await touchPayment(db, paymentId, clock.now())
  }
  for (const refundId of await listUnfinishedRefunds(db, stale, BATCH)) {
    await payRefund(services, refundId).catch((err: unknown) => log.error({ err, refundId }, 'refund not paid'))
  }
}
