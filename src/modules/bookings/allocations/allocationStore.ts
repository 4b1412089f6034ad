import type { SeatAllocation } from '../../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import { causeSql, type SeatState, SYSTEM } from '../../seatmaps/index.js'
import type { SeatsAt } from '../seatStore.js'
import { hasAllocation, IS_WAITING, isAllocatedTo } from './allocatedSeats.js'

/** An allocation with the name of its partner. */
export interface Allocation extends SeatAllocation {
  readonly partnerName: string
}

/** The place of an allocation in the list of those at a show. */
export interface AllocationPlace {
  readonly createdAt: Date
  readonly id: string
}

const IS_FREE = `(status = 'AVAILABLE' OR status = 'HELD' AND held_until <= $2::timestamptz)
  AND (allocated_until IS NULL OR allocated_until <= $2::timestamptz)`
const STATE = `show_id AS "showId", seat_id AS "seatId", status, version, ${IS_WAITING} AS "isAllocated"`

const CHOOSE_SEATS = statement(
  'bookings.chooseSeats',
  `SELECT seat_id AS "seatId" FROM show_seat JOIN seat ON seat.id = seat_id
   WHERE show_id = $1::int AND ${IS_FREE} ORDER BY seat.y DESC, seat.x, seat_id LIMIT $3::int`,
)

/** So many seats of a show that are free, or all where there are fewer: those farthest from the screen, from left to right. */
export async function chooseSeats(
  tx: Transaction,
  { showId, now }: Pick<SeatsAt, 'showId' | 'now'>,
  count: number,
): Promise<number[]> {
  const rows = await tx.$queryRawUnsafe<{ seatId: number }[]>(CHOOSE_SEATS.text, showId, now, count)
  return rows.map(({ seatId }) => seatId)
}

const TAKE = statement(
  'bookings.allocateSeats',
  `WITH free AS MATERIALIZED (
     SELECT seat_id FROM show_seat WHERE show_id = $1::int AND seat_id = ANY($3::int[]) AND ${IS_FREE} ORDER BY seat_id FOR UPDATE
   )
   UPDATE show_seat SET status = 'HELD', held_until = $5::timestamptz, booking_id = NULL, allocated_to = $4::uuid,
     allocated_until = $5::timestamptz
   WHERE show_id = $1::int AND seat_id = ANY($3::int[]) AND (SELECT count(*) FROM free) = cardinality($3::int[])
   RETURNING ${STATE}`,
)

export type NewAllocation = Omit<SeatAllocation, 'endedAt'>

/** The seats as they stand when they are allocated, all of them; null, and nothing is written, where one of them is not free. */
export async function insertAllocation(tx: Transaction, allocation: NewAllocation): Promise<SeatState[] | null> {
  const { showId, createdAt, seatIds, accountId, until } = allocation
  const seats = await tx.$queryRawUnsafe<SeatState[]>(TAKE.text, showId, createdAt, seatIds, accountId, until)
  if (seats.length < seatIds.length) return null
  await tx.seatAllocation.create({ data: allocation })
  return seats
}

const NAMED = `a.id, a.show_id AS "showId", a.partner_id AS "partnerId", a.account_id AS "accountId", a.seat_ids AS "seatIds", a.until,
  a.created_at AS "createdAt", a.ended_at AS "endedAt", partner.name AS "partnerName"`
const FROM = 'FROM seat_allocation a JOIN partner ON partner.id = a.partner_id'

const FIND = statement('bookings.findAllocation', `SELECT ${NAMED} ${FROM} WHERE a.id = $1`)

export async function findAllocation(db: Database, id: string): Promise<Allocation | null> {
  return (await db.run<Allocation>(FIND, [id]))[0] ?? null
}

const LIST = statement(
  'bookings.listAllocations',
  `SELECT ${NAMED} ${FROM} WHERE a.show_id = $1 AND ($2::uuid IS NULL OR a.account_id = $2)
     AND ($3::timestamptz IS NULL OR (a.created_at, a.id) > ($3, $4::uuid))
   ORDER BY a.created_at, a.id LIMIT $5`,
)

interface AllocationSelection {
  readonly showId: number
  /** Whose, null for all. */
  readonly accountId: string | null
  readonly after: AllocationPlace | null
  readonly limit: number
}

/** Allocations at a show, the oldest first, those that have ended as well. */
export async function listAllocations(db: Database, selection: AllocationSelection): Promise<Allocation[]> {
  const { showId, accountId, after, limit } = selection
  return db.run<Allocation>(LIST, [showId, accountId, after?.createdAt ?? null, after?.id ?? null, limit])
}

const LIST_LEFT = statement(
  'bookings.listLeftSeats',
  `SELECT a.id AS "allocationId", s.seat_id AS "seatId", CASE WHEN s.booking_id IS NOT NULL THEN s.held_until END AS "heldUntil"
   FROM seat_allocation a JOIN show_seat s ON s.show_id = a.show_id AND s.seat_id = ANY(a.seat_ids)
     AND s.allocated_to = a.account_id AND s.allocated_until = a.until
   WHERE a.id = ANY($1::uuid[]) AND s.status = 'HELD' ORDER BY s.seat_id`,
)

