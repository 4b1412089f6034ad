import type Stripe from 'stripe'
import { isUuid } from '../../../../lib/globalId.js'
import type { GatewayEvent } from '../../takeEvent.js'
import { PAYMENT_KEY, REFUND_KEY } from './paymentIntent.js'

const ABOUT: ReadonlySet<string> = new Set(['payment_intent', 'charge', 'refund'])

/** Thrown when an event was not signed with the secret, or not within the last five minutes. */
export class BadSignatureError extends Error {
  override readonly name = 'BadSignatureError'
}

/**
 * An event of Stripe, from the body as it came and the header Stripe-Signature. Null where it is not about a payment or a refund of ours.
 *
 * @throws {BadSignatureError}
 */
export async function readStripeEvent(body: Buffer, signature: string, secret: string): Promise<GatewayEvent | null> {
  const { id, data } = await verify(body, signature, secret)
  const { object, metadata } = data.object as { object?: string; metadata?: Record<string, string> | null }
  const key = metadata?.[object === 'refund' ? REFUND_KEY : PAYMENT_KEY]
  if (!ABOUT.has(object ?? '') || key === undefined || !isUuid(key)) return null
  return { gateway: 'stripe', id, about: object === 'refund' ? { refundId: key } : { paymentId: key } }
}

async function verify(body: Buffer, signature: string, secret: string): Promise<Stripe.Event> {
  const { default: stripe } = await import('stripe')
  try {
    return stripe.webhooks.constructEvent(body, signature, secret)
  } catch {
    throw new BadSignatureError('the event has no signature that holds')
  }
}
