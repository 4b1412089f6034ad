import type { Booking, Prisma } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

export type { Booking, BookingStatus } from '../../generated/prisma/client.js'

export type BookingOfShow = Prisma.BookingGetPayload<{ include: { show: true } }>

export async function listBookings(db: Database, ids: readonly string[]): Promise<Booking[]> {
  return db.prisma.booking.findMany({ where: { id: { in: [...ids] } } })
}

/** A booking of this account with its show. */
export async function findBooking(
  client: Database['prisma'] | Transaction,
  accountId: string,
  id: string,
): Promise<BookingOfShow | null> {
  return client.booking.findFirst({ where: { id, accountId }, include: { show: true } })
}

/** A page of an account's bookings, the latest first. */
export async function listBookingsOf(
  db: Database,
  accountId: string,
  { limit, after }: { limit: number; after: { createdAt: Date; id: string } | null },
): Promise<Booking[]> {
  const behind: Prisma.BookingWhereInput | undefined = after
    ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
    : undefined
  return db.prisma.booking.findMany({
    where: { accountId, ...behind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** A booking of any account with its show, which has to exist. */
export async function getBooking(client: Database['prisma'] | Transaction, id: string): Promise<BookingOfShow> {
  return client.booking.findUniqueOrThrow({ where: { id }, include: { show: true } })
}

/**
 * A booking of this account, or of any, with its show, locked by a change of its row: whoever has read it before in a serializable
 * transaction and changes it has to look again.
 */
export async function lockBooking(
  tx: Transaction,
  id: string,
  accountId: string | null = null,
): Promise<BookingOfShow | null> {
  const where = { id, ...(accountId && { accountId }) }
  const [locked] = await tx.booking.updateManyAndReturn({ where, data: { id }, include: { show: true } })
  return locked ?? null
}

export type BookingChange = Partial<
  Pick<
    Booking,
    | 'accountId'
    | 'showId'
    | 'status'
    | 'seatIds'
    | 'seatPrices'
    | 'total'
    | 'retained'
    | 'refundCap'
    | 'expiresAt'
    | 'paymentExtendedAt'
    | 'confirmedAt'
    | 'cancelledAt'
    | 'contactEmail'
    | 'contactPhone'
  >
>

export async function updateBooking(tx: Transaction, id: string, data: BookingChange): Promise<void> {
  await tx.booking.update({ where: { id }, data })
}

const COMPLETE_BOOKINGS = statement(
  'bookings.completeBookings',
  `UPDATE booking SET status = 'COMPLETED' WHERE id = ANY(ARRAY(
     SELECT booking.id FROM show JOIN booking ON booking.show_id = show.id AND booking.status = 'CONFIRMED'
     WHERE show.ends_at <= $1 AND show.ends_at > $1 - interval '30 days' AND show.cancelled_at IS NULL
     LIMIT $2 FOR UPDATE OF booking SKIP LOCKED)) RETURNING 1`,
)

/** Completes bookings whose show is over, up to `limit`: how many. */
export async function completeBookings(db: Database, now: Date, limit: number): Promise<number> {
  return (await db.run(COMPLETE_BOOKINGS, [now, limit])).length
}
