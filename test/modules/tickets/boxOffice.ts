import { appointStaff } from '../../kit/appoint.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats } from '../../kit/operations.js'
import type { SeededShow, ShowOptions } from '../../kit/seed.js'
import type { TestServer } from '../../kit/server.js'

export interface TicketData {
  readonly id: string
  readonly status: string
  readonly code: string
  readonly issuedAt: string
  readonly usedAt: string | null
  readonly seat: { readonly id: string; readonly label: string }
  readonly show: { readonly id: string; readonly startsAt: string; readonly endsAt: string }
  readonly qrSvgUrl: string
  readonly qrPngUrl: string
  readonly pdfUrl: string
}

export interface Bought {
  readonly buyer: Client
  readonly show: SeededShow
  readonly bookingId: string
  readonly tickets: TicketData[]
  readonly ticketsPdfUrl: string
}

export const TICKET = `id status code issuedAt usedAt qrSvgUrl qrPngUrl pdfUrl
  seat { id label } show { id startsAt endsAt }`

/** A guest who has bought all seats of a new show, two unless told otherwise. */
export async function buy(server: TestServer, options: ShowOptions = {}): Promise<Bought> {
  const show = await server.seed.show({ seats: 2, ...options })
  const buyer = await server.signInAsGuest()
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id)
  return { buyer, show, bookingId: booking.id, ...(await readTickets(buyer, booking.id)) }
}

export async function readTickets(
  client: Client,
  bookingId: string,
): Promise<{ tickets: TicketData[]; ticketsPdfUrl: string }> {
  const query = `query ($id: ID!) { booking(id: $id) { ticketsPdfUrl tickets { ${TICKET} } } }`
  return (await client.query(query, { id: bookingId })).booking
}

/** A guest who works at the theater of a show. */
export async function hireUsher(server: TestServer, show: SeededShow): Promise<Client> {
  const usher = await server.signInAsGuest()
  await appointStaff(server, usher, show)
  return usher
}

export const CHECK_IN = `mutation ($input: CheckInTicketInput!) { checkInTicket(input: $input) { __typename
  ... on UserError { message }
  ... on CheckInTicketSuccess { ticket { id status usedAt } }
  ... on TicketAlreadyUsedError { usedAt gate theater { name } ticket { id status } }
  ... on TicketVoidError { voidedAt }
  ... on WrongShowError { show { id } }
  ... on ShowClosedError { show { id status } }
  ... on CheckInTooEarlyError { opensAt } } }`

export async function checkInTicket(usher: Client, code: string, more: object = {}) {
  return (await usher.query(CHECK_IN, { input: { code, ...more } })).checkInTicket
}

/** What is written of the tickets of a booking, in the order of their seats, the void ones first. */
export async function writtenTickets(server: TestServer, bookingId: string) {
  return server.seed.sql(
    `SELECT status, used_gate AS gate, used_at IS NOT NULL AS "isUsed" FROM ticket WHERE booking_id = $1
     ORDER BY voided_at, seat_id`,
    [keyOf(bookingId)],
  )
}

/** What a link leads to, at the server under test: links begin with PUBLIC_URL. */
export function follow(server: TestServer, link: string, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(link)
  return fetch(new URL(pathname, server.url), init)
}

export function keyOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1]!
}
