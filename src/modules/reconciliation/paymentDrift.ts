import type { GatewayPayment, PaymentWithRefunds } from '../payments/index.js'

/** What is wrong with a payment, and what is safe to do about it. */
export interface PaymentDrift {
  readonly detail: string
  /** `void` lets go of money that nothing is sold for; `capture` writes down that it was collected. */
  readonly remedy: 'void' | 'capture' | null
}

/** How a payment in our books, null if there is none, differs from that of the provider; null where both agree. */
export function compare(ours: PaymentWithRefunds | null, theirs: GatewayPayment): PaymentDrift | null {
  if (ours === null) return hasMoney(theirs) ? report(`is ${told(theirs)} at the provider and not in our books`) : null
  return compareStatus(ours, theirs) ?? (isBinding(ours) ? compareMoney(ours, theirs) : null)
}

function compareStatus(ours: PaymentWithRefunds, theirs: GatewayPayment): PaymentDrift | null {
  const detail = `is ${ours.status} here and ${told(theirs)} at the provider`
  switch (ours.status) {
    case 'DECLINED':
    case 'VOIDED':
      if (theirs.status === 'AUTHORIZED' || theirs.status === 'ACTION_REQUIRED') return { detail, remedy: 'void' }
      return hasMoney(theirs) ? report(detail) : null
    case 'CAPTURING':
      if (theirs.status === 'CAPTURED') return { detail, remedy: 'capture' }
      return theirs.status === 'AUTHORIZED' ? null : report(detail)
    case 'CAPTURED':
      return theirs.status === 'CAPTURED' ? null : report(detail)
    default:
      // On their way: whoever works on them asks the provider.
      return null
  }
}

/** What is paid by this minute may already have gone back there, and is not yet written down here. */
function compareMoney(ours: PaymentWithRefunds, theirs: GatewayPayment): PaymentDrift | null {
  if (ours.amount !== theirs.amount || ours.currency !== theirs.currency) {
    return report(`is of ${ours.amount} ${ours.currency} here and of ${told(theirs)} at the provider`)
  }
  const done = sumOf(ours, 'SUCCEEDED')
  const most = done + sumOf(ours, 'PENDING')
  if (theirs.refunded >= done && theirs.refunded <= most) return null
  return report(
    `has given back ${done} here and ${theirs.refunded} at the provider, in minor units of ${ours.currency}`,
  )
}

function isBinding({ status }: PaymentWithRefunds): boolean {
  return status === 'CAPTURED' || status === 'CAPTURING'
}

function hasMoney({ status, amount, refunded }: GatewayPayment): boolean {
  return status === 'AUTHORIZED' || status === 'ACTION_REQUIRED' || (status === 'CAPTURED' && refunded < amount)
}

function sumOf({ refunds }: PaymentWithRefunds, status: 'SUCCEEDED' | 'PENDING'): number {
  return refunds.reduce((sum, refund) => sum + (refund.status === status ? refund.amount : 0), 0)
}

function told({ status, amount, currency, reference }: GatewayPayment): string {
  return `${status}, of ${amount} ${currency} as ${reference},`
}

function report(detail: string): PaymentDrift {
  return { detail, remedy: null }
}
