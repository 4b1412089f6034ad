import { randomUUID } from 'node:crypto'
import type { Clock } from '../../lib/clock.js'
import type { Transaction } from '../../lib/db/index.js'
import { enqueueJob } from '../../lib/jobs/index.js'
import { allocateRefund, isCollected } from './payment.js'
import { insertRefund, listPaymentsOf, type Payment } from './store.js'

interface RefundServices {
  readonly clock: Clock
}

/**
 * Decides, in the transaction that takes seats away from a booking, how much of what was paid for it goes back: the latest
 * payment first. Jobs pay it.
 *
 * @throws {Error} when it is more than was collected.
 */
export async function refundPayments(
  services: RefundServices,
  tx: Transaction,
  { bookingId, amount }: { readonly bookingId: string; readonly amount: number },
): Promise<void> {
  const collected = (await listPaymentsOf(tx, bookingId)).filter(isCollected)
  for (const share of allocateRefund(collected, amount)) {
    await beginRefund(services, tx, { paymentId: share.payment.id, amount: share.amount })
  }
}

/** Decides that all of a payment goes back, of which nothing has yet. */
export async function refundAll(
  services: RefundServices,
  tx: Transaction,
  { id: paymentId, amount }: Pick<Payment, 'id' | 'amount'>,
): Promise<void> {
  await beginRefund(services, tx, { paymentId, amount })
}

async function beginRefund(
  { clock }: RefundServices,
  tx: Transaction,
  share: { readonly paymentId: string; readonly amount: number },
): Promise<void> {
  const id = randomUUID()
  const now = clock.now()
  await insertRefund(tx, { id, ...share, status: 'PENDING', createdAt: now, updatedAt: now })
  await enqueueJob(tx, { task: 'payRefund', payload: { refundId: id } })
}
