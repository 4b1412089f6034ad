import type { ShowFormat, Ticket } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

export type { Ticket, TicketStatus } from '../../generated/prisma/client.js'

/** Seats of a booking, and the moment at which something happens to their tickets. */
export interface SeatsOfBooking {
  readonly bookingId: string
  readonly seatIds: readonly number[]
  readonly now: Date
}

export type NewTicket = Pick<Ticket, 'id' | 'bookingId' | 'showId' | 'seatId' | 'issuedAt'>

/** A ticket with all that is printed on it, and all that decides whether it admits. */
export interface TicketDetails extends Ticket {
  readonly accountId: string
  /** In minor units, null where the booking does not have the seat any more. */
  readonly price: number | null
  readonly currency: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
  readonly language: string
  readonly format: ShowFormat
  readonly row: string
  readonly number: number
  readonly title: string
  readonly screenName: string
  readonly theaterId: number
  readonly theaterName: string
  readonly address: string
  readonly timeZone: string
}

/** A ticket let in, and by whom. */
export interface Admission {
  readonly ticketId: string
  readonly accountId: string
  readonly gate: string | null
  readonly now: Date
}

const COLUMNS = `ticket.id, ticket.booking_id AS "bookingId", ticket.show_id AS "showId", ticket.seat_id AS "seatId",
  ticket.status, ticket.issued_at AS "issuedAt", ticket.used_at AS "usedAt", ticket.used_gate AS "usedGate",
  ticket.checked_in_by AS "checkedInBy", ticket.voided_at AS "voidedAt"`

const DETAILS = `SELECT ${COLUMNS}, booking.account_id AS "accountId",
    booking.seat_prices[array_position(booking.seat_ids, ticket.seat_id)] AS price, booking.currency,
    show.starts_at AS "startsAt", show.ends_at AS "endsAt", show.cancelled_at AS "cancelledAt", show.language, show.format,
    seat.row, seat.number, movie.title, screen.name AS "screenName", theater.id AS "theaterId",
    theater.name AS "theaterName", theater.address, city.time_zone AS "timeZone"
  FROM ticket JOIN booking ON booking.id = ticket.booking_id JOIN show ON show.id = ticket.show_id
  JOIN seat ON seat.id = ticket.seat_id JOIN movie ON movie.id = show.movie_id JOIN screen ON screen.id = show.screen_id
  JOIN theater ON theater.id = screen.theater_id JOIN city ON city.id = theater.city_id`

/** Reads nothing, so that confirmations do not conflict over it. */
export async function insertTickets(tx: Transaction, tickets: readonly NewTicket[]): Promise<void> {
  await tx.ticket.createMany({ data: tickets.map((ticket) => ({ ...ticket, status: 'VALID' as const })) })
}

/**
 * Ends the tickets of these seats of a booking, also those that were used, in the transaction that takes the seats away. One
 * that is scanned at the same time makes the transaction run again, and listUsedSeats tells it then.
 */
export async function voidTickets(tx: Transaction, { bookingId, seatIds, now }: SeatsOfBooking): Promise<void> {
  await tx.$executeRaw`/* tickets.voidTickets */
    UPDATE ticket SET status = 'VOID', voided_at = ${now}
    WHERE booking_id = ${bookingId}::uuid AND seat_id = ANY(${seatIds}) AND status <> 'VOID'`
}

/** The seats of a booking to which somebody was let in. */
export async function listUsedSeats(client: Database['prisma'] | Transaction, bookingId: string): Promise<number[]> {
  const used = await client.ticket.findMany({ where: { bookingId, status: 'USED' }, select: { seatId: true } })
  return used.map(({ seatId }) => seatId)
}

const LIST_LIVING = statement(
  'tickets.listLiving',
  `SELECT ${COLUMNS} FROM ticket WHERE booking_id = ANY($1::uuid[]) AND status <> 'VOID' ORDER BY seat_id`,
)

/** The tickets of these bookings that are not void, in the order of their seats. */
export async function listLivingTickets(db: Database, bookingIds: readonly string[]): Promise<Ticket[]> {
  return db.run<Ticket>(LIST_LIVING, [bookingIds])
}

/** A ticket of a booking of this account. */
export async function findTicket(db: Database, accountId: string, id: string): Promise<Ticket | null> {
  return db.prisma.ticket.findFirst({ where: { id, booking: { accountId } } })
}

const FIND_DETAILS = statement('tickets.findDetails', `${DETAILS} WHERE ticket.id = $1::uuid`)

export async function findDetails(db: Database, id: string): Promise<TicketDetails | null> {
  const [details] = await db.run<TicketDetails>(FIND_DETAILS, [id])
  return details ?? null
}

const LIST_DETAILS = statement(
  'tickets.listDetails',
  `${DETAILS} WHERE ticket.booking_id = $1::uuid AND ticket.status <> 'VOID' ORDER BY ticket.seat_id`,
)

/** The tickets of a booking that are not void with their details, in the order of their seats. */
export async function listDetails(db: Database, bookingId: string): Promise<TicketDetails[]> {
  return db.run<TicketDetails>(LIST_DETAILS, [bookingId])
}

const FIND_OWNER = statement('tickets.findOwner', 'SELECT account_id AS "accountId" FROM booking WHERE id = $1::uuid')

/** The account whose booking it is, null if there is no such booking. */
export async function findOwner(db: Database, bookingId: string): Promise<string | null> {
  const [row] = await db.run<{ accountId: string }>(FIND_OWNER, [bookingId])
  return row?.accountId ?? null
}

const ADMIT = statement(
  'tickets.admit',
  `UPDATE ticket SET status = 'USED', used_at = $2, used_gate = $3, checked_in_by = $4::uuid
   WHERE id = $1::uuid AND status = 'VALID' RETURNING ${COLUMNS}`,
)

/** Uses a ticket up, once whoever comes at the same time. Null when it is not valid any more. */
export async function admit(db: Database, { ticketId, now, gate, accountId }: Admission): Promise<Ticket | null> {
  const [ticket] = await db.run<Ticket>(ADMIT, [ticketId, now, gate, accountId])
  return ticket ?? null
}
