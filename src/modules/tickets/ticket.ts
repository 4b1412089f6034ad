import { toGlobalId } from '../../lib/globalId.js'
import { type ShowTimes, showStatus } from '../shows/index.js'
import type { TicketStatus } from './store.js'

/** What a code says. Short, as it has to fit into a QR code. */
export interface CodeClaims {
  /** The id of the ticket. */
  readonly jti: string
  /** The global id of the show. */
  readonly show: string
  /** The label of the seat. */
  readonly seat: string
  /** When the show starts, and when it ends, in seconds since 1970. */
  readonly start: number
  readonly exp: number
}

interface CodeParts {
  readonly id: string
  readonly showId: number
  readonly row: string
  readonly number: number
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Why a ticket does not admit now. */
export type Hindrance = 'VOID' | 'USED' | 'SHOW_CLOSED' | 'TOO_EARLY'

const OPENS_BEFORE_MS = 24 * 60 * 60 * 1000

export function toClaims({ id, showId, row, number, startsAt, endsAt }: CodeParts): CodeClaims {
  return {
    jti: id,
    show: toGlobalId('Show', showId),
    seat: `${row}${number}`,
    start: toSeconds(startsAt),
    exp: toSeconds(endsAt),
  }
}

/** From when on tickets of a show admit. A ticket that is tried out at home days before is not used up. */
export function opensAt({ startsAt }: Pick<ShowTimes, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - OPENS_BEFORE_MS)
}

/** What keeps a ticket from admitting, null if nothing does. */
export function hindranceOf(ticket: ShowTimes & { readonly status: TicketStatus }, now: Date): Hindrance | null {
  if (ticket.status !== 'VALID') return ticket.status
  if (['ENDED', 'CANCELLED'].includes(showStatus(ticket, now))) return 'SHOW_CLOSED'
  return now < opensAt(ticket) ? 'TOO_EARLY' : null
}

/** What people call a booking by: unlike its id it gives no access to anything. */
export function referenceOf(bookingId: string): string {
  return `${bookingId.slice(0, 4)}-${bookingId.slice(4, 8)}`.toUpperCase()
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
