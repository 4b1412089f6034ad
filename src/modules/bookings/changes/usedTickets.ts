import type { Database, Transaction } from '../../../lib/db/index.js'
import { listUsedSeats } from '../../tickets/index.js'
import type { WrongState } from '../outcomes.js'
import { notNow } from '../refusals.js'
import type { BookingOfShow } from '../store.js'

/**
 * Why seats of a booking cannot be given away any more: somebody was let in with a ticket for one of them. Null where nobody
 * was, or where the show does not take place after all.
 */
export async function refuseUsed(
  client: Database['prisma'] | Transaction,
  booking: BookingOfShow,
  seatIds: readonly number[],
): Promise<WrongState | null> {
  if (booking.show.cancelledAt !== null) return null
  const used = await listUsedSeats(client, booking.id)
  if (!seatIds.some((seatId) => used.includes(seatId))) return null
  return notNow(booking, 'Somebody was let in with a ticket of these seats already.')
}
