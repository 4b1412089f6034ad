import type { Database, Transaction } from '../../lib/db/index.js'
import { enqueueJob } from '../../lib/jobs/index.js'
import { insertWebhookEvent } from './webhookStore.js'

/** What a provider tells of a payment or a refund: that there is news of it. What the news is, it is asked for. */
export interface GatewayEvent {
  readonly gateway: string
  /** The provider's own: it may send an event more than once. */
  readonly id: string
  /** The key of the payment or of the refund. */
  readonly about: { readonly paymentId: string } | { readonly refundId: string }
}

/** Takes an event, once however often it comes: the job that goes on with what it is about is enqueued along with it. */
export async function takeEvent({ db }: { readonly db: Database }, event: GatewayEvent): Promise<void> {
  await db.transact((tx) => takeEventIn(tx, event))
}

/** Takes an event in the transaction that causes it. */
export async function takeEventIn(tx: Transaction, { gateway, id, about }: GatewayEvent): Promise<void> {
  if (!(await insertWebhookEvent(tx, { gateway, id }))) return
  await enqueueJob(tx, { task: 'paymentId' in about ? 'advancePayment' : 'recheckRefund', payload: about })
}
