import type { Booking } from '../../../generated/prisma/client.js'
import type { Database, Transaction } from '../../../lib/db/index.js'

/** Which seats of which show a booking is to have. */
export interface WantedSeats {
  readonly showId: number
  readonly seatIds: readonly number[]
}

/** What a booking had before an exchange. */
export type BeforeExchange = Pick<Booking, 'showId' | 'seatIds' | 'seatPrices' | 'refundCap'>

/** An exchange that a payment is for; `before` once it is carried out. */
export interface PaidExchange extends WantedSeats {
  readonly before: BeforeExchange | null
}

/** Notes what a payment is for. */
export async function insertExchange(tx: Transaction, paymentId: string, wanted: WantedSeats): Promise<void> {
  await tx.bookingExchange.create({ data: { paymentId, showId: wanted.showId, seatIds: [...wanted.seatIds] } })
}

/** Notes what a booking had before the exchange that a payment is for. */
export async function noteExchanged(tx: Transaction, paymentId: string, before: BeforeExchange): Promise<void> {
  const {
    showId: beforeShowId,
    seatIds: beforeSeatIds,
    seatPrices: beforeSeatPrices,
    refundCap: beforeRefundCap,
  } = before
  const data = { beforeShowId, beforeSeatIds, beforeSeatPrices, beforeRefundCap }
  await tx.bookingExchange.updateMany({ where: { paymentId }, data })
}

/** The exchange that a payment is for, null where that was not noted. */
export async function findExchange(
  client: Database['prisma'] | Transaction,
  paymentId: string,
): Promise<PaidExchange | null> {
  const row = await client.bookingExchange.findUnique({ where: { paymentId } })
  if (row === null) return null
  const { showId, seatIds, beforeShowId, beforeSeatIds, beforeSeatPrices, beforeRefundCap } = row
  if (beforeShowId === null || beforeRefundCap === null) return { showId, seatIds, before: null }
  const before = {
    showId: beforeShowId,
    seatIds: beforeSeatIds,
    seatPrices: beforeSeatPrices,
    refundCap: beforeRefundCap,
  }
  return { showId, seatIds, before }
}
