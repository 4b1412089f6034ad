import { type Database, statement } from '../../../lib/db/index.js'
import { causeSql, type SeatState, SYSTEM } from '../../seatmaps/index.js'
import { freed, IS_WAITING } from '../allocations/allocatedSeats.js'
import type { NewHold } from './holdStore.js'

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
    UPDATE show_seat s SET ${freed('$1')}
    FROM due WHERE s.show_id = due.show_id AND s.seat_id = ANY(due.seat_ids) AND s.booking_id = due.id
    RETURNING s.show_id, s.seat_id, s.status, s.version, s.booking_id
  )
  SELECT (SELECT count(*)::int FROM expired) AS expired, freed.show_id AS "showId", freed.seat_id AS "seatId",
    freed.status, freed.version, ${IS_WAITING} AS "isAllocated"
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
