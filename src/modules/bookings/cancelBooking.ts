import { randomUUID } from 'node:crypto'
import type { CancelBookingInput } from '../../generated/graphql.js'
import type { Transaction } from '../../lib/db/index.js'
import { uuidKeyOf } from '../../lib/globalId.js'
import type { Viewer } from '../accounts/index.js'
import { notify } from '../notifications/index.js'
import { getCollectedIn, insertFullRefund, settleRefund } from '../payments/index.js'
import { showStatus } from '../shows/index.js'
import { canBecome } from './booking.js'
import type { ConfirmServices } from './confirmBooking.js'
import type { CancelBookingOutcome } from './outcomes.js'
import { bookingNotFound, showClosed, wrongState } from './refusals.js'
import { type Booking, type BookingOfShow, findBooking, freeSeats, updateBooking } from './store.js'

/**
 * Cancels the viewer's confirmed booking before the show begins: its seats go back on sale and its money back in full, once
 * however often it is asked for. A provider that is away delays the money, not the answer.
 */
export async function cancelBooking(
  services: ConfirmServices,
  viewer: Viewer,
  input: CancelBookingInput,
): Promise<CancelBookingOutcome> {
  const id = uuidKeyOf('Booking', input.bookingId)
  if (id === null) return bookingNotFound
  const refundId = randomUUID()
  const { outcome, seats } = await services.db.transact(async (tx) => {
    const booking = await findBooking(tx, viewer.accountId, id)
    if (booking === null) return { outcome: bookingNotFound, seats: [] }
    const now = services.clock.now()
    const refusal = refuse(booking, now)
    if (refusal !== null) return { outcome: refusal, seats: [] }
    await updateBooking(tx, id, { status: 'CANCELLED', cancelledAt: now })
    await notify(tx, { event: 'BOOKING_CANCELLED', bookingId: id })
    return { outcome: await giveBack(services, tx, { booking, refundId }), seats: await freeSeats(tx, booking) }
  })
  services.seatMaps.publish(seats)
  if (outcome.__typename === 'CancelBookingSuccess' && outcome.refund.minor > 0) {
    await settleRefund(services, refundId).catch((err: unknown) => {
      services.log.error({ err, refundId }, 'refund not paid yet: it will be tried again')
    })
  }
  return outcome
}

/** Why a booking cannot be cancelled now, null if it can. */
function refuse(booking: BookingOfShow, now: Date): CancelBookingOutcome | null {
  if (!canBecome(booking, 'CANCELLED', now)) return wrongState(booking, now)
  const status = showStatus(booking.show, now)
  return status === 'SCHEDULED' ? null : showClosed(booking.showId, status)
}

async function giveBack(
  services: ConfirmServices,
  tx: Transaction,
  { booking, refundId }: { booking: Booking; refundId: string },
): Promise<CancelBookingOutcome> {
  const payment = await getCollectedIn(tx, booking.id)
  if (payment.amount > 0)
    await insertFullRefund(services, tx, { id: refundId, paymentId: payment.id, amount: payment.amount })
  const refund = { minor: payment.amount, currency: payment.currency }
  return { __typename: 'CancelBookingSuccess', bookingId: booking.id, refund }
}
