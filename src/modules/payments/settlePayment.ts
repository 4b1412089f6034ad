import type { Transaction } from '../../lib/db/index.js'
import type { PaymentServices } from './authorizePayment.js'
import { getPayment, getRefund, insertRefund, markRefunded, movePayment, type Payment } from './store.js'

/**
 * Decides, in the transaction that confirms a booking, that this payment collects its money. False when it was given up
 * meanwhile: then nothing may be confirmed.
 */
export async function claimPayment({ clock }: PaymentServices, tx: Transaction, id: string): Promise<boolean> {
  return movePayment(tx, id, ['AUTHORIZED'], { status: 'CAPTURING', updatedAt: clock.now() })
}

/** Collects the money of a payment that was claimed. May be repeated. */
export async function capturePayment({ db, clock, gateway }: PaymentServices, id: string): Promise<void> {
  const { status, reference } = await getPayment(db, id)
  if (status !== 'CAPTURING') return
  await gateway.capture(reference!)
  await movePayment(db.prisma, id, ['CAPTURING'], { status: 'CAPTURED', updatedAt: clock.now() })
}

/** Gives up a payment that nothing was confirmed for, and lets go of its money. May be repeated. */
export async function voidPayment(services: PaymentServices, id: string): Promise<void> {
  const { db, clock, gateway } = services
  await movePayment(db.prisma, id, ['INITIATED', 'AUTHORIZED'], { status: 'VOIDING', updatedAt: clock.now() })
  const payment = await getPayment(db, id)
  if (payment.status !== 'VOIDING') return
  const reference = payment.reference ?? (await findReference(services, payment))
  if (reference !== null) await gateway.void(reference)
  await movePayment(db.prisma, id, ['VOIDING'], { status: 'VOIDED', reference, updatedAt: clock.now() })
}

/** Asks the provider for a payment whose answer was lost. */
async function findReference({ gateway }: PaymentServices, { id }: Payment): Promise<string | null> {
  const found = await gateway.find(id)
  return found?.status === 'AUTHORIZED' ? found.reference : null
}

/** Decides, in the transaction that cancels a booking, that all of a payment goes back. */
export async function insertFullRefund(
  { clock }: PaymentServices,
  tx: Transaction,
  { id, paymentId, amount }: { id: string; paymentId: string; amount: number },
): Promise<void> {
  const now = clock.now()
  await insertRefund(tx, { id, paymentId, amount, status: 'PENDING', createdAt: now, updatedAt: now })
}

/** Gives the money of a refund back, after collecting it where that has not happened yet. May be repeated. */
export async function settleRefund(services: PaymentServices, id: string): Promise<void> {
  const { status, amount, paymentId } = await getRefund(services.db, id)
  if (status !== 'PENDING') return
  await capturePayment(services, paymentId)
  const { reference } = await getPayment(services.db, paymentId)
  await services.gateway.refund({ key: id, reference: reference!, amount })
  await markRefunded(services.db, id, services.clock.now())
}
