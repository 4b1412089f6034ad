import type { Payment, PaymentStatus, Prisma, Refund } from '../../generated/prisma/client.js'
import { type Database, isUniqueViolation, type Transaction } from '../../lib/db/index.js'

export type { Payment, PaymentMethod, Refund } from '../../generated/prisma/client.js'

export type NewPayment = Prisma.PaymentUncheckedCreateInput

/** Writes a payment, or gives the one that this account has begun under the same key before. */
export async function insertPayment(db: Database, payment: NewPayment): Promise<Payment> {
  try {
    return await db.prisma.payment.create({ data: payment })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const { accountId, idempotencyKey } = payment
    return db.prisma.payment.findUniqueOrThrow({ where: { accountId_idempotencyKey: { accountId, idempotencyKey } } })
  }
}

export async function getPayment(db: Database, id: string): Promise<Payment> {
  return db.prisma.payment.findUniqueOrThrow({ where: { id } })
}

/** Moves a payment on from one of the statuses given. Whether it was in one of them. */
export async function movePayment(
  client: Transaction | Database['prisma'],
  id: string,
  from: readonly PaymentStatus[],
  data: Prisma.PaymentUncheckedUpdateManyInput & { status: PaymentStatus; updatedAt: Date },
): Promise<boolean> {
  const { count } = await client.payment.updateMany({ where: { id, status: { in: [...from] } }, data })
  return count === 1
}

export async function insertRefund(tx: Transaction, refund: Prisma.RefundUncheckedCreateInput): Promise<void> {
  await tx.refund.create({ data: refund })
}

export async function getRefund(db: Database, id: string): Promise<Refund> {
  return db.prisma.refund.findUniqueOrThrow({ where: { id } })
}

export async function markRefunded(db: Database, id: string, updatedAt: Date): Promise<void> {
  await db.prisma.refund.updateMany({ where: { id, status: 'PENDING' }, data: { status: 'SUCCEEDED', updatedAt } })
}

/** Notes that somebody works on a payment. */
export async function touchPayment(db: Database, id: string, updatedAt: Date): Promise<void> {
  await db.prisma.payment.updateMany({ where: { id }, data: { updatedAt } })
}

/** Notes that somebody works on a refund. */
export async function touchRefund(db: Database, id: string, updatedAt: Date): Promise<void> {
  await db.prisma.refund.updateMany({ where: { id }, data: { updatedAt } })
}

/** The ids of payments that nobody has moved on since `before`, and of refunds likewise: the oldest first. */
export async function listUnsettled(db: Database, before: Date, limit: number) {
  const where = { updatedAt: { lt: before } }
  const page = { select: { id: true, status: true }, orderBy: { updatedAt: 'asc' }, take: limit } as const
  const [payments, refunds] = await Promise.all([
    db.prisma.payment.findMany({
      where: { ...where, status: { in: ['INITIATED', 'AUTHORIZED', 'CAPTURING', 'VOIDING'] } },
      ...page,
    }),
    db.prisma.refund.findMany({ where: { ...where, status: 'PENDING' }, ...page }),
  ])
  return { payments, refunds }
}

/** The payments that pay for these bookings, with their refunds. */
export async function listCollected(db: Database, bookingIds: readonly string[]) {
  return db.prisma.payment.findMany({
    where: { bookingId: { in: [...bookingIds] }, status: { in: ['CAPTURING', 'CAPTURED'] } },
    include: { refunds: true },
  })
}

/** The payment that pays for a booking of this account, by its own id. */
export async function findCollected(db: Database, accountId: string, id: string) {
  return db.prisma.payment.findFirst({
    where: { id, accountId, status: { in: ['CAPTURING', 'CAPTURED'] } },
    include: { refunds: true },
  })
}

/** The payment that pays for a confirmed booking. */
export async function getCollectedIn(tx: Transaction, bookingId: string): Promise<Payment> {
  return tx.payment.findFirstOrThrow({ where: { bookingId, status: { in: ['CAPTURING', 'CAPTURED'] } } })
}
