import type { PaymentGateway } from '../../gateway.js'
import type { StripeOptions } from './stripeGateway.js'

/** Stripe. Its package is loaded by those alone who use it: an eighth of a second of each start. */
export async function openStripe(options: StripeOptions): Promise<PaymentGateway> {
  const { StripeGateway } = await import('./stripeGateway.js')
  return new StripeGateway(options)
}
