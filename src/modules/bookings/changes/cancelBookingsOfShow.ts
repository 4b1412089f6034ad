import { type Database, statement } from '../../../lib/db/index.js'
import { tellCancelledShows } from '../../webhooks/index.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { refuseCancellation } from '../refusals.js'
import { getBooking } from '../store.js'
import { writeCancellation } from './writeCancellation.js'

/** The name of the task. */
export const CANCEL_BOOKINGS_OF_SHOW = 'cancelBookingsOfShow'

/** A show that is cancelled, and the account that has cancelled it. */
interface CancelledShow {
  readonly showId: number
  readonly actor: string
}

/**
 * Cancels the bookings of a show that is cancelled: all that was paid for their seats goes back. Partners are told of the show first, with
 * the bookings that they have. One that fails keeps no other from its money, and is tried again.
 */
export async function cancelBookingsOfShow(services: SagaServices, show: CancelledShow): Promise<void> {
  await tellCancelledShows(undefined, services)
  const failures: unknown[] = []
  for (const id of await listConfirmed(services.db, show.showId)) {
    await cancel(services, id, show.actor).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} bookings could not be cancelled`)
}

async function cancel(services: SagaServices, id: string, actor: string): Promise<void> {
  const seats = await services.db.transact(async (tx) => {
    const booking = await getBooking(tx, id)
    // Its buyer may have been faster, or have exchanged it for another show.
    if (booking.show.cancelledAt === null || refuseCancellation(booking, services.clock.now()) !== null) return []
    const { seatIds } = booking
    return (await writeCancellation(services, tx, { booking, seatIds, actor, cause: 'cancelShow' })).seats
  })
  services.seatMaps.publish(seats)
}

const LIST_CONFIRMED = statement(
  'bookings.listConfirmedOfShow',
  `SELECT id FROM booking WHERE show_id = $1 AND status = 'CONFIRMED' ORDER BY confirmed_at, id`,
)

/**
 * The confirmed bookings of a show. Serializable, so that none is missed: a confirmation that has read the show before it was cancelled, and is
 * not committed by now, would be of before the cancellation and of after this reading, and Postgres lets it fail.
 */
async function listConfirmed(db: Database, showId: number): Promise<string[]> {
  const rows = await db.runSerializable<{ id: string }>(LIST_CONFIRMED, [showId])
  return rows.map(({ id }) => id)
}
