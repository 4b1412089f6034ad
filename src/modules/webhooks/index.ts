import { isUuid } from '../../lib/globalId.js'
import { isAdmin } from '../accounts/index.js'
import type { SchemaModule } from '../core/index.js'
import { deliverWebhook } from './deliverWebhook.js'
import { DELIVER_WEBHOOK, findDelivery } from './deliveryStore.js'
import { forgetWebhookEvents } from './forgetWebhookEvents.js'
import { resolvers } from './resolvers.js'
import { findEndpoint } from './store.js'
import { tellCancelledShows, tellReturnedAllocations } from './tellPartners.js'

export { DELIVER_WEBHOOK, type LoggedDelivery } from './deliveryStore.js'
export { insertEvent as recordEvent } from './eventStore.js'
export type { NewEvent } from './eventTypes.js'
export { type BookingEvent, type Cancelled, recordBookingEvent, recordRefund } from './recordEvent.js'
export type { WebhookAttempt, WebhookEndpoint } from './store.js'
export { tellCancelledShows } from './tellPartners.js'
export type { Webhooks } from './webhookServices.js'

/** Webhooks: telling partners what happens to their bookings, apart from what happens. As nodes they are for administrators. */
export const webhooksModule: SchemaModule = {
  resolvers,
  nodes: {
    WebhookEndpoint: async (key, context) =>
      isUuid(key) && (await isAdmin(context)) ? findEndpoint(context.db, key) : null,
    WebhookDelivery: async (key, context) =>
      isUuid(key) && (await isAdmin(context)) ? findDelivery(context.db, key) : null,
  },
  tasks: { [DELIVER_WEBHOOK]: deliverWebhook, tellCancelledShows, tellReturnedAllocations, forgetWebhookEvents },
  crons: [
    { task: 'tellCancelledShows', match: '* * * * *' },
    { task: 'tellReturnedAllocations', match: '* * * * *' },
    { task: 'forgetWebhookEvents', match: '43 3 * * *' },
  ],
}
