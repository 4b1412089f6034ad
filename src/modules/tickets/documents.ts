import type { Database } from '../../lib/db/index.js'
import { type LinkServices, opensBooking, openTicketToken, type TicketFormat } from './links.js'
import { toQrPng, toQrSvg } from './qrCode.js'
import { findDetails, findOwner, listDetails, type TicketDetails } from './store.js'
import { toClaims } from './ticket.js'
import { uuidOf } from './ticketKeys.js'
import { renderPdf } from './ticketPdf.js'

/** What is at a URL of tickets: something to see, nothing, or what was there once. */
export type Document =
  | { readonly kind: 'found'; readonly mediaType: string; readonly fileName: string; readonly body: string | Buffer }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'void' }

type DocumentServices = Pick<LinkServices, 'ticketKeys'> & { readonly db: Database }

const UNKNOWN = { kind: 'unknown' } as const
const VOID = { kind: 'void' } as const

/** The document of a ticket, by the last part of its URL: `<token>.svg`, `.png` or `.pdf`. */
export async function renderTicketDocument(services: DocumentServices, name: string): Promise<Document> {
  const [, token, format] = /^([\w-]+)\.(svg|png|pdf)$/.exec(name) ?? []
  const id = token === undefined ? null : openTicketToken(services.ticketKeys, token)
  const ticket = id === null ? null : await findDetails(services.db, id)
  if (ticket === null) return UNKNOWN
  return ticket.status === 'VOID' ? VOID : render(services, ticket, format as TicketFormat)
}

/** The document of all tickets of a booking, by the last part of its URL: `<token>.pdf`. */
export async function renderBookingDocument(services: DocumentServices, name: string): Promise<Document> {
  const [, token] = /^([\w-]+)\.pdf$/.exec(name) ?? []
  const id = token === undefined ? null : uuidOf(token)
  const accountId = id === null ? null : await findOwner(services.db, id)
  if (token === undefined || id === null || accountId === null) return UNKNOWN
  if (!opensBooking(services.ticketKeys, token, { id, accountId })) return UNKNOWN
  const tickets = await listDetails(services.db, id)
  if (tickets.length === 0) return VOID
  const body = await toPdf(services, tickets)
  return { kind: 'found', mediaType: 'application/pdf', fileName: 'tickets.pdf', body }
}

/** All tickets of a booking that are not void, one a page. A PDF without them where there are none. */
export async function renderTicketsPdf(services: DocumentServices, bookingId: string): Promise<Buffer> {
  return toPdf(services, await listDetails(services.db, bookingId))
}

async function render(services: DocumentServices, ticket: TicketDetails, format: TicketFormat): Promise<Document> {
  // A header has no letters of other scripts: Node refuses to send one.
  const fileName = `ticket-${ticket.row.replaceAll(/\W/g, '')}${ticket.number}.${format}`
  switch (format) {
    case 'svg': {
      const body = await toQrSvg(await codeOf(services, ticket))
      return { kind: 'found', mediaType: 'image/svg+xml; charset=utf-8', fileName, body }
    }
    case 'png':
      return { kind: 'found', mediaType: 'image/png', fileName, body: await toQrPng(await codeOf(services, ticket)) }
    case 'pdf':
      return { kind: 'found', mediaType: 'application/pdf', fileName, body: await toPdf(services, [ticket]) }
  }
}

async function toPdf(services: DocumentServices, tickets: readonly TicketDetails[]): Promise<Buffer> {
  return renderPdf(await Promise.all(tickets.map(async (ticket) => ({ ticket, code: await codeOf(services, ticket) }))))
}

function codeOf({ ticketKeys }: DocumentServices, ticket: TicketDetails): Promise<string> {
  return ticketKeys.sign(toClaims(ticket))
}
