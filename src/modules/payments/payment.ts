import type { Payment, PaymentStatus, Refund, RefundStatus } from './store.js'

/** Which status of a payment leads to which. What is not here does not happen. */
export const PAYMENT_TRANSITIONS: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  INITIATED: ['ACTION_REQUIRED', 'AUTHORIZED', 'DECLINED', 'VOIDING'],
  ACTION_REQUIRED: ['AUTHORIZED', 'DECLINED', 'VOIDING'],
  AUTHORIZED: ['CAPTURING', 'VOIDING'],
  // Back to letting go where the provider refuses to collect; its booking is cancelled in the same transaction.
  CAPTURING: ['CAPTURED', 'VOIDING'],
  CAPTURED: [],
  DECLINED: [],
  // To CAPTURED where the provider turns out to have collected: then it is given back.
  VOIDING: ['VOIDED', 'CAPTURED'],
  // A slow provider may have reserved the money after all.
  VOIDED: ['VOIDING'],
}

/** Which status of a refund leads to which. */
export const REFUND_TRANSITIONS: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  PENDING: ['SUCCEEDED', 'FAILED'],
  // A bank may send it back days later.
  SUCCEEDED: ['FAILED'],
  FAILED: [],
}

/** The statuses from which a table of transitions leads to `next`. */
export function statusesBefore<Status extends string>(
  transitions: Readonly<Record<Status, readonly Status[]>>,
  next: Status,
): Status[] {
  return (Object.keys(transitions) as Status[]).filter((status) => transitions[status].includes(next))
}

/** The statuses of a payment that nothing is confirmed for yet. */
export const OPEN_STATUSES: readonly PaymentStatus[] = ['INITIATED', 'ACTION_REQUIRED', 'AUTHORIZED']

/** A payment with what goes back of it. */
export type PaymentWithRefunds = Payment & { readonly refunds: readonly Refund[] }

export type PublicStatus =
  | 'PROCESSING'
  | 'ACTION_REQUIRED'
  | 'AUTHORIZED'
  | 'CAPTURED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DECLINED'
  | 'VOIDED'

const PUBLIC_STATUS: Readonly<Record<PaymentStatus, PublicStatus>> = {
  INITIATED: 'PROCESSING',
  ACTION_REQUIRED: 'ACTION_REQUIRED',
  AUTHORIZED: 'AUTHORIZED',
  CAPTURING: 'AUTHORIZED',
  CAPTURED: 'CAPTURED',
  DECLINED: 'DECLINED',
  VOIDING: 'VOIDED',
  VOIDED: 'VOIDED',
}

/** Where a payment stands, as the schema tells it. */
export function publicStatus(payment: PaymentWithRefunds): PublicStatus {
  const refunded = refundedAmount(payment)
  if (refunded > 0) return refunded < payment.amount ? 'PARTIALLY_REFUNDED' : 'REFUNDED'
  return PUBLIC_STATUS[payment.status]
}

/** What has gone back or is on the way back, in minor units. */
export function refundedAmount({ refunds }: Pick<PaymentWithRefunds, 'refunds'>): number {
  return refunds.reduce((sum, { amount, status }) => sum + (status === 'FAILED' ? 0 : amount), 0)
}

/** Whether the money of a payment is reserved, and nothing confirmed for it yet. */
export function isReserved({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'AUTHORIZED'
}

/** Whether a payment collects its money. */
export function isCollected({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'CAPTURING' || status === 'CAPTURED'
}

/**
 * The payments that cover `total` exactly, with the one preferred if that can be, and older ones before younger; null when they
 * do not cover it. What would be too much is left out: it is let go.
 */
export function cover<P extends Pick<Payment, 'id' | 'amount'>>(
  payments: readonly P[],
  total: number,
  preferredId: string | null,
): P[] | null {
  const preferred = payments.filter(({ id }) => id === preferredId)
  const others = payments.filter(({ id }) => id !== preferredId)
  return fill([...preferred, ...others], total) ?? fill(others, total)
}

function fill<P extends Pick<Payment, 'amount'>>(payments: readonly P[], total: number): P[] | null {
  const chosen: P[] = []
  let open = total
  for (const payment of payments) {
    if (payment.amount > open) continue
    chosen.push(payment)
    open -= payment.amount
  }
  return open === 0 && chosen.length > 0 ? chosen : null
}

/** Which payments an amount goes back to: the latest first, each up to what it has collected. */
export function allocateRefund(
  payments: readonly PaymentWithRefunds[],
  amount: number,
): { payment: PaymentWithRefunds; amount: number }[] {
  const shares: { payment: PaymentWithRefunds; amount: number }[] = []
  let open = amount
  for (const payment of payments.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())) {
    const share = Math.min(open, payment.amount - refundedAmount(payment))
    if (share > 0) shares.push({ payment, amount: share })
    open -= share
  }
  if (open > 0) throw new Error(`${open} more is to be refunded than was collected`)
  return shares
}
