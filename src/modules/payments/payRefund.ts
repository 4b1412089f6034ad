import { enqueueJob } from '../../lib/jobs/index.js'
import { recordRefund } from '../webhooks/index.js'
import type { PaymentServices } from './authorizePayment.js'
import { GatewayRefusedError } from './gateway.js'
import { capturePayment } from './settlePayment.js'
import { getPayment, getRefund, moveRefund, noteRefundAttempt, type Refund } from './store.js'

/**
 * Gives the money of a refund back, after collecting it where that has not happened yet. May be repeated. Where the provider refuses
 * it for good somebody has to look: the seats are not taken back, others may have them.
 *
 * @throws {GatewayUnavailableError} when it has to be tried again.
 */
export async function payRefund(services: PaymentServices, id: string): Promise<void> {
  const { db, clock, gateway } = services
  const { status, amount, paymentId } = await getRefund(db, id)
  if (status !== 'PENDING') return
  await noteRefundAttempt(db, id, clock.now())
  try {
    if ((await capturePayment(services, paymentId)) === 'refused') return await dropRefund(services, id, paymentId)
    const { reference } = await getPayment(db, paymentId)
    await gateway.refund({ key: id, reference: reference!, amount })
    await noteRefund(services, id)
  } catch (error) {
    await noteRefundAttempt(db, id, clock.now(), (error as Error).message)
    await failRefund(services, { id, paymentId, amount }, error)
  }
}

async function noteRefund({ db, clock }: PaymentServices, id: string): Promise<void> {
  const updatedAt = clock.now()
  await db.transactLocking(async (tx) => {
    if (await moveRefund(tx, id, { status: 'SUCCEEDED', updatedAt })) await recordRefund(tx, id, updatedAt)
  })
}

/**
 * Looks again at a refund that the provider has taken on, as it tells of it: a bank may send the money back days later, or before we
 * have heard that it was taken on.
 *
 * @throws {GatewayUnavailableError} when it has to be tried again.
 */
export async function recheckRefund(services: PaymentServices, id: string): Promise<void> {
  // Another one may hear the answer meanwhile, from before the bank sent it back: then it is looked at once more.
  await payRefund(services, id)
  const { status, amount, paymentId, payment } = await getRefund(services.db, id)
  if (status !== 'SUCCEEDED') return
  try {
    await services.gateway.refund({ key: id, reference: payment.reference!, amount })
  } catch (error) {
    await failRefund(services, { id, paymentId, amount }, error)
  }
}

/** Ends a refund that the provider refuses for good, and raises an alert. Any other error is thrown on. */
async function failRefund(
  { db, clock, log }: PaymentServices,
  { id, paymentId, amount }: Pick<Refund, 'id' | 'paymentId' | 'amount'>,
  error: unknown,
): Promise<void> {
  if (!(error instanceof GatewayRefusedError)) throw error
  const isMoved = await moveRefund(db.prisma, id, { status: 'FAILED', failure: error.message, updatedAt: clock.now() })
  if (!isMoved) return
  log.error({ err: error, alert: 'refund failed', refundId: id, paymentId, amount }, 'a refund failed for good')
}

/** Nothing was collected, and nothing will be: so nothing goes back. What is still confirmed for the payment its job undoes. */
async function dropRefund({ db, clock }: PaymentServices, id: string, paymentId: string): Promise<void> {
  await db.transactLocking(async (tx) => {
    await moveRefund(tx, id, { status: 'FAILED', failure: 'nothing was collected', updatedAt: clock.now() })
    await enqueueJob(tx, { task: 'advancePayment', payload: { paymentId } })
  })
}
