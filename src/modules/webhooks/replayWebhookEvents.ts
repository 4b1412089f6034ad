import type { ReplayWebhookEventsInput } from '../../generated/graphql.js'
import type { Transaction } from '../../lib/db/index.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import { findPartner } from '../partners/index.js'
import { countEvents, type EventSpan, replayDeliveries } from './deliveryStore.js'
import { endpointNotFound, type ReplayWebhookEventsOutcome } from './outcomes.js'
import { findEndpoint, lockEndpoint } from './store.js'
import type { WebhookServices } from './webhookServices.js'

const MAX_EVENTS = 1_000

/** Has the events of a time sent to an endpoint once more, under their ids, for three days from now on. */
export async function replayWebhookEvents(
  { db, clock }: WebhookServices,
  { endpointId, from, until }: ReplayWebhookEventsInput,
): Promise<ReplayWebhookEventsOutcome> {
  const id = uuidKeyOf('WebhookEndpoint', endpointId)
  const found = id === null ? null : await findEndpoint(db, id)
  if (found === null) return endpointNotFound
  if ((await findPartner(db, found.partnerId))!.disabledAt !== null) return disabled('The partner of this endpoint')
  const now = clock.now()
  const span = { endpointId: found.id, from, until: until ?? now }
  return db.transactLocking((tx) => replay(tx, span, now))
}

async function replay(tx: Transaction, span: EventSpan, now: Date): Promise<ReplayWebhookEventsOutcome> {
  const endpoint = (await lockEndpoint(tx, span.endpointId))!
  if (endpoint.disabledAt !== null) return disabled('This endpoint')
  if ((await countEvents(tx, span, MAX_EVENTS + 1)) > MAX_EVENTS) return tooMany
  const replayedCount = await replayDeliveries(tx, span, now)
  return { __typename: 'ReplayWebhookEventsSuccess', replayedCount, endpoint }
}

function disabled(who: string): ReplayWebhookEventsOutcome {
  return { __typename: 'WebhookEndpointDisabledError', message: `${who} is disabled: enable it first.` }
}

const tooMany: ReplayWebhookEventsOutcome = {
  __typename: 'WebhookReplayLimitError',
  message: `At most ${MAX_EVENTS} events are sent again at once: choose a shorter time.`,
  limit: MAX_EVENTS,
}
