import type { Booking, BookingStatus, Prisma } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import { causeSql, type SeatState, type SeatStatus, SYSTEM } from '../seatmaps/index.js'
import type { IdempotentRequest } from './idempotency.js'

export type { Booking, BookingStatus } from '../../generated/prisma/client.js'

/** An answer kept under its idempotency key. */
export interface Answer {
  readonly requestHash: string
  readonly answer: unknown
}

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
  contact_phone AS "contactPhone", retained, payment_extended_at AS "paymentExtendedAt", slot`

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
    INSERT INTO idempotency_record (account_id, operation, key, request_hash, answer)
    SELECT $2, 'holdSeats', $7, $8, $9::jsonb FROM hold
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

const LIST_STATES = statement(
  'bookings.listSeatStates',
  `SELECT seat_id AS "seatId", status, status = 'HELD' AND held_until <= $3 AS "isOver"
   FROM show_seat WHERE show_id = $1 AND seat_id = ANY($2::int[]) ORDER BY seat_id`,
)

/** How these seats of a show stand. A hold whose time is over is as good as none. */
export async function listSeatStates(
  db: Database,
  { showId, seatIds, now }: Pick<NewHold, 'showId' | 'seatIds' | 'now'>,
) {
  const rows = await db.run<{ seatId: number; status: SeatStatus; isOver: boolean }>(LIST_STATES, [
    showId,
    seatIds,
    now,
  ])
  return rows.map(({ seatId, status, isOver }) => ({ showId, seatId, status: isOver ? 'AVAILABLE' : status }) as const)
}

export async function findAnswer(db: Database, request: IdempotentRequest): Promise<Answer | null> {
  const { accountId, operation, key } = request
  return db.prisma.idempotencyRecord.findUnique({
    where: { accountId_operation_key: { accountId, operation, key } },
    select: { requestHash: true, answer: true },
  })
}

const INSERT_ANSWER = statement(
  'bookings.insertAnswer',
  `INSERT INTO idempotency_record (account_id, operation, key, request_hash, answer) VALUES ($1, $2, $3, $4, $5::jsonb)
   ON CONFLICT DO NOTHING RETURNING request_hash AS "requestHash", answer`,
)

/** Keeps an answer under its key and gives the one that is kept: another one, where a twin of the request was faster. */
export async function insertAnswer(db: Database, request: IdempotentRequest, answer: unknown): Promise<Answer> {
  const { accountId, operation, key, hash } = request
  const [inserted] = await db.run<Answer>(INSERT_ANSWER, [accountId, operation, key, hash, JSON.stringify(answer)])
  return inserted ?? (await findAnswer(db, request))!
}

/** Keeps an answer in the transaction that makes it true. False, and nothing is written, when the key has an answer. */
export async function insertAnswerIn(tx: Transaction, request: IdempotentRequest, answer: object): Promise<boolean> {
  const { accountId, operation, key, hash } = request
  const data = { accountId, operation, key, requestHash: hash, answer }
  const { count } = await tx.idempotencyRecord.createMany({ data, skipDuplicates: true })
  return count === 1
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

export async function updateBooking(
  tx: Transaction,
  id: string,
  data: { status: BookingStatus; confirmedAt?: Date; cancelledAt?: Date },
): Promise<void> {
  await tx.booking.update({ where: { id }, data })
}

/** Makes held seats of a booking its own. Null when it does not hold them all any more: then nothing of it may be kept. */
export async function bookSeats(tx: Transaction, { id, showId, seatIds }: Booking): Promise<SeatState[] | null> {
  const seats = await tx.$queryRaw<SeatState[]>`/* bookings.bookSeats */
    UPDATE show_seat SET status = 'BOOKED', held_until = NULL
    WHERE show_id = ${showId} AND seat_id = ANY(${seatIds}) AND booking_id = ${id}::uuid AND status = 'HELD'
    RETURNING show_id AS "showId", seat_id AS "seatId", status, version`
  if (seats.length !== seatIds.length) return null
  await tx.bookedSeat.createMany({ data: seatIds.map((seatId) => ({ showId, seatId, bookingId: id })) })
  return seats
}

/** Puts the seats of a booking back on sale, those that it has. */
export async function freeSeats(tx: Transaction, { id, showId, seatIds }: Booking): Promise<SeatState[]> {
  await tx.bookedSeat.deleteMany({ where: { showId, seatId: { in: seatIds }, bookingId: id } })
  return tx.$queryRaw<SeatState[]>`/* bookings.freeSeats */
    UPDATE show_seat SET status = 'AVAILABLE', held_until = NULL, booking_id = NULL
    WHERE show_id = ${showId} AND seat_id = ANY(${seatIds}) AND booking_id = ${id}::uuid
    RETURNING show_id AS "showId", seat_id AS "seatId", status, version`
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

type ExpiredSeat = SeatState & { readonly expired: number }

function readExpired(rows: readonly ExpiredSeat[]) {
  return { count: rows[0]?.expired ?? 0, seats: rows.filter(({ seatId }) => seatId !== null) }
}
