import type { Config } from '../../config.js'
import type { Ticket } from './store.js'
import { type TicketKeys, uuidOf } from './ticketKeys.js'

/** What URLs are made with. */
export interface LinkServices {
  readonly config: Config
  readonly ticketKeys: TicketKeys
}

export type TicketFormat = 'svg' | 'png' | 'pdf'

/** The URL of a ticket: its QR code, or all of it as a PDF. Who knows it sees the ticket. */
export function ticketUrl({ config, ticketKeys }: LinkServices, { id }: Pick<Ticket, 'id'>, format: TicketFormat) {
  return `${config.publicUrl}/tickets/${ticketKeys.toToken(id, 'ticket')}.${format}`
}

/** The URL of all tickets of a booking in one PDF, which ends when the booking goes to another account. */
export function bookingPdfUrl(
  { config, ticketKeys }: LinkServices,
  booking: { id: string; accountId: string },
): string {
  return `${config.publicUrl}/bookings/${ticketKeys.toToken(booking.id, 'booking', booking.accountId)}.pdf`
}

/** The ticket that a token opens, null for one that is not ours. */
export function openTicketToken(ticketKeys: TicketKeys, token: string): string | null {
  const id = uuidOf(token)
  return id !== null && ticketKeys.isToken(token, id, 'ticket') ? id : null
}

/** Whether a token opens the booking for the account that it belongs to now. */
export function opensBooking(ticketKeys: TicketKeys, token: string, booking: { id: string; accountId: string }) {
  return ticketKeys.isToken(token, booking.id, 'booking', booking.accountId)
}
