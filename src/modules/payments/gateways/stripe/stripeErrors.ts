import Stripe from 'stripe'
import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
} from '../../gateway.js'
import { toPayment, toReason } from './paymentIntent.js'

const { StripeCardError, StripeError, StripeInvalidRequestError } = Stripe.errors

/** Whether Stripe has understood a request and says no to it. */
export function isRefusal(error: unknown): error is Stripe.errors.StripeError {
  return error instanceof StripeCardError || error instanceof StripeInvalidRequestError
}

/** A payment that Stripe, or we by ourselves, have declined: the PaymentIntent of the error, or none where none was made. */
export function toDecline(
  { key, amount, currency }: Pick<AuthorizeRequest, 'key' | 'amount' | 'currency'>,
  error: Stripe.errors.StripeError | null,
): GatewayPayment {
  const intent = intentIn(error)
  const isAnswer = error instanceof StripeCardError || error?.param === 'amount'
  const reason = isAnswer ? toReason(error) : 'INVALID_PAYMENT_METHOD'
  const declined = { status: 'DECLINED', reason, actionUrl: null } as const
  if (intent !== null) return { ...toPayment(intent), ...declined }
  return { key, reference: key, amount, currency, refunded: 0, ...declined }
}

/** The PaymentIntent that an error is about, as it stands now. */
export function intentIn(error: unknown): Stripe.PaymentIntent | null {
  return error instanceof StripeError ? ((error.payment_intent as Stripe.PaymentIntent | undefined) ?? null) : null
}

/**
 * An error of the package as one of ours. Stripe's own texts stay out of it, as they may tell tokens and keys; its request id
 * leads to them in its dashboard.
 */
export function toGatewayError(error: unknown): unknown {
  if (!(error instanceof StripeError)) return error
  const { type, code, statusCode, requestId } = error
  const message = `stripe: ${[type, code, statusCode, requestId].filter(Boolean).join(', ')}`
  // A key that is in use: the first request under it is still at work.
  const isMisused = type === 'StripeIdempotencyError' && statusCode !== 409
  return isRefusal(error) || isMisused ? new GatewayRefusedError(message) : new GatewayUnavailableError(message)
}
