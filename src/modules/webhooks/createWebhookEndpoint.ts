import { randomUUID } from 'node:crypto'
import type { CreateWebhookEndpointInput } from '../../generated/graphql.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import { lockPartner } from '../partners/index.js'
import { makeSecret, refuseEndpoint } from './endpoint.js'
import { type CreateWebhookEndpointOutcome, partnerNotFound } from './outcomes.js'
import { countEndpoints, insertEndpoint } from './store.js'
import type { WebhookServices } from './webhookServices.js'

const MAX_ENDPOINTS = 20

/** Tells a partner of events from now on. The secret that signs them is told this once. */
export async function createWebhookEndpoint(
  services: WebhookServices,
  { partnerId: globalId, url, eventTypes }: CreateWebhookEndpointInput,
): Promise<CreateWebhookEndpointOutcome> {
  const { db, clock, webhooks } = services
  const partnerId = uuidKeyOf('Partner', globalId)
  if (partnerId === null) return partnerNotFound
  const refusal = await refuseEndpoint(services, { url, eventTypes })
  if (refusal !== null) return refusal
  const secret = makeSecret()
  const endpoint = {
    id: randomUUID(),
    partnerId,
    url,
    eventTypes: [...new Set(eventTypes)],
    secret: webhooks.sealer.seal(secret),
    createdAt: clock.now(),
  }
  return db.transactLocking(async (tx): Promise<CreateWebhookEndpointOutcome> => {
    if (!(await lockPartner(tx, partnerId))) return partnerNotFound
    if ((await countEndpoints(tx, partnerId)) >= MAX_ENDPOINTS) return tooMany
    return { __typename: 'CreateWebhookEndpointSuccess', secret, endpoint: await insertEndpoint(tx, endpoint) }
  })
}

const tooMany: CreateWebhookEndpointOutcome = {
  __typename: 'WebhookEndpointLimitError',
  message: `This partner has ${MAX_ENDPOINTS} endpoints: change one of them.`,
  limit: MAX_ENDPOINTS,
}
