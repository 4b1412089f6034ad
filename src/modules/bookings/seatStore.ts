import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { SeatState } from '../seatmaps/index.js'
import { canBeHad, freed, IS_WAITING } from './allocations/allocatedSeats.js'
import type { Booking } from './store.js'

/** How a seat stands, and what it costs in minor units. */
export interface PricedSeat extends SeatState {
  readonly price: number
}

/** The same, and until when it is held, if it is. */
export interface StandingSeat extends PricedSeat {
  readonly heldUntil: Date | null
}

/** Seats of a show at some moment, for an account; for nobody in particular where that is null. */
export interface SeatsAt {
  readonly showId: number
  readonly seatIds: readonly number[]
  readonly now: Date
  readonly accountId: string | null
}

const LIST_STATES = statement(
  'bookings.listSeatStates',
  `SELECT show_id AS "showId", seat_id AS "seatId", version, price, held_until AS "heldUntil",
     ${IS_WAITING} AS "isAllocated",
     CASE WHEN ${canBeHad({ account: '$4::uuid', now: '$3::timestamptz' })} THEN 'AVAILABLE'
       WHEN status = 'AVAILABLE' THEN 'HELD' ELSE status END AS status
   FROM show_seat WHERE show_id = $1::int AND seat_id = ANY($2::int[]) ORDER BY seat_id`,
)

/** How these seats of a show stand for the account, those that exist. A hold whose time is over is as good as none. */
export async function listSeatStates(db: Database, wanted: SeatsAt): Promise<StandingSeat[]> {
  const { showId, seatIds, now, accountId } = wanted
  return db.run<StandingSeat>(LIST_STATES, [showId, seatIds, now, accountId])
}

/** The same within a transaction. */
export async function listSeatStatesIn(tx: Transaction, wanted: SeatsAt): Promise<PricedSeat[]> {
  const { showId, seatIds, now, accountId } = wanted
  return tx.$queryRawUnsafe<PricedSeat[]>(LIST_STATES.text, showId, seatIds, now, accountId)
}

/**
 * Makes the end of a hold's seats that of the hold. False, and nothing is written, when it does not have them all any more: its time
 * was over before ours was read, and somebody else was quick.
 */
export async function extendSeats(tx: Transaction, { id, showId, seatIds }: Booking, until: Date): Promise<boolean> {
  const count = await tx.$executeRaw`/* bookings.extendSeats */
    WITH own AS MATERIALIZED (
      SELECT seat_id FROM show_seat
      WHERE show_id = ${showId} AND seat_id = ANY(${seatIds}) AND booking_id = ${id}::uuid AND status = 'HELD'
      ORDER BY seat_id FOR UPDATE
    )
    UPDATE show_seat SET held_until = ${until}::timestamptz FROM own
    WHERE show_seat.show_id = ${showId} AND show_seat.seat_id = own.seat_id
      AND (SELECT count(*) FROM own) = ${seatIds.length}`
  return count === seatIds.length
}

const TAKE_SEATS = statement(
  'bookings.takeSeats',
  `UPDATE show_seat SET status = 'HELD', held_until = $1::timestamptz, booking_id = $2::uuid
   WHERE show_id = $3::int AND seat_id = ANY($4::int[]) AND ${canBeHad({ account: '$6::uuid', now: '$5::timestamptz' })}
   RETURNING show_id AS "showId", seat_id AS "seatId", status, version, price`,
)

/** Holds seats for a hold that exists, until its end: those of the seats wanted that can be had. */
export async function takeSeats(
  tx: Transaction,
  { id, showId, expiresAt, accountId }: Booking,
  { seatIds, now }: Pick<SeatsAt, 'seatIds' | 'now'>,
): Promise<PricedSeat[]> {
  return tx.$queryRawUnsafe(TAKE_SEATS.text, expiresAt, id, showId, seatIds, now, accountId)
}

const BOOK_SEATS = statement(
  'bookings.bookSeats',
  `WITH booked AS (
    UPDATE show_seat SET status = 'BOOKED', held_until = NULL, booking_id = $1::uuid
    WHERE show_id = $2::int AND seat_id = ANY($3::int[])
      AND (status = 'HELD' AND booking_id = $1::uuid OR ${canBeHad({ account: '$5::uuid', now: '$4::timestamptz' })})
    RETURNING show_id, seat_id, status, version, price
  ), kept AS (
    INSERT INTO booked_seat (show_id, seat_id, booking_id) SELECT show_id, seat_id, $1::uuid FROM booked
  )
  SELECT show_id AS "showId", seat_id AS "seatId", status, version, price FROM booked`,
)

/**
 * Makes seats a booking's own: those it holds, and others that can be had. Null when it cannot have them all: then nothing of it
 * may be kept.
 */
export async function bookSeats(
  tx: Transaction,
  { id, showId, accountId }: Pick<Booking, 'id' | 'showId' | 'accountId'>,
  { seatIds, now }: Pick<SeatsAt, 'seatIds' | 'now'>,
): Promise<PricedSeat[] | null> {
  const seats = await tx.$queryRawUnsafe<PricedSeat[]>(BOOK_SEATS.text, id, showId, seatIds, now, accountId)
  return seats.length === seatIds.length ? seats : null
}

const WHICH_SEATS = 'WHERE show_id = $1::int AND seat_id = ANY($2::int[]) AND booking_id = $3::uuid'
const FREED = `RETURNING show_id AS "showId", seat_id AS "seatId", status, version, ${IS_WAITING} AS "isAllocated"`
const FREE_SEATS = statement(
  'bookings.freeSeats',
  `UPDATE show_seat SET ${freed('$4::timestamptz')} ${WHICH_SEATS} ${FREED}`,
)
const BLOCK_SEATS = statement(
  'bookings.blockSeats',
  `UPDATE show_seat SET status = 'BLOCKED', held_until = NULL, booking_id = NULL ${WHICH_SEATS} ${FREED}`,
)

/** Which seats are taken away from a booking, when, and what becomes of them. */
export interface Freeing extends Pick<SeatsAt, 'seatIds' | 'now'> {
  /** AVAILABLE: to the allocation that they are of, as long as that lasts. */
  readonly to: 'AVAILABLE' | 'BLOCKED'
}

/** Takes seats away from a booking, those that it has: back on sale, or blocked. */
export async function freeSeats(
  tx: Transaction,
  { id, showId }: Pick<Booking, 'id' | 'showId'>,
  { seatIds, now, to }: Freeing,
): Promise<SeatState[]> {
  await tx.bookedSeat.deleteMany({ where: { showId, seatId: { in: [...seatIds] }, bookingId: id } })
  if (to === 'BLOCKED') return tx.$queryRawUnsafe(BLOCK_SEATS.text, showId, seatIds, id)
  return tx.$queryRawUnsafe(FREE_SEATS.text, showId, seatIds, id, now)
}
