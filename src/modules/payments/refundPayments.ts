import { randomUUID } from 'node:crypto'
import type { Clock } from '../../lib/clock.js'
import type { Transaction } from '../../lib/db/index.js'
import { enqueueJob } from '../../lib/jobs/index.js'
import { allocateRefund, isCollected } from './payment.js'
import { insertRefund, listPaymentsOf } from './store.js'

/**
 * Decides, in the transaction that takes seats away from a booking, how much of what was paid for it goes back: the latest
 * payment first. A job pays it. Gives the ids of the refunds.
 *
 * @throws {Error} when it is more than was collected.
 */
export async function refundPayments(
  { clock }: { readonly clock: Clock },
  tx: Transaction,
  { bookingId, amount }: { readonly bookingId: string; readonly amount: number },
): Promise<string[]> {
  const collected = (await listPaymentsOf(tx, bookingId)).filter(isCollected)
  const ids: string[] = []
  for (const share of allocateRefund(collected, amount)) {
    const id = randomUUID()
    const now = clock.now()
    const refund = { id, paymentId: share.payment.id, amount: share.amount, createdAt: now, updatedAt: now }
    await insertRefund(tx, { ...refund, status: 'PENDING' })
    await enqueueJob(tx, { task: 'payRefund', payload: { refundId: id } })
    ids.push(id)
  }
  return ids
}
