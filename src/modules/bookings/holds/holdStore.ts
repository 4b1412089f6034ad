import { type Database, statement, violatedIndex } from '../../../lib/db/index.js'
import { causeSql, causesSql, type SeatState } from '../../seatmaps/index.js'
import { canBeHad, hasAllocation, isAllocatedTo } from '../allocations/allocatedSeats.js'
import type { IdempotentRequest } from '../idempotency/idempotency.js'
import type { Booking } from '../store.js'

export interface NewHold {
  readonly id: string
  readonly accountId: string
  readonly showId: number
  /** Ascending. */
  readonly seatIds: readonly number[]
  readonly now: Date
  readonly expiresAt: Date
  /** Which of the holds that an account may have at a show it will be. */
  readonly slot: number
  /** Under whose key its answer is kept. */
  readonly request: Pick<IdempotentRequest, 'key' | 'hash'>
}

/** What became of a hold: the booking, or null when not all of its seats, or not the show, can be had. */
export type HoldResult = Booking | 'slot is taken' | null

/** Holds that were tried, in their order, and what they have changed of seats. */
export interface TriedHolds {
  readonly results: readonly HoldResult[]
  readonly seats: readonly SeatState[]
}

const TAKING = { account: '$2::uuid', now: '$5::timestamptz' }

/**
 * The hold, in one round trip: takes the wanted seats that can be had, and only if these are all that are wanted writes the
 * booking, its seats and the answer for its key. Locked seats are passed over instead of waited for: docs/adr/0002.
 */
export const INSERT_HOLD = statement(
  'bookings.insertHold',
  `WITH wanted AS MATERIALIZED (
    SELECT seat_id, price, ${isAllocatedTo(TAKING)} AS is_own FROM show_seat
    WHERE show_id = $3 AND seat_id = ANY($4::int[]) AND ${canBeHad(TAKING)}
    ORDER BY seat_id FOR UPDATE SKIP LOCKED
  ), open AS (
    SELECT currency, ${causeSql({ actor: '$2::uuid::text', cause: `'holdSeats'` })}
    FROM show WHERE id = $3 AND starts_at > $5 AND cancelled_at IS NULL
  ), hold AS (
    INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at, slot)
    SELECT $1, $2, $3, 'PENDING', array_agg(seat_id ORDER BY seat_id), array_agg(price ORDER BY seat_id), sum(price),
      open.currency, $5, $6, $10
    FROM wanted, open GROUP BY open.currency HAVING count(*) = cardinality($4::int[])
      AND (bool_and(is_own) OR NOT ${hasAllocation({ ...TAKING, show: '$3::int' })})
    RETURNING *
  ), answer AS (
    INSERT INTO idempotency_record (account_id, operation, key, request_hash, answer, created_at)
    SELECT $2, 'holdSeats', $7, $8, $9::jsonb, $5 FROM hold
  ), held AS (
    UPDATE show_seat SET status = 'HELD', held_until = $6, booking_id = $1
    FROM hold WHERE show_seat.show_id = $3 AND seat_id = ANY($4::int[])
    RETURNING seat_id, version
  )
  SELECT array_to_json(seat_prices) AS "seatPrices", total, currency, (SELECT json_agg(json_build_object(
    'showId', $3::int, 'seatId', seat_id, 'status', 'HELD', 'version', version)) FROM held) AS seats
  FROM hold`,
)

const WISHING = { account: 'wish."accountId"', now: 'wish.now' }

/**
 * The same for many. It goes hold by hold, from the locks to the updates, as `seats`, which is asked for first, draws one after
 * the other: a transaction that had read the seats of all before it changed one would have a predicate lock on the whole table.
 * For the same reason `= ANY` joins what it updates: it leaves no other way than the index. What comes in the order of accounts
 * cannot meet another process's in a deadlock.
 */
