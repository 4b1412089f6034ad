import type { UpdateWebhookEndpointInput } from '../../generated/graphql.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import { refuseEndpoint } from './endpoint.js'
import { endpointNotFound, type UpdateWebhookEndpointOutcome } from './outcomes.js'
import { findEndpoint, lockEndpoint, updateEndpoint } from './store.js'
import type { WebhookServices } from './webhookServices.js'

/** Changes what is given of an endpoint. What was to be sent to one that is disabled is given up when its time comes. */
export async function updateWebhookEndpoint(
  services: WebhookServices,
  { endpointId, url, eventTypes, isDisabled }: UpdateWebhookEndpointInput,
): Promise<UpdateWebhookEndpointOutcome> {
  const { db, clock } = services
  const id = uuidKeyOf('WebhookEndpoint', endpointId)
  if (id === null || (await findEndpoint(db, id)) === null) return endpointNotFound
  const refusal = await refuseEndpoint(services, { url, eventTypes })
  if (refusal !== null) return refusal
  return db.transactLocking(async (tx): Promise<UpdateWebhookEndpointOutcome> => {
    const endpoint = await lockEndpoint(tx, id)
    if (endpoint === null) return endpointNotFound
    const changed = await updateEndpoint(tx, id, {
      ...(url != null && { url }),
      ...(eventTypes != null && { eventTypes: [...new Set(eventTypes)] }),
      ...(isDisabled != null && { disabledAt: isDisabled ? (endpoint.disabledAt ?? clock.now()) : null }),
    })
    return { __typename: 'UpdateWebhookEndpointSuccess', endpoint: changed }
  })
}
