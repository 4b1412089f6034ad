import type { Resolvers, WebhookEventType } from '../../generated/graphql.js'
import { toGlobalId } from '../../lib/globalId.js'
import { createWebhookEndpoint } from './createWebhookEndpoint.js'
import { writeBody } from './eventBody.js'
import { listDeliveries } from './listDeliveries.js'
import { replayWebhookEvents } from './replayWebhookEvents.js'
import { rotateWebhookSecret } from './rotateWebhookSecret.js'
import { listEndpoints } from './store.js'
import { updateWebhookEndpoint } from './updateWebhookEndpoint.js'

export const resolvers: Resolvers = {
  Mutation: {
    createWebhookEndpoint: (_root, { input }, context) => createWebhookEndpoint(context, input),
    updateWebhookEndpoint: (_root, { input }, context) => updateWebhookEndpoint(context, input),
    rotateWebhookSecret: (_root, { input }, context) => rotateWebhookSecret(context, input),
    replayWebhookEvents: (_root, { input }, context) => replayWebhookEvents(context, input),
  },
  Partner: {
    webhookEndpoints: ({ id }, _args, { db }) => listEndpoints(db, id),
  },
  WebhookEndpoint: {
    id: ({ id }) => toGlobalId('WebhookEndpoint', id),
    eventTypes: ({ eventTypes }) => eventTypes as WebhookEventType[],
    previousSecretUntil: ({ previousUntil }, _args, { clock }) =>
      previousUntil !== null && previousUntil > clock.now() ? previousUntil : null,
    deliveries: ({ id }, args, { db }) => listDeliveries(db, id, args),
  },
  WebhookDelivery: {
    id: ({ id }) => toGlobalId('WebhookDelivery', id),
    eventType: ({ event }) => event.type as WebhookEventType,
    occurredAt: ({ event }) => event.occurredAt,
    body: ({ event }) => writeBody({ ...event, type: event.type as WebhookEventType }),
  },
}
