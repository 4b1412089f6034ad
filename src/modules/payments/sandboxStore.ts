import type { Prisma, SandboxPayment } from '../../generated/prisma/client.js'
import { type Database, isUniqueViolation, statement } from '../../lib/db/index.js'

export type { SandboxPayment } from '../../generated/prisma/client.js'

/** Books a payment, or gives the one that was booked under the same key before. */
export async function insertSandboxPayment(
  db: Database,
  data: Prisma.SandboxPaymentCreateInput,
): Promise<SandboxPayment> {
  try {
    return await db.prisma.sandboxPayment.create({ data })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return db.prisma.sandboxPayment.findUniqueOrThrow({ where: { key: data.key } })
  }
}

export async function findSandboxPayment(db: Database, key: string): Promise<SandboxPayment | null> {
  return db.prisma.sandboxPayment.findUnique({ where: { key } })
}

/** Whether the payment is collected now. */
export async function captureSandboxPayment(db: Database, reference: string): Promise<boolean> {
  const { count } = await db.prisma.sandboxPayment.updateMany({
    where: { reference, declineReason: null, voided: false },
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
   WHERE reference = $1 AND captured AND ($2 = ANY(refund_keys) OR refunded + $3 <= amount) RETURNING key`,
)

/** Whether the refund is booked now, once for its key and never beyond what was collected. */
export async function refundSandboxPayment(
  db: Database,
  { reference, key, amount }: { reference: string; key: string; amount: number },
): Promise<boolean> {
  return (await db.run(REFUND, [reference, key, amount])).length === 1
}
