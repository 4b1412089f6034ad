import { capturePayment, type GatewayPayment, type PaymentWithRefunds } from '../payments/index.js'
import type { Check, Drift, Period, ReconcileServices } from './check.js'
import { compare } from './paymentDrift.js'
import { listOwnPayments, listPaymentsById } from './paymentStore.js'

const BATCH = 100

export const gatewayCheck: Check = {
  name: 'provider',
  title: 'The provider has the payments of our books, and no others',
  async find(services, period) {
    const drift: Drift[] = []
    const seen = new Set<string>()
    for await (const batch of inBatches(services.gateway.list(period.since))) {
      for (const { key } of batch) seen.add(key)
      drift.push(...(await compareAll(services, period, batch)))
    }
    drift.push(...(await findMissing(services, period, seen)))
    return drift
  },
}

async function compareAll(
  services: ReconcileServices,
  period: Period,
  batch: readonly GatewayPayment[],
): Promise<Drift[]> {
  const found = await listPaymentsById(
    services.db,
    batch.map(({ key }) => key),
  )
  const drift: Drift[] = []
  for (const listed of batch) {
    const ours = found.get(listed.key) ?? null
    if (compare(ours, listed) === null || (ours !== null && isInWork(ours, period))) continue
    // Ours may have moved on since theirs was read: only what is read after ours tells.
    const theirs = ours === null ? listed : await services.gateway.find(listed.key)
    const difference = theirs && compare(ours, theirs)
    if (difference !== null) drift.push(toDrift(services, theirs!, difference))
  }
  return drift
}

function toDrift(
  services: ReconcileServices,
  { key, reference }: GatewayPayment,
  { detail, remedy }: NonNullable<ReturnType<typeof compare>>,
): Drift {
  const subject = `payment ${key}`
  switch (remedy) {
    case null:
      return { subject, detail }
    case 'capture':
      return { subject, detail, mend: async () => (await capturePayment(services, key)) === 'captured' }
    case 'void':
      return {
        subject,
        detail,
        async mend() {
          await services.gateway.void(reference)
          return true
        },
      }
  }
}

/** Payments of ours that were not among those of the provider, and that it does not find either. */
async function findMissing(
  { db, gateway }: ReconcileServices,
  period: Period,
  seen: ReadonlySet<string>,
): Promise<Drift[]> {
  const drift: Drift[] = []
  for (const payment of await listOwnPayments(db, gateway.name, period.since)) {
    if (seen.has(payment.id) || isInWork(payment, period) || (await gateway.find(payment.id)) !== null) continue
    drift.push({ subject: `payment ${payment.id}`, detail: `is ${payment.status} here and unknown to the provider` })
  }
  return drift
}

function isInWork({ status, updatedAt }: Pick<PaymentWithRefunds, 'status' | 'updatedAt'>, period: Period): boolean {
  return status !== 'CAPTURED' && status !== 'VOIDED' && status !== 'DECLINED' && updatedAt > period.settledBefore
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