const INSERT_HOLDS = statement(
  'bookings.insertHolds',
  `WITH wish AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS wish (id uuid, "accountId" uuid, "showId" int, "seatIds" int[], now timestamptz,
      "expiresAt" timestamptz, key text, hash text, slot smallint) ORDER BY "accountId"
  ), wanted AS MATERIALIZED (
    SELECT wish.*, open.currency, prices, total FROM wish, LATERAL (
      SELECT currency FROM show WHERE id = wish."showId" AND starts_at > wish.now AND cancelled_at IS NULL LIMIT 1
    ) AS open, LATERAL (
      SELECT array_agg(price) AS prices, sum(price) AS total, bool_and(is_own) AS "isOwn" FROM (
        SELECT price, ${isAllocatedTo(WISHING)} AS is_own FROM show_seat
        WHERE show_id = wish."showId" AND seat_id = ANY(wish."seatIds") AND ${canBeHad(WISHING)}
        ORDER BY seat_id FOR UPDATE SKIP LOCKED
      ) AS locked
    ) AS seats WHERE cardinality(prices) = cardinality(wish."seatIds")
      AND ("isOwn" OR NOT ${hasAllocation({ ...WISHING, show: 'wish."showId"' })})
  ), told AS (
    SELECT ${causesSql({ actors: '$2', cause: `'holdSeats'` })}
  ), hold AS (
    INSERT INTO booking (id, account_id, show_id, status, seat_ids, seat_prices, total, currency, created_at, expires_at, slot)
    SELECT id, "accountId", "showId", 'PENDING', "seatIds", prices, total, currency, now, "expiresAt", slot FROM wanted
    ON CONFLICT (account_id, show_id, slot) WHERE status = 'PENDING' DO NOTHING
    RETURNING id, show_id, seat_ids, expires_at
  ), answer AS (
    INSERT INTO idempotency_record (account_id, operation, key, request_hash, answer, created_at)
    SELECT "accountId", 'holdSeats', key, hash, jsonb_build_object('__typename', 'HoldSeatsSuccess', 'bookingId', id), now
    FROM hold JOIN wish USING (id)
  ), held AS (
    UPDATE show_seat SET status = 'HELD', held_until = hold.expires_at, booking_id = hold.id FROM hold, told
    WHERE show_seat.show_id = ANY(ARRAY[hold.show_id]) AND seat_id = ANY(hold.seat_ids)
    RETURNING show_seat.show_id, seat_id, version
  )
  SELECT
    (SELECT json_agg(json_build_object('showId', show_id, 'seatId', seat_id, 'status', 'HELD', 'version', version)) FROM held) AS seats,
    (SELECT json_agg(json_build_object('id', id, 'seatPrices', prices, 'total', total, 'currency', currency,
      'isWritten', id IN (SELECT id FROM hold))) FROM wanted) AS holds`,
)

/** The unique index that caps how many holds an account has at a show. */
const SLOT_INDEX = 'booking_pending_slot_key'

/** Tries one hold, in a serializable transaction, again while it conflicts. */
export async function insertHold(db: Database, hold: NewHold): Promise<TriedHolds> {
  const { id, accountId, showId, seatIds, now, expiresAt, slot, request } = hold
  const answer = JSON.stringify({ __typename: 'HoldSeatsSuccess', bookingId: id })
  // As texts: of a Date, pg writes each part by itself, in local time.
  const times = [now.toISOString(), expiresAt.toISOString()]
  const values = [id, accountId, showId, seatIds, ...times, request.key, request.hash, answer, slot]
  try {
    const [row] = await db.runSerializable<Prices & { seats: SeatState[] }>(INSERT_HOLD, values)
    return row === undefined ? { results: [null], seats: [] } : { results: [toBooking(hold, row)], seats: row.seats }
  } catch (error) {
    if (violatedIndex(error) === SLOT_INDEX) return { results: ['slot is taken'], seats: [] }
    throw error
  }
}

type Prices = Pick<Booking, 'seatPrices' | 'total' | 'currency'>

/** A hold whose seats were all to be had. */
interface WantedHold extends Prices {
  readonly id: string
  /** Whether it has got its slot. */
  readonly isWritten: boolean
}

/**
 * Tries several holds, each on its own, in one serializable transaction, which fails as a whole where one of them violates a
 * constraint, and where it loses against another transaction.
 */
export async function insertHolds(db: Database, holds: readonly NewHold[]): Promise<TriedHolds> {
  const actors = Object.fromEntries(holds.map(({ id, accountId }) => [id, accountId]))
  const values = [JSON.stringify(holds.map(toWish)), JSON.stringify(actors)]
  const [row] = await db.trySerializable<{ seats: SeatState[] | null; holds: WantedHold[] | null }>(
    INSERT_HOLDS,
    values,
  )
  const wanted = new Map(row!.holds?.map((hold) => [hold.id, hold]))
  return { results: holds.map((hold) => toResult(hold, wanted.get(hold.id))), seats: row!.seats ?? [] }
}

// Field by field, as rest and spread cost these two several times as much.

function toWish({ id, accountId, showId, seatIds, now, expiresAt, slot, request: { key, hash } }: NewHold) {
  return { id, accountId, showId, seatIds, now, expiresAt, slot, key, hash }
}

function toResult(hold: NewHold, wanted: WantedHold | undefined): HoldResult {
  if (wanted === undefined) return null
  return wanted.isWritten ? toBooking(hold, wanted) : 'slot is taken'
}

/** A booking that was written. */
function toBooking(hold: NewHold, { seatPrices, total, currency }: Prices): Booking {
  return {
    id: hold.id,
    accountId: hold.accountId,
    showId: hold.showId,
    status: 'PENDING',
    seatIds: hold.seatIds as number[],
    seatPrices,
    total,
    currency,
    createdAt: hold.now,
    expiresAt: hold.expiresAt,
    slot: hold.slot,
    // As the table has them for a new row.
    confirmedAt: null,
    cancelledAt: null,
    contactEmail: null,
    contactPhone: null,
    retained: 0,
    refundCap: 100,
    paymentExtendedAt: null,
  }
}

/** How many holds an account has at a show that are not over. */
export async function countHolds(
  db: Database,
  { accountId, showId, now }: Pick<NewHold, 'accountId' | 'showId' | 'now'>,
) {
  return db.prisma.booking.count({ where: { accountId, showId, status: 'PENDING', expiresAt: { gt: now } } })
}
