import type { BookingStatus } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import { DELIVER_WEBHOOK, ENQUEUE_NEW } from './deliveryStore.js'
import type { NewEvent } from './eventTypes.js'

const INSERT_EVENT = statement(
  'webhooks.insertEvent',
  `WITH event AS (
    INSERT INTO partner_event (partner_id, type, subject, data, occurred_at)
    VALUES ($1::uuid, $2, $3, $4::jsonb, $5::timestamptz)
    ON CONFLICT DO NOTHING RETURNING id, partner_id, type, occurred_at
  ), delivery AS (
    INSERT INTO webhook_delivery (event_id, endpoint_id, due_since, next_attempt_at, created_at)
    SELECT event.id, endpoint.id, $7::timestamptz, $7::timestamptz, occurred_at
    FROM event JOIN webhook_endpoint AS endpoint ON endpoint.partner_id = event.partner_id
    WHERE event.type = ANY(event_types) AND disabled_at IS NULL
    RETURNING id, endpoint_id, 0 AS pause
  ) ${ENQUEUE_NEW}`,
)

/** Writes an event with its deliveries to the endpoints that want it, in the transaction in which it happens. Once for its subject. */
export async function insertEvent(tx: Transaction, event: NewEvent): Promise<void> {
  const { partnerId, type, subject, data, occurredAt, dueSince = occurredAt } = event
  const values = [partnerId, type, subject, JSON.stringify(data), occurredAt, DELIVER_WEBHOOK, dueSince]
  await tx.$executeRawUnsafe(INSERT_EVENT.text, ...values)
}

/** A booking that concerns a partner. */
export interface PartnersBooking {
  readonly partnerId: string
  readonly bookingId: string
  readonly showId: number
  readonly status: BookingStatus
  readonly seatIds: readonly number[]
  /** In minor units of the currency. */
  readonly total: number
  readonly currency: string
}

const BOOKING = `partner.id AS "partnerId", booking.id AS "bookingId", booking.show_id AS "showId", booking.status,
  booking.seat_ids AS "seatIds", booking.total, booking.currency`

/** A booking of a partner's account as it stands in this transaction, null when it is not one. */
export async function findBookingOfPartner(tx: Transaction, bookingId: string): Promise<PartnersBooking | null> {
  const [row] = await tx.$queryRawUnsafe<PartnersBooking[]>(
    `/* webhooks.findBookingOfPartner */ SELECT ${BOOKING}
     FROM booking JOIN partner ON partner.account_id = booking.account_id WHERE booking.id = $1::uuid`,
    bookingId,
  )
  return row ?? null
}

/** The booking of a refund that goes back to a partner's account, and how much it is. Null when it goes back to another one. */
export async function findRefundOfPartner(
  tx: Transaction,
  refundId: string,
): Promise<(PartnersBooking & { readonly amount: number }) | null> {
  const [row] = await tx.$queryRawUnsafe<(PartnersBooking & { amount: number })[]>(
    `/* webhooks.findRefundOfPartner */ SELECT ${BOOKING}, refund.amount
     FROM refund JOIN payment ON payment.id = payment_id JOIN booking ON booking.id = booking_id
     JOIN partner ON partner.account_id = payment.account_id WHERE refund.id = $1::uuid`,
    refundId,
  )
  return row ?? null
}

/** A show that is cancelled, with the bookings of a partner at it. */
export interface CancelledShow {
  readonly partnerId: string
  readonly showId: number
  readonly startsAt: Date
  readonly cancelledAt: Date
  /** Those that the partner has confirmed: none where seats are kept for it only. */
  readonly bookingIds: readonly string[]
}

const LIST_CANCELLED_SHOWS = statement(
  'webhooks.listCancelledShows',
  `SELECT partner.id AS "partnerId", show.id AS "showId", starts_at AS "startsAt", cancelled_at AS "cancelledAt", ARRAY(
     SELECT booking.id::text FROM booking
     WHERE account_id = partner.account_id AND show_id = show.id AND status = 'CONFIRMED' ORDER BY created_at, booking.id
   ) AS "bookingIds"
   FROM show CROSS JOIN LATERAL (
     SELECT partner.id FROM booking JOIN partner USING (account_id) WHERE show_id = show.id AND status = 'CONFIRMED'
     UNION
     SELECT partner_id FROM seat_allocation
     WHERE show_id = show.id AND (ended_at IS NULL OR ended_at >= show.cancelled_at)
   ) AS concerned JOIN partner ON partner.id = concerned.id
   WHERE cancelled_at > $1 AND NOT EXISTS (
     SELECT FROM partner_event WHERE partner_id = partner.id AND type = 'SHOW_CANCELLED' AND subject = show.id::text
   )
   LIMIT $2`,
)

/** Shows that were cancelled after a time, of which a partner who has booked them, or had seats kept there then, was not told. */
export async function listCancelledShows(db: Database, after: Date, limit: number): Promise<CancelledShow[]> {
  return db.run<CancelledShow>(LIST_CANCELLED_SHOWS, [after, limit])
}

/** What has gone back of an allocation that is over. */
export interface ReturnedAllocation {
  readonly id: string
  readonly partnerId: string
  readonly showId: number
  readonly until: Date
  readonly endedAt: Date
  /** Those of its seats that have gone back on sale: none where the show is cancelled since. */
  readonly seatIds: readonly number[]
}

// Whose a seat is says more than when its booking was made: that of somebody else may be older, and exchanged for a seat that has gone back.
const LIST_RETURNED_ALLOCATIONS = statement(
  'webhooks.listReturnedAllocations',
  `SELECT ended.id, partner_id AS "partnerId", show_id AS "showId", until, ended_at AS "endedAt", ARRAY(
     SELECT seat_id FROM show_seat
     WHERE show_seat.show_id = ended.show_id AND seat_id = ANY(ended.seat_ids) AND cancelled_at IS NULL
       AND status <> 'BLOCKED' AND NOT EXISTS (
         SELECT FROM booking WHERE booking.id = booking_id AND (account_id = ended.account_id OR EXISTS (
           SELECT FROM booking_transfer
           WHERE booking_id = booking.id AND from_account_id = ended.account_id AND status = 'ACCEPTED'
         ))
       )
     ORDER BY seat_id
   ) AS "seatIds"
   FROM seat_allocation AS ended JOIN show ON show.id = show_id
   WHERE ended_at > $1 AND (cancelled_at IS NULL OR cancelled_at > ended_at) AND NOT EXISTS (
     SELECT FROM partner_event
     WHERE partner_id = ended.partner_id AND type = 'ALLOCATION_RETURNED' AND subject = ended.id::text
   ) LIMIT $2`,
)

/** Allocations that have ended after a time and before their shows were cancelled, if they were, of which their partners were not told. */
export async function listReturnedAllocations(db: Database, after: Date, limit: number): Promise<ReturnedAllocation[]> {
  return db.run<ReturnedAllocation>(LIST_RETURNED_ALLOCATIONS, [after, limit])
}

const FORGET_EVENTS = statement(
  'webhooks.forgetEvents',
  `DELETE FROM partner_event WHERE id IN (
     SELECT id FROM partner_event WHERE occurred_at < $1 AND NOT EXISTS (
       SELECT FROM webhook_delivery WHERE event_id = partner_event.id AND status = 'PENDING'
     ) LIMIT $2
   ) RETURNING id`,
)

/** Deletes events from before a time that are on their way to nobody, with their deliveries. Gives how many. */
export async function forgetEvents(db: Database, before: Date, limit: number): Promise<number> {
  return (await db.run(FORGET_EVENTS, [before, limit])).length
}
