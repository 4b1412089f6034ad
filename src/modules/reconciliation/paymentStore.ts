import type { Database } from '../../lib/db/index.js'
import { isUuid } from '../../lib/globalId.js'
import type { Payment, PaymentWithRefunds } from '../payments/index.js'

/** The payments of our books with these keys of the provider, by their keys. */
export async function listPaymentsById(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PaymentWithRefunds>> {
  const where = { id: { in: keys.filter(isUuid) } }
  const payments = await db.prisma.payment.findMany({ where, include: { refunds: true } })
  return new Map(payments.map((payment) => [payment.id, payment]))
}

/** The payments through a provider that were begun since then and that it has to know: reserved or collected. */
export async function listOwnPayments(
  db: Database,
  gateway: string,
  since: Date,
): Promise<Pick<Payment, 'id' | 'status' | 'updatedAt'>[]> {
  return db.prisma.payment.findMany({
    // What costs nothing never gets there.
    where: {
      gateway,
      amount: { gt: 0 },
      status: { in: ['AUTHORIZED', 'CAPTURING', 'CAPTURED'] },
      createdAt: { gte: since },
    },
    select: { id: true, status: true, updatedAt: true },
    orderBy: { createdAt: 'asc' },
  })
}
