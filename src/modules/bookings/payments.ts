import type { Transaction } from '../../lib/db/index.js'
import { listPaymentsOf } from '../payments/index.js'

const UNDER_WAY: ReadonlySet<string> = new Set(['INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED'])

/** Whether money for a booking is, or may be, reserved and not used yet. */
export async function isBeingPaid(tx: Transaction, bookingId: string): Promise<boolean> {
  return (await listPaymentsOf(tx, bookingId)).some(({ status }) => UNDER_WAY.has(status))
}
