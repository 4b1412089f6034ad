import { notify } from '../notifications/index.js'
import {
  getPayment,
  giveUpPayment,
  isCollected,
  listPaymentsOf,
  refundedAmount,
  refundPayments,
  voidPayment,
} from '../payments/index.js'
import { SYSTEM, setCause } from '../seatmaps/index.js'
import { voidTickets } from '../tickets/index.js'
import { replaceAnswer } from './answerStore.js'
import type { SagaServices } from './confirmPaid.js'
import type { IdempotentRequest } from './idempotency.js'
import { captureRefused } from './paymentOutcomes.js'
import { freeSeats } from './seatStore.js'
import { getBooking, updateBooking } from './store.js'

/**
 * Undoes what was confirmed for a payment whose provider refuses to collect it: the booking is cancelled, its seats are free
 * again, and what others have paid for it goes back in full.
 */
export async function undoConfirmation(
  services: SagaServices,
  paymentId: string,
  request: IdempotentRequest | null,
): Promise<void> {
  const { db, clock, seatMaps, log } = services
  const { bookingId } = await getPayment(db, paymentId)
  log.error({ paymentId, bookingId }, 'the provider refused to collect a payment: its booking is cancelled')
  const seats = await db.transact(async (tx) => {
    if (!(await giveUpPayment(services, tx, paymentId))) return []
    const booking = await getBooking(tx, bookingId)
    if (booking.status !== 'CONFIRMED') return []
    const others = (await listPaymentsOf(tx, bookingId)).filter(isCollected)
    const amount = others.reduce((sum, payment) => sum + payment.amount - refundedAmount(payment), 0)
    await setCause(tx, { actor: SYSTEM, cause: 'undoConfirmation' })
    const now = clock.now()
    await updateBooking(tx, bookingId, { status: 'CANCELLED', cancelledAt: now, retained: 0 })
    await voidTickets(tx, { bookingId, seatIds: booking.seatIds, now })
    await notify(tx, { event: 'BOOKING_CANCELLED', bookingId, data: { seatIds: booking.seatIds, refund: amount } })
    if (amount > 0) await refundPayments(services, tx, { bookingId, amount })
    return freeSeats(tx, booking, { seatIds: booking.seatIds, to: 'AVAILABLE' })
  })
  seatMaps.publish(seats)
  if (request !== null) await replaceAnswer(db, request, captureRefused(bookingId))
  await voidPayment(services, paymentId)
}
