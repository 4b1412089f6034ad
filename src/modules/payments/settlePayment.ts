import type { Transaction } from '../../lib/db/index.js'
import type { PaymentServices } from './authorizePayment.js'
import { GatewayRefusedError } from './gateway.js'
import { refundAll } from './refundPayments.js'
import { getPayment, moveOpenPayment, movePayment, moveSeenPayment, type Payment } from './store.js'

/**
 * Decides, in the transaction that confirms a booking, that these payments collect their money. False when one of them was given
 * up meanwhile: then nothing may be confirmed.
 */
export async function claimPayments(
  { clock }: Pick<PaymentServices, 'clock'>,
  tx: Transaction,
  ids: readonly string[],
): Promise<boolean> {
  for (const id of ids) {
    if (!(await movePayment(tx, id, { status: 'CAPTURING', updatedAt: clock.now() }))) return false
  }
  return true
}

/**
 * Collects the money of a payment that was claimed; what was collected already stays so. Tells whether that cannot be any more, as
 * the provider refuses it for good: then what was confirmed for it has to be undone.
 *
 * @throws {GatewayUnavailableError} when it has to be tried again.
 */
export async function capturePayment(
  { db, clock, gateway }: PaymentServices,
  id: string,
): Promise<'captured' | 'refused'> {
  const { status, amount, reference } = await getPayment(db, id)
  if (status === 'CAPTURED') return 'captured'
  if (status !== 'CAPTURING') return 'refused'
  try {
    if (amount > 0) await gateway.capture(reference!)
  } catch (error) {
    if (error instanceof GatewayRefusedError) return 'refused'
    throw error
  }
  await movePayment(db.prisma, id, { status: 'CAPTURED', updatedAt: clock.now() })
  return 'captured'
}

type Client = Parameters<typeof movePayment>[0]

/** Decides that a payment lets go of its money, as nothing is confirmed for it. False when something is, or it has ended. */
export async function giveUpPayment(
  { clock }: Pick<PaymentServices, 'clock'>,
  client: Client,
  id: string,
): Promise<boolean> {
  return moveOpenPayment(client, id, { status: 'VOIDING', updatedAt: clock.now() })
}

/** Decides, in the transaction that undoes what was confirmed for it, that a payment cannot be collected. False when it was. */
export async function failPayment(
  { clock }: Pick<PaymentServices, 'clock'>,
  client: Client,
  id: string,
): Promise<boolean> {
  return movePayment(client, id, { status: 'VOIDING', updatedAt: clock.now() })
}

/** How long a provider that was asked for a payment may be about to hear of it: longer than a call waits for its turn and lasts. */
const ON_ITS_WAY_MS = 90_000

/**
 * Lets go of the money of a payment that was given up. May be repeated, and has to be while the payment may be on its way to the
 * provider: then it stays VOIDING.
 */
export async function voidPayment(services: PaymentServices, id: string): Promise<void> {
  const { db, clock, gateway } = services
  const payment = await getPayment(db, id)
  if (payment.status !== 'VOIDING') return
  const reference = await findReference(services, payment)
  if (reference === 'on its way') return
  try {
    if (reference !== null) await gateway.void(reference)
  } catch (error) {
    if (!(error instanceof GatewayRefusedError)) throw error
    return giveBackCollected(services, payment, error)
  }
  // A slow provider may have told its name of it meanwhile: then it stays VOIDING.
  await moveSeenPayment(db.prisma, payment, { status: 'VOIDED', reference, updatedAt: clock.now() })
}

/** The provider's name of a payment; asks for that of one whose answer was lost. Null for one that has nothing to let go of. */
async function findReference(
  { gateway, clock }: PaymentServices,
  { id, reference, askedAt, createdAt }: Payment,
): Promise<string | 'on its way' | null> {
  if (reference !== null) return reference
  const found = await gateway.find(id, createdAt)
  if (found !== null) return found.status === 'DECLINED' ? null : found.reference
  return askedAt !== null && clock.now().getTime() - askedAt.getTime() < ON_ITS_WAY_MS ? 'on its way' : null
}

/** A payment that was given up here and turns out to be collected there goes back as a refund. */
async function giveBackCollected(services: PaymentServices, payment: Payment, refusal: GatewayRefusedError) {
  const { id, createdAt } = payment
  const { db, clock, gateway } = services
  const found = await gateway.find(id, createdAt)
  // Declined there, by its buyer or in time: there is nothing to let go of.
  if (found?.status === 'VOIDED' || found?.status === 'DECLINED') {
    await movePayment(db.prisma, id, { status: 'VOIDED', updatedAt: clock.now() })
    return
  }
  if (found?.status !== 'CAPTURED') throw refusal
  const { reference } = found
  await db.transactLocking(async (tx) => {
    const isMoved = await movePayment(tx, id, { status: 'CAPTURED', reference, updatedAt: clock.now() })
    if (isMoved) await refundAll(services, tx, payment)
  })
}