/** A seat of an allocation that is not sold. */
export interface LeftSeat {
  readonly allocationId: string
  readonly seatId: number
  /** When its partner's hold of it ends, null where it has none. */
  readonly heldUntil: Date | null
}

/** The seats of these allocations that are not sold. */
export async function listLeftSeats(db: Database, allocationIds: readonly string[]): Promise<LeftSeat[]> {
  return db.run<LeftSeat>(LIST_LEFT, [allocationIds])
}

const RELEASE = statement(
  'bookings.releaseAllocation',
  `WITH ended AS MATERIALIZED (
     UPDATE seat_allocation SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL AND until > $2
     RETURNING show_id, seat_ids, account_id, until
   ), seat AS MATERIALIZED (
     SELECT s.show_id, s.seat_id, s.status = 'HELD' AND s.booking_id IS NULL AS is_left FROM ended JOIN show_seat s
       ON s.show_id = ended.show_id AND s.seat_id = ANY(ended.seat_ids) AND s.allocated_to = account_id AND s.allocated_until = until
     ORDER BY s.seat_id FOR UPDATE OF s
   )
   UPDATE show_seat SET status = CASE WHEN is_left THEN 'AVAILABLE' ELSE status END, held_until = CASE WHEN NOT is_left THEN held_until END,
     allocated_to = NULL, allocated_until = NULL
   FROM seat, (SELECT ${causeSql({ actor: '$3::uuid::text', cause: `'releaseAllocation'` })}) AS told
   WHERE show_seat.show_id = seat.show_id AND show_seat.seat_id = seat.seat_id
   RETURNING show_seat.show_id AS "showId", show_seat.seat_id AS "seatId", status, version`,
)

/** Ends an allocation, unless it has ended: its seats as they stand then. Those that its partner has stay with their bookings. */
export async function endAllocation(
  db: Database,
  { id, now, actor }: { readonly id: string; readonly now: Date; readonly actor: string },
): Promise<SeatState[]> {
  return db.runSerializable<SeatState>(RELEASE, [id, now, actor])
}

// At READ COMMITTED, as the end of holds: bookings.expireHolds.
const END_DUE = statement(
  'bookings.endDueAllocations',
  `WITH due AS MATERIALIZED (
     SELECT id, show_id, seat_ids, account_id, until FROM seat_allocation WHERE ended_at IS NULL AND until <= $1
     ORDER BY until LIMIT $2 FOR UPDATE SKIP LOCKED
   ), ended AS (
     UPDATE seat_allocation a SET ended_at = a.until FROM due WHERE a.id = due.id RETURNING a.id
   ), freed AS (
     UPDATE show_seat s SET status = 'AVAILABLE', held_until = NULL, allocated_to = NULL, allocated_until = NULL FROM due
     WHERE s.show_id = due.show_id AND s.seat_id = ANY(due.seat_ids) AND s.allocated_to = due.account_id
       AND s.allocated_until = due.until AND ${IS_WAITING}
     RETURNING s.show_id, s.seat_id, s.status, s.version
   )
   SELECT (SELECT count(*)::int FROM ended) AS ended, freed.show_id AS "showId", freed.seat_id AS "seatId", freed.status, freed.version
   FROM (SELECT ${causeSql({ actor: `'${SYSTEM}'`, cause: `'endAllocations'` })}) AS told LEFT JOIN freed ON true`,
)

type FreedSeat = SeatState & { readonly ended: number }

/** Ends allocations whose time is over, the longest overdue first: how many, and which seats that puts back on sale. */
export async function endDue(db: Database, now: Date, limit: number) {
  const rows = await db.run<FreedSeat>(END_DUE, [now, limit])
  return { count: rows[0]?.ended ?? 0, seats: rows.filter(({ seatId }) => seatId !== null) }
}

const TAKING = { account: '$3::uuid', now: '$4::timestamptz' }
const GOES_BEYOND = statement(
  'bookings.goesBeyondAllocation',
  `SELECT ${hasAllocation({ ...TAKING, show: '$1::int' })} AND EXISTS (
     SELECT FROM show_seat WHERE show_id = $1::int AND seat_id = ANY($2::int[]) AND NOT ${isAllocatedTo(TAKING)}) AS "isBeyond"`,
)

type Beyond = { readonly isBeyond: boolean }

/** Whether an account has an allocation at a show, and seats are wanted that are not of it. */
export async function goesBeyond(db: Database, { showId, seatIds, accountId, now }: SeatsAt): Promise<boolean> {
  return (await db.run<Beyond>(GOES_BEYOND, [showId, seatIds, accountId, now]))[0]!.isBeyond
}

/** The same within a transaction. */
export async function goesBeyondIn(tx: Transaction, { showId, seatIds, accountId, now }: SeatsAt): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<Beyond[]>(GOES_BEYOND.text, showId, seatIds, accountId, now)
  return rows[0]!.isBeyond
}
