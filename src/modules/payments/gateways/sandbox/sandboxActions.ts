import type { Database } from '../../../../lib/db/index.js'
import type { GatewayStatus } from '../../gateway.js'
import { takeEventIn } from '../../takeEvent.js'
import { statusOf } from './sandboxGateway.js'
import { decideSandboxPayment, findSandboxPaymentByReference } from './sandboxStore.js'

/** A payment of the sandbox, as its buyer sees it. */
export interface SandboxAction {
  readonly status: GatewayStatus
  readonly amount: number
  readonly currency: string
}

/** What the buyer of a payment of the sandbox is to approve, null where there is no such payment. */
export async function findSandboxAction(
  { db }: { readonly db: Database },
  reference: string,
): Promise<SandboxAction | null> {
  const payment = await findSandboxPaymentByReference(db.prisma, reference)
  return payment && { status: statusOf(payment), amount: payment.amount, currency: payment.currency }
}

/**
 * Approves or declines a payment of the sandbox on behalf of its buyer, and tells of it as a provider does by a webhook.
 * False where it does not wait for that, as it was decided or given up before.
 */
export async function decideSandboxAction(
  { db }: { readonly db: Database },
  reference: string,
  isApproved: boolean,
): Promise<boolean> {
  return db.transact(async (tx) => {
    if (!(await decideSandboxPayment(tx, reference, isApproved))) return false
    const { key } = (await findSandboxPaymentByReference(tx, reference))!
    await takeEventIn(tx, { gateway: 'sandbox', id: `action:${reference}`, about: { paymentId: key } })
    return true
  })
}
