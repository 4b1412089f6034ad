import type { Transaction } from '../../lib/db/index.js'

/** Notes that an event of a provider was taken. False where it was taken before. */
export async function insertWebhookEvent(tx: Transaction, event: { gateway: string; id: string }): Promise<boolean> {
  const { count } = await tx.webhookEvent.createMany({ data: [event], skipDuplicates: true })
  return count === 1
}
