import { type Database, statement } from '../../lib/db/index.js'
import { causeSql, type SeatState, SYSTEM } from '../seatmaps/index.js'

const LIST_OVERDUE = statement(
  'reconciliation.listOverdueHolds',
  `SELECT id, expires_at AS "expiresAt" FROM booking WHERE status = 'PENDING' AND expires_at <= $1 ORDER BY expires_at`,
)

/** Holds whose time was over at that moment, and that are still written down as holds. */
export async function listOverdueHolds(db: Database, at: Date): Promise<{ id: string; expiresAt: Date }[]> {
  return db.run(LIST_OVERDUE, [at])
}

export async function isPending(db: Database, id: string): Promise<boolean> {
  return (await db.prisma.booking.count({ where: { id, status: 'PENDING' } })) > 0
}

/** A held seat at some version. */
export interface HeldSeat {
  readonly showId: number
  readonly seatId: number
  readonly version: number
  readonly bookingId: string
}

export interface StraySeat extends Omit<HeldSeat, 'bookingId'> {
  /** Null for one that is held for an allocation. */
  readonly bookingId: string | null
  readonly bookingStatus: string | null
}

export interface WrongHoldEnd extends HeldSeat {
  readonly heldUntil: Date
  readonly expiresAt: Date
}

const IS_STRAY = `s.status = 'HELD' AND NOT EXISTS (SELECT FROM booking b
  WHERE b.id = s.booking_id AND b.status = 'PENDING' AND b.show_id = s.show_id AND s.seat_id = ANY(b.seat_ids))
  AND NOT (s.booking_id IS NULL AND EXISTS (SELECT FROM seat_allocation a WHERE a.show_id = s.show_id AND a.ended_at IS NULL
    AND a.account_id = s.allocated_to AND a.until = s.allocated_until AND s.seat_id = ANY(a.seat_ids)))`
const KEY = `s.show_id AS "showId", s.seat_id AS "seatId", s.version, s.booking_id AS "bookingId"`
const CAUSE = `(SELECT ${causeSql({ actor: `'${SYSTEM}'`, cause: `'reconcile'` })}) AS told`

const LIST_STRAY = statement(
  'reconciliation.listStraySeats',
  `SELECT ${KEY}, booking.status AS "bookingStatus" FROM show JOIN show_seat s ON s.show_id = show.id
   LEFT JOIN booking ON booking.id = s.booking_id WHERE show.ends_at >= $1 AND ${IS_STRAY} ORDER BY 1, 2`,
)

/** Seats that are held for no hold, of shows that ended since then or will. */
export async function listStraySeats(db: Database, since: Date): Promise<StraySeat[]> {
  return db.run(LIST_STRAY, [since])
}

const FREE_STRAY = statement(
  'reconciliation.freeStraySeat',
  `UPDATE show_seat s SET
     status = CASE WHEN booking_id IS NOT NULL AND allocated_until > $4 THEN 'HELD' ELSE 'AVAILABLE' END::seat_status,
     held_until = CASE WHEN booking_id IS NOT NULL AND allocated_until > $4 THEN allocated_until END, booking_id = NULL
   FROM ${CAUSE}
   WHERE s.show_id = $1 AND s.seat_id = $2 AND s.version = $3 AND ${IS_STRAY}
   RETURNING s.show_id AS "showId", s.seat_id AS "seatId", s.status, s.version`,
)

/** Frees a seat that is held for no hold, or gives it back to its allocation: none if it has changed since. */
export async function freeStraySeat(
  db: Database,
  { showId, seatId, version }: StraySeat,
  now: Date,
): Promise<SeatState[]> {
  return db.run(FREE_STRAY, [showId, seatId, version, now])
}

const LIST_WRONG_ENDS = statement(
  'reconciliation.listWrongHoldEnds',
  `SELECT ${KEY}, s.held_until AS "heldUntil", booking.expires_at AS "expiresAt"
   FROM show JOIN show_seat s ON s.show_id = show.id
   JOIN booking ON booking.id = s.booking_id AND booking.status = 'PENDING' AND s.seat_id = ANY(booking.seat_ids)
   WHERE show.ends_at >= $1 AND s.status = 'HELD' AND s.held_until <> booking.expires_at ORDER BY 1, 2`,
)

/** Seats that are held for a longer or a shorter time than their hold, of shows that ended since then or will. */
export async function listWrongHoldEnds(db: Database, since: Date): Promise<WrongHoldEnd[]> {
  return db.run(LIST_WRONG_ENDS, [since])
}

const SET_HOLD_END = statement(
  'reconciliation.setHoldEnd',
  `UPDATE show_seat s SET held_until = booking.expires_at FROM booking, ${CAUSE}
   WHERE s.show_id = $1 AND s.seat_id = $2 AND s.version = $3 AND booking.id = s.booking_id AND s.status = 'HELD'
   RETURNING s.version`,
)

/** Holds a seat as long as its hold. False if it has changed since. */
export async function setHoldEnd(db: Database, { showId, seatId, version }: HeldSeat): Promise<boolean> {
  return (await db.run(SET_HOLD_END, [showId, seatId, version])).length === 1
}
