import { type Database, statement, type Transaction } from '../../lib/db/index.js'
import type { SeatState } from '../seatmaps/index.js'
import type { Booking } from './store.js'

/** How a seat stands, and what it costs in minor units. */
export interface PricedSeat extends SeatState {
  readonly price: number
}

/** The same, and until when it is held, if it is. */
export interface StandingSeat extends PricedSeat {
  readonly heldUntil: Date | null
}

/** Seats of a show at some moment. */
export interface SeatsAt {
  readonly showId: number
  readonly seatIds: readonly number[]
  readonly now: Date
}

const LIST_STATES = statement(
  'bookings.listSeatStates',
  `SELECT show_id AS "showId", seat_id AS "seatId", version, price, held_until AS "heldUntil",
     CASE WHEN status = 'HELD' AND held_until <= $3::timestamptz THEN 'AVAILABLE' ELSE status END AS status
   FROM show_seat WHERE show_id = $1::int AND seat_id = ANY($2::int[]) ORDER BY seat_id`,
)

/** How these seats of a show stand, those that exist. A hold whose time is over is as good as none. */
export async function listSeatStates(db: Database, { showId, seatIds, now }: SeatsAt): Promise<StandingSeat[]> {
  return db.run<StandingSeat>(LIST_STATES, [showId, seatIds, now])
}

/** The same within a transaction. */
export async function listSeatStatesIn(tx: Transaction, { showId, seatIds, now }: SeatsAt): Promise<PricedSeat[]> {
  return tx.$queryRawUnsafe<PricedSeat[]>(LIST_STATES.text, showId, seatIds, now)
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

/** Holds seats for a hold that exists, until its end: those of the seats wanted that can be had. */
export async function takeSeats(
  tx: Transaction,
  { id, showId, expiresAt }: Booking,
  { seatIds, now }: Omit<SeatsAt, 'showId'>,
): Promise<PricedSeat[]> {
  return tx.$queryRaw`/* bookings.takeSeats */
    UPDATE show_seat SET status = 'HELD', held_until = ${expiresAt}::timestamptz, booking_id = ${id}::uuid
    WHERE show_id = ${showId} AND seat_id = ANY(${seatIds})
      AND (status = 'AVAILABLE' OR status = 'HELD' AND held_until <= ${now}::timestamptz)
    RETURNING show_id AS "showId", seat_id AS "seatId", status, version, price`
}

/**
 * Makes seats a booking's own: those it holds, and others that can be had. Null when it cannot have them all: then nothing of it
 * may be kept.
 */
export async function bookSeats(
  tx: Transaction,
  { id, showId }: Pick<Booking, 'id' | 'showId'>,
  { seatIds, now }: Omit<SeatsAt, 'showId'>,
): Promise<PricedSeat[] | null> {
  const seats = await tx.$queryRaw<PricedSeat[]>`/* bookings.bookSeats */
    UPDATE show_seat SET status = 'BOOKED', held_until = NULL, booking_id = ${id}::uuid
    WHERE show_id = ${showId} AND seat_id = ANY(${seatIds}) AND (status = 'AVAILABLE'
      OR status = 'HELD' AND (booking_id = ${id}::uuid OR held_until <= ${now}::timestamptz))
    RETURNING show_id AS "showId", seat_id AS "seatId", status, version, price`
  if (seats.length !== seatIds.length) return null
  await tx.bookedSeat.createMany({ data: seatIds.map((seatId) => ({ showId, seatId, bookingId: id })) })
  return seats
}

/** Takes seats away from a booking, those that it has: back on sale, or blocked. */
export async function freeSeats(
  tx: Transaction,
  { id, showId }: Pick<Booking, 'id' | 'showId'>,
  { seatIds, to }: { readonly seatIds: readonly number[]; readonly to: 'AVAILABLE' | 'BLOCKED' },
): Promise<SeatState[]> {
  await tx.bookedSeat.deleteMany({ where: { showId, seatId: { in: [...seatIds] }, bookingId: id } })
  return tx.$queryRaw`/* bookings.freeSeats */
    UPDATE show_seat SET status = ${to}::seat_status, held_until = NULL, booking_id = NULL
    WHERE show_id = ${showId} AND seat_id = ANY(${seatIds}) AND booking_id = ${id}::uuid
    RETURNING show_id AS "showId", seat_id AS "seatId", status, version`
}
