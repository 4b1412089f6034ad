import type { Transaction } from '../../../lib/db/index.js'
import type { Payment } from '../../payments/index.js'
import { type SeatState, SYSTEM } from '../../seatmaps/index.js'
import { findShowIn, showStatus } from '../../shows/index.js'
import { refuseTaken } from '../holds/unavailableSeats.js'
import { listSeatStatesIn } from '../seatStore.js'
import { type BookingOfShow, getBooking } from '../store.js'
import { type BeforeExchange, findExchange, type PaidExchange } from './exchangeStore.js'
import { replaceSeats } from './replaceSeats.js'

/**
 * Gives a booking back what it had before an exchange whose difference is not to be had. Null, and nothing is written, where that
 * cannot be: it has changed since, or others have its seats, or the show they were for does not lie ahead any more.
 */
export async function restoreExchange(
  tx: Transaction,
  { id: paymentId, bookingId, purpose }: Payment,
  now: Date,
): Promise<SeatState[] | null> {
  const exchange = purpose === 'EXCHANGE' ? await findExchange(tx, paymentId) : null
  if (!exchange?.before) return null
  const booking = await getBooking(tx, bookingId)
  const { before } = exchange
  if (!isAsExchanged(booking, exchange) || !(await canComeBack(tx, { booking, before, now }))) return null
  const back = without(before, booking)
  const standing = await listSeatStatesIn(tx, {
    showId: before.showId,
    seatIds: back,
    now,
    accountId: booking.accountId,
  })
  return refuseTaken(standing) === null ? restore(tx, { booking, before, back, now }) : null
}

interface Restoration {
  readonly booking: BookingOfShow
  readonly before: BeforeExchange
  /** The seats that it had and does not have. */
  readonly back: readonly number[]
  readonly now: Date
}

async function restore(tx: Transaction, { booking, before, back, now }: Restoration): Promise<SeatState[]> {
  const total = before.seatPrices.reduce((sum, price) => sum + price, 0)
  return replaceSeats(tx, booking, {
    change: { ...before, total },
    given: without(booking, before),
    to: 'AVAILABLE',
    taken: back,
    cause: { actor: SYSTEM, cause: 'restoreExchange' },
    now,
  })
}

/** Whether the earlier seats are still of use. Those of another show have had no ticket since the exchange. */
async function canComeBack(
  tx: Transaction,
  { booking, before, now }: Pick<Restoration, 'booking' | 'before' | 'now'>,
): Promise<boolean> {
  if (before.showId === booking.showId) return true
  const show = await findShowIn(tx, before.showId)
  return show !== null && showStatus(show, now) === 'SCHEDULED'
}

/** Whether a booking is what the exchange has made of it. */
function isAsExchanged({ status, showId, seatIds }: BookingOfShow, exchange: PaidExchange): boolean {
  return status === 'CONFIRMED' && showId === exchange.showId && String(seatIds) === String(exchange.seatIds)
}

interface SeatsOfShow {
  readonly showId: number
  readonly seatIds: readonly number[]
}

/** The seats of the one that are none of the other. */
function without({ showId, seatIds }: SeatsOfShow, other: SeatsOfShow): number[] {
  return seatIds.filter((seatId) => showId !== other.showId || !other.seatIds.includes(seatId))
}
