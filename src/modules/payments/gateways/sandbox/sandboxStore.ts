import type { Prisma, SandboxPayment } from '../../../../generated/prisma/client.js'
import { type Database, isUniqueViolation, statement, type Transaction } from '../../../../lib/db/index.js'

export type { SandboxPayment } from '../../../../generated/prisma/client.js'

/** Books a payment, or gives the one that was booked under the same key before. */
export async function insertSandboxPayment(
  db: Database,
  data: Prisma.SandboxPaymentCreateInput,
): Promise<{ payment: SandboxPayment; isNew: boolean }> {
  try {
    return { payment: await db.prisma.sandboxPayment.create({ data }), isNew: true }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const payment = await db.prisma.sandboxPayment.findUniqueOrThrow({ where: { key: data.key } })
    return { payment, isNew: false }
  }
}

export async function findSandboxPayment(db: Database, key: string): Promise<SandboxPayment | null> {
  return db.prisma.sandboxPayment.findUnique({ where: { key } })
}

export async function findSandboxPaymentByReference(
  client: Transaction | Database['prisma'],
  reference: string,
): Promise<SandboxPayment | null> {
  return client.sandboxPayment.findUnique({ where: { reference } })
}

/** Payments booked since then, the oldest first, `limit` of them after the one of that key. */
export async function listSandboxPayments(
  db: Database,
  { since, after, limit }: { since: Date; after: string | null; limit: number },
): Promise<SandboxPayment[]> {
  return db.prisma.sandboxPayment.findMany({
    where: { bookedAt: { gte: since } },
    orderBy: [{ bookedAt: 'asc' }, { key: 'asc' }],
    ...(after !== null && { cursor: { key: after }, skip: 1 }),
    take: limit,
  })
}

/** Whether the payment is collected now. */
export async function captureSandboxPayment(db: Database, reference: string): Promise<boolean> {
  const { count } = await db.prisma.sandboxPayment.updateMany({
    where: {
      reference,
      declineReason: null,
      voided: false,
      AND: [
        { OR: [{ failing: null }, { failing: { not: 'CAPTURE' } }] },
        { OR: [{ action: null }, { action: 'APPROVED' }] },
      ],
    },
    data: { captured: true },
  })
  return count === 1
}

/** Whether the payment is let go of now. */
export async function voidSandboxPayment(db: Database, reference: string): Promise<boolean> {
  const { count } = await db.prisma.sandboxPayment.updateMany({
    where: { reference, declineReason: null, captured: false },
    data: { voided: true },
  })
  return count === 1
}

const REFUND = statement(
  'payments.refundSandboxPayment',
  `UPDATE sandbox_payment SET
     refunded = CASE WHEN $2 = ANY(refund_keys) THEN refunded ELSE refunded + $3 END,
     refund_keys = CASE WHEN $2 = ANY(refund_keys) THEN refund_keys ELSE refund_keys || $2 END
   WHERE reference = $1 AND captured AND failing IS DISTINCT FROM 'REFUND'
     AND ($2 = ANY(refund_keys) OR refunded + $3 <= amount) RETURNING key`,
)

/** Whether the refund is booked now, once for its key and never beyond what was collected. */
export async function refundSandboxPayment(
  db: Database,
  { reference, key, amount }: { reference: string; key: string; amount: number },
): Promise<boolean> {
  return (await db.run(REFUND, [reference, key, amount])).length === 1
}

/** Notes what the buyer of a payment has decided. Whether it still waited for that. */
export async function decideSandboxPayment(tx: Transaction, reference: string, isApproved: boolean): Promise<boolean> {
  const { count } = await tx.sandboxPayment.updateMany({
    where: { reference, action: 'REQUIRED', voided: false },
    data: isApproved ? { action: 'APPROVED' } : { action: 'DECLINED', declineReason: 'AUTHENTICATION_FAILED' },
  })
  return count === 1
}
