import type { Booking, Prisma } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import { causeSql, type SeatState, SYSTEM } from '../seatmaps/index.js'
import type { IdempotentRequest } from './idempotency/idempotency.js'

export type { Booking, BookingStatus } from '../../generated/prisma/client.js'

export interface NewHold {
  readonly id: string
  readonly accountId: string
  readonly showId: number
  readonly seatIds: readonly number[]
  readonly now: Date
  readonly expiresAt: Date
  /** Which of the holds that an account may have at a show it will be. */
  readonly slot: number
}

/** A booking that was written, and what that changed of its seats. */
export interface ChangedBooking {
  readonly booking: Booking
  readonly seats: readonly SeatState[]
}

export type BookingOfShow = Prisma.BookingGetPayload<{ include: { show: true } }>

const COLUMNS = `id, account_id AS "accountId", show_id AS "showId", status, seat_ids AS "seatIds",
  seat_prices AS "seatPrices", total, currency, created_at AS "createdAt", expires_at AS "expiresAt",
  confirmed_at AS "confirmedAt", cancelled_at AS "cancelledAt", contact_email AS "contactEmail",
  contact_phone AS "contactPhone", retained, refund_cap AS "refundCap",
  payment_extended_at AS "paymentExtendedAt", slot`

/**
 * The hold, in one round trip: takes the wanted seats that can be had, and only if these are all that are wanted writes the
 * booking, its seats and the answer for its key. Locked seats are passed over instead of waited for: docs/adr/0002.
 */
export const INSERT_HOLD = statement(
  'bookings.insertHold',
  `WITH wanted AS MATERIALIZED (
    SELECT seat_id, price FROM show_seat
    WHERE show_id = $3 AND seat_id = ANY($4::int[]) AND (status = 'AVAILABLE' OR (status = 'HELD' AND held_until <= $5))
    ORDER BY seat_id FOR UPDATE SKIP LOCKED
  ), open AS (
    SELECT currency, ${causeSql({ actor: '$2::uuid::text', cause: `'holdSeats'` })}
    FROM show WHERE id = $3 AND starts_at > $5 AND cancelled_at IS NULL
  ), hold AS (
    INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at, slot)
    SELECT $1, $2, $3, 'PENDING', array_agg(seat_id ORDER BY seat_id), array_agg(price ORDER BY seat_id), sum(price),
      open.currency, $5, $6, $10
    FROM wanted, open GROUP BY open.currency HAVING count(*) = cardinality($4::int[])
    RETURNING *
  ), answer AS (
    INSERT INTO idempotency_record (account_id, operation, key, request_hash, answer, created_at)
    SELECT $2, 'holdSeats', $7, $8, $9::jsonb, $5 FROM hold
  ), held AS (
    UPDATE show_seat SET status = 'HELD', held_until = $6, booking_id = $1
    FROM hold WHERE show_seat.show_id = $3 AND seat_id = ANY($4::int[])
    RETURNING seat_id, version
  )
  SELECT ${COLUMNS}, (SELECT json_agg(json_build_object(
    'showId', $3::int, 'seatId', seat_id, 'status', 'HELD', 'version', version)) FROM held) AS seats
  FROM hold`,
)

/** The unique index that caps how many holds an account has at a show. */
export const SLOT_INDEX = 'booking_pending_slot_key'

/** Writes a hold, in a serializable transaction. Null when not all of its seats, or not the show, can be had. */
export async function insertHold(db: Database, hold: NewHold, { key, hash }: IdempotentRequest, answer: unknown) {
  const { id, accountId, showId, seatIds, now, expiresAt, slot } = hold
  const values = [id, accountId, showId, seatIds, now, expiresAt, key, hash, JSON.stringify(answer), slot]
  const [row] = await db.runSerializable<Booking & { seats: SeatState[] }>(INSERT_HOLD, values)
  if (row === undefined) return null
  const { seats, ...booking } = row
  return { booking, seats } satisfies ChangedBooking
}

export async function listBookings(db: Database, ids: readonly string[]): Promise<Booking[]> {
  return db.prisma.booking.findMany({ where: { id: { in: [...ids] } } })
}

/** A booking of this account with its show. */
export async function findBooking(
  client: Database['prisma'] | Transaction,
  accountId: string,
  id: string,
): Promise<BookingOfShow | null> {
  return client.booking.findFirst({ where: { id, accountId }, include: { show: true } })
}

