import type { BookingTransfer } from '../../../generated/prisma/client.js'
import type { Database, Transaction } from '../../../lib/db/index.js'

export type { BookingTransfer } from '../../../generated/prisma/client.js'

export type NewTransfer = Pick<
  BookingTransfer,
  'id' | 'bookingId' | 'fromAccountId' | 'email' | 'codeHash' | 'createdAt'
>

/** Writes an offer, in the place of one that waits. */
export async function insertTransfer(tx: Transaction, transfer: NewTransfer): Promise<void> {
  await endTransfer(tx, transfer.bookingId, transfer.createdAt)
  await tx.bookingTransfer.create({ data: { ...transfer, status: 'PENDING' } })
}

/** The offer that waits and is accepted by the code with this hash. */
export async function findTransfer(tx: Transaction, codeHash: string): Promise<BookingTransfer | null> {
  return tx.bookingTransfer.findFirst({ where: { codeHash, status: 'PENDING' } })
}

/** Notes who has accepted an offer. */
export async function acceptOffer(
  tx: Transaction,
  id: string,
  { toAccountId, settledAt }: { readonly toAccountId: string; readonly settledAt: Date },
): Promise<void> {
  await tx.bookingTransfer.update({ where: { id }, data: { status: 'ACCEPTED', toAccountId, settledAt } })
}

/** Takes back the offer of a booking that waits, if there is one: whether there was. */
export async function endTransfer(tx: Transaction, bookingId: string, settledAt: Date): Promise<boolean> {
  const { count } = await tx.bookingTransfer.updateMany({
    where: { bookingId, status: 'PENDING' },
    data: { status: 'WITHDRAWN', settledAt },
  })
  return count > 0
}

/** The offers of these bookings that wait. */
export async function listPendingTransfers(db: Database, bookingIds: readonly string[]): Promise<BookingTransfer[]> {
  return db.prisma.bookingTransfer.findMany({ where: { bookingId: { in: [...bookingIds] }, status: 'PENDING' } })
}
