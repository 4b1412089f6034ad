import type { Payment } from '../../payments/index.js'

/** Attempts that failed or are under way. What was reserved, or given up, is none. */
const COUNTED: ReadonlySet<Payment['status']> = new Set(['INITIATED', 'ACTION_REQUIRED', 'DECLINED'])

/** How many attempts were made to pay for a booking, or for an exchange of it. */
export function attemptsOf(payments: readonly Payment[], purpose: Payment['purpose']): number {
  return payments.filter((payment) => payment.purpose === purpose && COUNTED.has(payment.status)).length
}
