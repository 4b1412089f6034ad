import { toMoney } from '../../lib/money.js'
import { toLocalTime } from './localTime.js'
import { toPrintable } from './printable.js'
import type { TicketDetails } from './store.js'
import { referenceOf } from './ticket.js'

/** The texts of a ticket, as they are printed. */
export interface PrintedTicket {
  readonly title: string
  readonly theater: string
  readonly address: string
  readonly screen: string
  readonly day: string
  readonly time: string
  readonly row: string
  readonly seat: string
  readonly format: string
  /** Empty where it is not known. */
  readonly price: string
  readonly reference: string
}

const FORMATS = { TWO_D: '2D', THREE_D: '3D', IMAX: 'IMAX', DOLBY: 'Dolby' } as const

/** A ticket in words, at the time of the theater. */
export function toPrintedTicket(ticket: TicketDetails): PrintedTicket {
  const { day, time } = toLocalTime(ticket.startsAt, ticket.timeZone)
  return {
    title: toPrintable(ticket.title),
    theater: toPrintable(ticket.theaterName),
    address: toPrintable(ticket.address),
    screen: toPrintable(ticket.screenName),
    day: toPrintable(day),
    time,
    row: toPrintable(ticket.row),
    seat: String(ticket.number),
    format: `${FORMATS[ticket.format]} ${toPrintable(ticket.language.toUpperCase())}`,
    price: priceOf(ticket),
    reference: referenceOf(ticket.bookingId),
  }
}

function priceOf({ price, currency }: TicketDetails): string {
  if (price === null) return ''
  const { amount } = toMoney({ minor: price, currency })
  return `${amount} ${currency}`
}
