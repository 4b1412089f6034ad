import type { Payment } from '../../payments/index.js'

/** Attempts that failed or are under way. What was reserved, or given up, is none. */
const COUNTED: ReadonlySet<Payment['status']> = new Set(['INITIATED', 'ACTION_REQUIRED', 'DECLINED'])

/** How many attempts an account has made to pay for a booking, or for an exchange of it. Those of who had it before are not its own. */
export function attemptsOf(
  payments: readonly Payment[],
  { purpose, accountId }: Pick<Payment, 'purpose' | 'accountId'>,
): number {
  const own = payments.filter((payment) => payment.purpose === purpose && payment.accountId === accountId)
  return own.filter(({ status }) => COUNTED.has(status)).length
}
