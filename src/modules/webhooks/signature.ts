import { Webhook } from 'standardwebhooks'
import type { Sealer } from '../../lib/sealer.js'
import type { WebhookEndpoint } from './store.js'

export interface Message {
  /** Of the event. */
  readonly id: string
  readonly at: Date
  readonly body: string
}

type Secrets = Pick<WebhookEndpoint, 'secret' | 'previousSecret' | 'previousUntil'>

/** The headers of a message: https://github.com/standard-webhooks/standard-webhooks. Signed by the secret before as well, while that one is good. */
export function signHeaders(sealer: Sealer, secrets: Secrets, { id, at, body }: Message): Record<string, string> {
  const signatures = goodSecrets(secrets, at).map((secret) => new Webhook(sealer.open(secret)).sign(id, at, body))
  return {
    'content-type': 'application/json',
    'user-agent': 'Marquee-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}

function goodSecrets({ secret, previousSecret, previousUntil }: Secrets, now: Date): Uint8Array[] {
  return previousSecret !== null && previousUntil !== null && previousUntil > now ? [secret, previousSecret] : [secret]
}
