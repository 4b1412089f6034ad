import { z } from 'zod'
import { ConfigError, urlOf, type Values } from './variables.js'

/** Who moves the money. */
export interface PaymentConfig {
  /** Null for the sandbox, which moves no money. */
  readonly stripe: StripeConfig | null
}

/** How to reach Stripe. */
export interface StripeConfig {
  readonly secretKey: string
  /** What Stripe signs its webhooks with. */
  readonly webhookSecret: string
  /** Null for Stripe's own. */
  readonly apiUrl: string | null
}

export const paymentVariables = {
  PAYMENT_GATEWAY: z.enum(['sandbox', 'stripe']).default('sandbox').describe('sandbox or stripe'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[rs]k_\w+$/)
    .optional()
    .describe('a secret key from the dashboard of Stripe, which begins with sk_ or rk_'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/)
    .optional()
    .describe('the signing secret of the webhook from the dashboard of Stripe, which begins with whsec_'),
  STRIPE_API_URL: urlOf('http', 'https').describe('a URL like http://localhost:12111'),
}

type PaymentValues = Values<typeof paymentVariables>

/** @throws {ConfigError} when Stripe is to be used and a key of it is not set. */
export function toPaymentConfig(values: PaymentValues): PaymentConfig {
  if (values.PAYMENT_GATEWAY !== 'stripe') return { stripe: null }
  const secretKey = requireForStripe(values, 'STRIPE_SECRET_KEY')
  const webhookSecret = requireForStripe(values, 'STRIPE_WEBHOOK_SECRET')
  return { stripe: { secretKey, webhookSecret, apiUrl: values.STRIPE_API_URL ?? null } }
}

function requireForStripe(values: PaymentValues, name: 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET'): string {
  const value = values[name]
  if (value !== undefined) return value
  throw new ConfigError(
    `${name} is not set, and PAYMENT_GATEWAY is stripe. Set it to ${paymentVariables[name].description}.`,
  )
}
