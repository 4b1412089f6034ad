import type { RotateWebhookSecretInput } from '../../generated/graphql.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import { makeSecret } from './endpoint.js'
import { endpointNotFound, type RotateWebhookSecretOutcome } from './outcomes.js'
import { lockEndpoint, updateEndpoint } from './store.js'
import type { WebhookServices } from './webhookServices.js'

const OVERLAP_MS = 86_400_000

/** Gives an endpoint a new secret, which is told this once. The one before signs as well for a day, for the partner to change over. */
export async function rotateWebhookSecret(
  { db, clock, webhooks }: WebhookServices,
  { endpointId }: RotateWebhookSecretInput,
): Promise<RotateWebhookSecretOutcome> {
  const id = uuidKeyOf('WebhookEndpoint', endpointId)
  if (id === null) return endpointNotFound
  const secret = makeSecret()
  return db.transactLocking(async (tx): Promise<RotateWebhookSecretOutcome> => {
    const before = await lockEndpoint(tx, id)
    if (before === null) return endpointNotFound
    const endpoint = await updateEndpoint(tx, id, {
      secret: webhooks.sealer.seal(secret),
      previousSecret: before.secret,
      previousUntil: new Date(clock.now().getTime() + OVERLAP_MS),
    })
    return { __typename: 'RotateWebhookSecretSuccess', secret, endpoint }
  })
}
