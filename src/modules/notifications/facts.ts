import type {
  BookingStatus,
  NotificationChannel,
  NotificationEvent,
  NotificationStatus,
} from '../../generated/prisma/client.js'
import { toMoney } from '../../lib/money.js'
import type { EventData } from './notify.js'

/** A notification with all that its text tells, as it stands when it is sent. */
export interface Facts {
  readonly id: string
  readonly event: NotificationEvent
  readonly channel: NotificationChannel
  readonly recipient: string
  readonly data: EventData
  readonly deliveryStatus: NotificationStatus
  readonly attempts: number
  /** Whether the booking still belongs to the account that it belonged to when this was written. */
  readonly isOfOwner: boolean
  readonly bookingId: string
  readonly bookingStatus: BookingStatus
  /** In minor units of the currency, as the refund is. */
  readonly total: number
  readonly refund: number
  readonly currency: string
  /** The name of whom it goes to, null where that is not known. */
  readonly name: string | null
  readonly movie: string
  readonly startsAt: Date
  readonly screen: string
  readonly theater: string
  readonly address: string
  readonly timeZone: string
  /** Labels such as `B7`, in the order of the room. */
  readonly seats: readonly string[]
}

/** An amount in minor units as people read it: `€12.50`. */
export function tellAmount(minor: number, currency: string): string {
  const { amount } = toMoney({ minor, currency })
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount as `${number}`)
}

/** When the show begins, at the clock of its theater: `Saturday, 22 November 2026 at 20:30 CET`. */
export function tellStart({ startsAt, timeZone }: Pick<Facts, 'startsAt' | 'timeZone'>): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', { ...day, ...time, timeZone }).format(startsAt)
}

/** The same in the few characters that an SMS has: `22 Nov, 20:30`. */
export function tellStartShortly({ startsAt, timeZone }: Pick<Facts, 'startsAt' | 'timeZone'>): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(startsAt)
}

/** What people name a booking by: `3F2A9C1E`. */
export function tellReference({ bookingId }: Pick<Facts, 'bookingId'>): string {
  return bookingId.slice(0, 8).toUpperCase()
}

/** A text that others have chosen, on one line: no break that could begin a header, nothing that turns the direction of what follows. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}
