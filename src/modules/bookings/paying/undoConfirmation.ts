import type { Transaction } from '../../../lib/db/index.js'
import { notify } from '../../notifications/index.js'
import {
  failPayment,
  getPayment,
  isCollected,
  listPaymentsOf,
  refundedAmount,
  refundPayments,
  voidPayment,
} from '../../payments/index.js'
import { type SeatState, SYSTEM, setCause } from '../../seatmaps/index.js'
import { voidTickets } from '../../tickets/index.js'
import { recordBookingEvent } from '../../webhooks/index.js'
import { restoreExchange } from '../changes/restoreExchange.js'
import { replaceAnswersIn } from '../idempotency/answerStore.js'
import { freeSeats } from '../seatStore.js'
import { getBooking, updateBooking } from '../store.js'
import { endTransfer } from '../transfers/transferStore.js'
import type { SagaServices } from './confirmPaid.js'
import { captureRefused, differenceRefused } from './paymentOutcomes.js'

/**
 * Undoes what was done for a payment whose provider refuses to collect it. An exchange: the booking has its earlier seats
 * again, where they are free. Else the booking is cancelled, its seats are free
 * again, and what else was paid for it goes back, but for what is kept of seats that were cancelled before.
 */
export async function undoConfirmation(services: SagaServices, paymentId: string): Promise<void> {
  const { db, seatMaps, log } = services
  const payment = await getPayment(db, paymentId)
  const { bookingId } = payment
  log.error({ paymentId, bookingId }, 'the provider refused to collect a payment: what was done for it is undone')
  const seats = await db.transact(async (tx) => {
    if (!(await failPayment(services, tx, paymentId))) return []
    const restored = await restoreExchange(tx, payment, services.clock.now())
    await replaceAnswersIn(tx, payment, restored === null ? captureRefused(bookingId) : differenceRefused(bookingId))
    return restored ?? undo(services, tx, bookingId)
  })
  seatMaps.publish(seats)
  await voidPayment(services, paymentId)
}

async function undo(services: SagaServices, tx: Transaction, bookingId: string): Promise<SeatState[]> {
  const now = services.clock.now()
  const booking = await getBooking(tx, bookingId)
  const others = (await listPaymentsOf(tx, bookingId)).filter(isCollected)
  const paid = others.reduce((sum, payment) => sum + payment.amount - refundedAmount(payment), 0)
  const retained = Math.min(booking.retained, paid)
  if (booking.status !== 'CONFIRMED') {
    await updateBooking(tx, bookingId, { retained })
    return []
  }
  const refund = paid - retained
  const { seatIds } = booking
  await setCause(tx, { actor: SYSTEM, cause: 'undoConfirmation' })
  await updateBooking(tx, bookingId, { status: 'CANCELLED', cancelledAt: now, retained })
  await endTransfer(tx, bookingId, now)
  await voidTickets(tx, { bookingId, seatIds, now })
  await notify(tx, { event: 'BOOKING_CANCELLED', bookingId, data: { seatIds, refund, isUncollected: true } })
  await recordBookingEvent(tx, { type: 'BOOKING_CANCELLED', bookingId, now }, { seatIds, refund })
  if (refund > 0) await refundPayments(services, tx, { bookingId, amount: refund })
  return freeSeats(tx, booking, { seatIds, now, to: 'AVAILABLE' })
}
