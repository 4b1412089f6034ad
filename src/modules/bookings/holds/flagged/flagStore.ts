import { type Database, statement } from '../../../../lib/db/index.js'
import type { PastBooking } from './flagging.js'

/** A booking with whose it is. */
export interface PastBookingOf extends PastBooking {
  readonly accountId: string
}

// A booking of a show that does not take place says nothing of its buyer, nor does a hold that was given back: many of them hide nothing.
const LIST_PAST_BOOKINGS = statement(
  'bookings.listPastBookings',
  `SELECT latest.* FROM unnest($1::uuid[]) AS wanted (id), LATERAL (
     SELECT account_id AS "accountId", status, expires_at AS "expiresAt", confirmed_at AS "confirmedAt",
       cancelled_at AS "cancelledAt"
     FROM booking WHERE account_id = wanted.id AND status <> 'RELEASED'
       AND NOT EXISTS (SELECT FROM show WHERE show.id = booking.show_id AND show.cancelled_at IS NOT NULL)
     ORDER BY created_at DESC, id DESC LIMIT $2) AS latest`,
)

/** The latest bookings of each of these accounts, up to `limit`. */
export async function listPastBookings(
  db: Database,
  accountIds: readonly string[],
  limit: number,
): Promise<PastBookingOf[]> {
  return db.run<PastBookingOf>(LIST_PAST_BOOKINGS, [accountIds, limit])
}
