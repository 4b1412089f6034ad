import type { Payment } from '../../payments/index.js'
import { toSeatId } from '../../seatmaps/index.js'
import type { SagaServices } from '../paying/confirmPaid.js'
import { finishPayment, giveUp } from '../paying/finishPayment.js'
import { findExchange } from './exchangeStore.js'
import { writeExchange } from './writeExchange.js'

/**
 * Carries out the exchange that a payment has reserved the difference for, without its request: its buyer has approved it
 * elsewhere, or the process has died. Where the exchange cannot be any more, or nobody knows which it was (payments of before it
 * was written down), the money goes back.
 */
export async function finishExchange(services: SagaServices, payment: Payment): Promise<void> {
  const { id, accountId, bookingId } = payment
  const wanted = await findExchange(services.db.prisma, id)
  if (wanted === null) {
    await giveUp(services, id)
    return
  }
  const { showId } = wanted
  const exchange = {
    accountId,
    bookingId,
    showId,
    seatIds: wanted.seatIds.map((seatId) => toSeatId({ showId, seatId })),
  }
  const { outcome, seats } = await writeExchange(services, { request: null, exchange, paid: payment })
  services.seatMaps.publish(seats)
  if (outcome.__typename === 'ExchangeBookingSuccess') await finishPayment(services, id)
  else await giveUp(services, id)
}
