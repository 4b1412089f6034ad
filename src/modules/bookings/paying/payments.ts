import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJobs } from '../../../lib/jobs/index.js'
import { listPaymentsOf, type Payment } from '../../payments/index.js'

const UNDER_WAY: ReadonlySet<string> = new Set(['INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED'])

/** Whether money for a booking is, or may be, reserved and not used yet. */
export async function isBeingPaid(tx: Transaction, bookingId: string): Promise<boolean> {
  return (await listUnderWay(tx, bookingId)).length > 0
}

/** Has jobs bring the payments of a booking to their end that nothing is to be confirmed for any more. */
export async function endPayments(tx: Transaction, bookingId: string): Promise<void> {
  const left = await listUnderWay(tx, bookingId)
  await enqueueJobs(
    tx,
    left.map(({ id }) => ({ task: 'advancePayment', payload: { paymentId: id } })),
  )
}

/** Whether the money of a payment is, or may be, reserved and not used yet. */
export function isUnderWay({ status }: Pick<Payment, 'status'>): boolean {
  return UNDER_WAY.has(status)
}

async function listUnderWay(tx: Transaction, bookingId: string) {
  return (await listPaymentsOf(tx, bookingId)).filter(isUnderWay)
}
