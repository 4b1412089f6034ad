import type { Transaction } from '../../lib/db/index.js'
import { enqueueJobs } from '../../lib/jobs/index.js'
import { insertNotifications, type NotificationEvent } from './store.js'

/** What a text tells beside what is known of the booking when it is sent. */
export interface EventData {
  /** The seats that it is about; those of the booking when left out. */
  readonly seatIds?: readonly number[]
  /** What goes back, in minor units; the sum of the booking's refunds, or of the one that the occurrence is, when left out. */
  readonly refund?: number
  /** Whether it is cancelled as its show is. */
  readonly isShowCancelled?: boolean
  /** Whether it is cancelled as its payment could not be collected. */
  readonly isUncollected?: boolean
  /** The name of who offers a transfer; that of the booking's owner when left out, where there is one. */
  readonly from?: string
  /** The code that accepts a transfer. It is forgotten when it is sent. */
  readonly code?: string
}

export interface NewNotification {
  readonly event: NotificationEvent
  readonly bookingId: string
  /** What makes this event of the booking another one than the last: the id of a refund or of a transfer. */
  readonly occurrence?: string
  readonly data?: EventData
  /** Who hears of it, where that is not the contact of the booking, or else its account. */
  readonly to?: { readonly email?: string | null; readonly phone?: string | null }
}

/** The name of the task that sends a notification. */
export const SEND_NOTIFICATION = 'sendNotification'

/**
 * Tells whoever a booking belongs to what happens to it, in the transaction in which it happens. At most once for each event,
 * occurrence, channel and recipient, however often it is called. Who has neither an address nor a phone number is told nothing.
 */
export async function notify(tx: Transaction, notification: NewNotification): Promise<void> {
  const ids = await insertNotifications(tx, notification)
  await enqueueSending(tx, ids)
}

/** Has notifications sent that are written. */
export async function enqueueSending(tx: Transaction, ids: readonly string[]): Promise<void> {
  await enqueueJobs(
    tx,
    ids.map((notificationId) => ({ task: SEND_NOTIFICATION, payload: { notificationId } })),
  )
}
