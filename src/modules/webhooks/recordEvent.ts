import type { Transaction } from '../../lib/db/index.js'
import { toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { findBookingOfPartner, findRefundOfPartner, insertEvent, type PartnersBooking } from './eventStore.js'

/** Something that happens to a booking. */
export interface BookingEvent {
  readonly type: 'BOOKING_CONFIRMED' | 'BOOKING_CANCELLED'
  readonly bookingId: string
  /** What makes it another event than the last of its type. */
  readonly occurrence?: string
  readonly now: Date
}

/** The seats that a cancellation takes away, and what goes back for them in minor units. */
export interface Cancelled {
  readonly seatIds: readonly number[]
  readonly refund: number
}

/**
 * Tells the partner to whom a booking belongs what happens to it, in the transaction in which it happens and after it is written there. Of a booking
 * that is nobody's but a buyer's it costs one read.
 */
export async function recordBookingEvent(tx: Transaction, event: BookingEvent, cancelled?: Cancelled): Promise<void> {
  const { type, bookingId, occurrence = '', now } = event
  const booking = await findBookingOfPartner(tx, bookingId)
  if (booking === null) return
  const subject = `${bookingId} ${occurrence}`.trim()
  const data = { ...describe(booking), ...(cancelled && describeCancelled(booking, cancelled)) }
  await insertEvent(tx, { partnerId: booking.partnerId, type, subject, data, occurredAt: now })
}

/** Tells the partner who has paid for a booking that money has gone back, in the transaction that notes so. */
export async function recordRefund(tx: Transaction, refundId: string, now: Date): Promise<void> {
  const refund = await findRefundOfPartner(tx, refundId)
  if (refund === null) return
  const { partnerId, amount, currency } = refund
  const data = {
    ...describe(refund),
    refund: { id: toGlobalId('Refund', refundId), amount: toMoney({ minor: amount, currency }) },
  }
  await insertEvent(tx, { partnerId, type: 'BOOKING_REFUNDED', subject: refundId, data, occurredAt: now })
}

function describe({ bookingId, showId, status, seatIds, total, currency }: PartnersBooking) {
  return {
    booking: {
      id: toGlobalId('Booking', bookingId),
      status,
      showId: toGlobalId('Show', showId),
      seatIds: seatIds.map((seatId) => seatIdOf(showId, seatId)),
      total: toMoney({ minor: total, currency }),
    },
  }
}

function describeCancelled({ showId, currency }: PartnersBooking, { seatIds, refund }: Cancelled) {
  return {
    cancelledSeatIds: seatIds.map((seatId) => seatIdOf(showId, seatId)),
    refund: toMoney({ minor: refund, currency }),
  }
}

function seatIdOf(showId: number, seatId: number): string {
  return toGlobalId('ShowSeat', `${showId}.${seatId}`)
}
