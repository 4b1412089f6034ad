import type Stripe from 'stripe'
import type { DeclineReason, GatewayPayment, GatewayStatus } from '../../gateway.js'

/** The metadata of a PaymentIntent that has our key. */
export const PAYMENT_KEY = 'marquee_payment'
/** The metadata of a refund that has our key. */
export const REFUND_KEY = 'marquee_refund'
/** The page that buyers come back to after they have approved a payment. */
export const PAYMENT_RETURN_PATH = '/payments/return'

/** https://docs.stripe.com/payments/paymentintents/lifecycle */
const STATUSES: Readonly<Record<string, GatewayStatus>> = {
  requires_action: 'ACTION_REQUIRED',
  // The bank takes its time: there is nothing for the buyer to do, but to wait.
  processing: 'ACTION_REQUIRED',
  requires_capture: 'AUTHORIZED',
  succeeded: 'CAPTURED',
  canceled: 'VOIDED',
  requires_payment_method: 'DECLINED',
}

/** A PaymentIntent as our books know it. */
export function toPayment(intent: Stripe.PaymentIntent): GatewayPayment {
  const status = STATUSES[intent.status] ?? 'DECLINED'
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  return {
    key: intent.metadata[PAYMENT_KEY] ?? '',
    reference: intent.id,
    status,
    reason: status === 'DECLINED' ? toReason(intent.last_payment_error ?? null) : null,
    actionUrl: intent.status === 'requires_action' ? actionUrlOf(intent) : null,
    amount: intent.amount,
    currency: intent.currency.toUpperCase(),
    refunded: charge?.amount_refunded ?? 0,
  }
}

/** Whether a PaymentIntent is a payment of ours: an account may serve others besides. */
export function isOurs(intent: Stripe.PaymentIntent): boolean {
  return intent.metadata[PAYMENT_KEY] !== undefined
}

function actionUrlOf({ next_action: action }: Stripe.PaymentIntent): string | null {
  const upi = action?.upi_handle_redirect_or_display_qr_code
  return action?.redirect_to_url?.url ?? upi?.hosted_instructions_url ?? null
}

const AUTHENTICATION_CODES = new Set(['authentication_required', 'payment_intent_authentication_failure'])
const UNUSABLE_CODES = new Set(['expired_card', 'incorrect_number', 'invalid_number', 'resource_missing'])

/** Why Stripe declines, in our words: https://docs.stripe.com/declines/codes */
export function toReason(error: { code?: string | null; decline_code?: string | null } | null): DeclineReason {
  const codes = [error?.decline_code, error?.code].filter((code) => typeof code === 'string')
  if (codes.includes('insufficient_funds')) return 'INSUFFICIENT_FUNDS'
  if (codes.some((code) => AUTHENTICATION_CODES.has(code))) return 'AUTHENTICATION_FAILED'
  return codes.some((code) => UNUSABLE_CODES.has(code)) ? 'INVALID_PAYMENT_METHOD' : 'GENERIC_DECLINE'
}
