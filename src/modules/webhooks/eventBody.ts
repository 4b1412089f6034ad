import type { WebhookEventType } from '../../generated/graphql.js'
import { EVENT_NAMES } from './eventTypes.js'

/** What a receiver is sent of an event: the same, to the byte, however often. */
export function writeBody({
  type,
  occurredAt,
  data,
}: {
  readonly type: WebhookEventType
  readonly occurredAt: Date
  readonly data: unknown
}): string {
  return JSON.stringify({ type: EVENT_NAMES[type], timestamp: occurredAt.toISOString(), data })
}
