import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../lib/db/index.js'
import { insertTickets, type SeatsOfBooking } from './store.js'

/** Issues one ticket a seat, in the transaction that makes the seats those of the booking. */
export async function issueTickets(
  tx: Transaction,
  { bookingId, showId, seatIds, now }: SeatsOfBooking & { readonly showId: number },
): Promise<void> {
  await insertTickets(
    tx,
    seatIds.map((seatId) => ({ id: randomUUID(), bookingId, showId, seatId, issuedAt: now })),
  )
}
