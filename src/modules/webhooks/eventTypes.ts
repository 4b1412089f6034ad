import type { WebhookEventType } from '../../generated/graphql.js'

/** What each type of event is called in what is sent. A new type is a value of the enum in the schema, a name here, and a call of recordEvent. */
export const EVENT_NAMES: Readonly<Record<WebhookEventType, string>> = {
  BOOKING_CONFIRMED: 'booking.confirmed',
  BOOKING_CANCELLED: 'booking.cancelled',
  BOOKING_REFUNDED: 'booking.refunded',
  SHOW_CANCELLED: 'show.cancelled',
  ALLOCATION_RETURNED: 'allocation.returned',
}

/** Something that a partner is told of. */
export interface NewEvent {
  readonly partnerId: string
  readonly type: WebhookEventType
  /** What tells it from all others of its type: it is written once, however often it is recorded. */
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
  readonly occurredAt: Date
  /** Since when it is tried: since it occurred when left out. */
  readonly dueSince?: Date
}
