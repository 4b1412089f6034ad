import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../../lib/db/index.js'
import type { Amount } from '../../../lib/money.js'
import { notify } from '../../notifications/index.js'
import { refundPayments } from '../../payments/index.js'
import { type SeatState, setCause } from '../../seatmaps/index.js'
import { voidTickets } from '../../tickets/index.js'
import { recordBookingEvent } from '../../webhooks/index.js'
import { seatsOf, withoutSeats } from '../booking.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { freeSeats } from '../seatStore.js'
import { updateBooking } from '../store.js'
import { endTransfer } from '../transfers/transferStore.js'
import { quoteFor, type SeatsOfBooking } from './cancellationQuote.js'
import { getPolicy } from './policyStore.js'

/** Which seats of a booking are cancelled, and by whose doing. */
interface Cancellation extends SeatsOfBooking {
  /** The account. */
  readonly actor: string
  /** The mutation. */
  readonly cause: 'cancelBooking' | 'cancelShow'
}

/**
 * Cancels seats of a confirmed booking in a transaction: they are no longer its own, their tickets are void, what the policy of the show says
 * goes back by jobs, and whom it concerns is told.
 */
export async function writeCancellation(
  services: SagaServices,
  tx: Transaction,
  { booking, seatIds, actor, cause }: Cancellation,
): Promise<{ readonly refund: Amount; readonly seats: SeatState[] }> {
  const now = services.clock.now()
  const { id } = booking
  const { refund, retained, isResold } = quoteFor(await getPolicy(tx, booking.showId), { booking, seatIds }, now)
  const left = withoutSeats(seatsOf(booking), seatIds)
  const kept = { retained: booking.retained + retained.minor }
  const isAll = left.seatIds.length === 0
  await setCause(tx, { actor, cause })
  await updateBooking(tx, id, isAll ? { ...kept, status: 'CANCELLED', cancelledAt: now } : { ...kept, ...left })
  await endTransfer(tx, id, now)
  if (refund.minor > 0) await refundPayments(services, tx, { bookingId: id, amount: refund.minor })
  const occurrence = isAll ? '' : randomUUID()
  const isShowCancelled = booking.show.cancelledAt !== null
  const data = { seatIds, refund: refund.minor, ...(isShowCancelled && { isShowCancelled }) }
  await notify(tx, { event: 'BOOKING_CANCELLED', bookingId: id, occurrence, data })
  const event = { type: 'BOOKING_CANCELLED', bookingId: id, occurrence, now } as const
  await recordBookingEvent(tx, event, { seatIds, refund: refund.minor })
  await voidTickets(tx, { bookingId: id, seatIds, now })
  const seats = await freeSeats(tx, booking, { seatIds, now, to: isResold ? 'AVAILABLE' : 'BLOCKED' })
  return { refund, seats }
}
