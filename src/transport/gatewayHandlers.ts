import type { Services } from '../context.js'
import { PAYMENT_RETURN_PATH, SANDBOX_ACTIONS_PATH } from '../modules/payments/index.js'
import { respondWithPage } from './page.js'
import type { Handlers } from './router.js'
import { createSandboxActions } from './sandboxActions.js'
import { createStripeWebhook } from './stripeWebhook.js'

/** What the configured payment gateway needs besides GraphQL: its webhook, and pages for the browsers of buyers. */
export function createGatewayHandlers(services: Services): Handlers {
  const { stripe } = services.config
  if (stripe === null) return { [SANDBOX_ACTIONS_PATH]: createSandboxActions(services) }
  return {
    '/webhooks/stripe': createStripeWebhook(services, stripe.webhookSecret),
    [PAYMENT_RETURN_PATH]: async (_request, response) =>
      respondWithPage(response, 200, {
        title: 'Thank you',
        text: 'You can close this page and go back to your tickets.',
      }),
  }
}
