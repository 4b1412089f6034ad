import type { Payment, Refund } from './store.js'

/** A payment that collects money, with what has gone back of it. */
export type CollectedPayment = Payment & { readonly refunds: readonly Refund[] }

/** Where a collected payment stands, as the schema tells it. */
export function publicStatus(payment: CollectedPayment): 'AUTHORIZED' | 'CAPTURED' | 'REFUNDED' {
  if (refundedAmount(payment) >= payment.amount && payment.refunds.length > 0) return 'REFUNDED'
  return payment.status === 'CAPTURED' ? 'CAPTURED' : 'AUTHORIZED'
}

/** What has gone back or is on the way back, in minor units. */
export function refundedAmount({ refunds }: CollectedPayment): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}