/** A page of an account's bookings, the latest first. */
export async function listBookingsOf(
  db: Database,
  accountId: string,
  { limit, after }: { limit: number; after: { createdAt: Date; id: string } | null },
): Promise<Booking[]> {
  const behind: Prisma.BookingWhereInput | undefined = after
    ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
    : undefined
  return db.prisma.booking.findMany({
    where: { accountId, ...behind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** A booking of any account with its show, which has to exist. */
export async function getBooking(client: Database['prisma'] | Transaction, id: string): Promise<BookingOfShow> {
  return client.booking.findUniqueOrThrow({ where: { id }, include: { show: true } })
}

/**
 * A booking of this account, or of any, with its show, locked by a change of its row: whoever has read it before in a serializable
 * transaction and changes it has to look again.
 */
export async function lockBooking(
  tx: Transaction,
  id: string,
  accountId: string | null = null,
): Promise<BookingOfShow | null> {
  const { count } = await tx.booking.updateMany({ where: { id, ...(accountId && { accountId }) }, data: { id } })
  return count === 0 ? null : getBooking(tx, id)
}

export type BookingChange = Partial<
  Pick<
    Booking,
    | 'accountId'
    | 'showId'
    | 'status'
    | 'seatIds'
    | 'seatPrices'
    | 'total'
    | 'retained'
    | 'refundCap'
    | 'expiresAt'
    | 'paymentExtendedAt'
    | 'confirmedAt'
    | 'cancelledAt'
    | 'contactEmail'
    | 'contactPhone'
  >
>

export async function updateBooking(tx: Transaction, id: string, data: BookingChange): Promise<void> {
  await tx.booking.update({ where: { id }, data })
}

const COMPLETE_BOOKINGS = statement(
  'bookings.completeBookings',
  `UPDATE booking SET status = 'COMPLETED' WHERE id = ANY(ARRAY(
     SELECT booking.id FROM show JOIN booking ON booking.show_id = show.id AND booking.status = 'CONFIRMED'
     WHERE show.ends_at <= $1 AND show.ends_at > $1 - interval '30 days' AND show.cancelled_at IS NULL
     LIMIT $2 FOR UPDATE OF booking SKIP LOCKED)) RETURNING 1`,
)

/** Completes bookings whose show is over, up to `limit`: how many. */
export async function completeBookings(db: Database, now: Date, limit: number): Promise<number> {
  return (await db.run(COMPLETE_BOOKINGS, [now, limit])).length
}

// At READ COMMITTED: looking for what is due in a serializable transaction would conflict with every new hold.
const EXPIRE_HOLDS = statement('bookings.expireHolds', expire('true', 'LIMIT $2'))
const EXPIRE_HOLDS_OF = statement('bookings.expireHoldsOf', expire('account_id = $2 AND show_id = $3', ''))

function expire(whose: string, howMany: string): string {
  return `WITH due AS MATERIALIZED (
    SELECT id, show_id, seat_ids FROM booking WHERE status = 'PENDING' AND expires_at <= $1 AND ${whose}
    ORDER BY expires_at ${howMany} FOR UPDATE SKIP LOCKED
  ), expired AS (
    UPDATE booking SET status = 'EXPIRED' FROM due WHERE booking.id = due.id RETURNING booking.id
  ), freed AS (
    UPDATE show_seat s SET status = 'AVAILABLE', held_until = NULL, booking_id = NULL
    FROM due WHERE s.show_id = due.show_id AND s.seat_id = ANY(due.seat_ids) AND s.booking_id = due.id
    RETURNING s.show_id, s.seat_id, s.status, s.version
  )
  SELECT (SELECT count(*)::int FROM expired) AS expired, freed.show_id AS "showId", freed.seat_id AS "seatId",
    freed.status, freed.version
  FROM (SELECT ${causeSql({ actor: `'${SYSTEM}'`, cause: `'expireHolds'` })}) AS told LEFT JOIN freed ON true`
}

/** Ends holds whose time is over, the longest overdue first: how many, and which seats that frees. */
export async function expireHolds(db: Database, now: Date, limit: number) {
  return readExpired(await db.run<ExpiredSeat>(EXPIRE_HOLDS, [now, limit]))
}

/** Ends the holds of an account at a show whose time is over. */
export async function expireHoldsOf(db: Database, whose: Pick<NewHold, 'accountId' | 'showId' | 'now'>) {
  return readExpired(await db.run<ExpiredSeat>(EXPIRE_HOLDS_OF, [whose.now, whose.accountId, whose.showId]))
}

/** How many holds an account has at a show that are not over. */
export async function countHolds(
  db: Database,
  { accountId, showId, now }: Pick<NewHold, 'accountId' | 'showId' | 'now'>,
) {
  return db.prisma.booking.count({ where: { accountId, showId, status: 'PENDING', expiresAt: { gt: now } } })
}

type ExpiredSeat = SeatState & { readonly expired: number }

function readExpired(rows: readonly ExpiredSeat[]) {
  return { count: rows[0]?.expired ?? 0, seats: rows.filter(({ seatId }) => seatId !== null) }
}
