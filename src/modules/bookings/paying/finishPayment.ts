import type { Transaction } from '../../../lib/db/index.js'
import { enqueueJob } from '../../../lib/jobs/index.js'
import { notify } from '../../notifications/index.js'
import { capturePayment, giveUpPayment, listPaymentsOf, voidPayment } from '../../payments/index.js'
import { lockBooking } from '../store.js'
import type { SagaServices } from './confirmPaid.js'
import { undoConfirmation } from './undoConfirmation.js'

/**
 * Collects the money of a payment that a booking was confirmed for. Where the provider is away a job does it later; where it
 * refuses, what was confirmed is undone.
 */
export async function finishPayment(services: SagaServices, paymentId: string): Promise<'finished' | 'undone'> {
  const captured = await capturePayment(services, paymentId).catch(later(services, paymentId))
  if (captured !== 'refused') return 'finished'
  await undoConfirmation(services, paymentId)
  return 'undone'
}

/** Lets go of the money of a payment that nothing is confirmed for. False where something is, or it has ended. */
export async function giveUp(services: SagaServices, paymentId: string): Promise<boolean> {
  const isGivenUp = await giveUpPayment(services, services.db.prisma, paymentId)
  if (isGivenUp) await letGo(services, paymentId)
  return isGivenUp
}

/**
 * Lets go of all money that is reserved for a hold that is over, as one decision, and tells the buyer of an event that led to it: of
 * which payments. Null, and nothing is done, where another request had confirmed it by then.
 */
export async function giveUpAll(
  services: SagaServices,
  bookingId: string,
  event: 'SEATS_LOST' | null = null,
): Promise<string[] | null> {
  const ids = await services.db.transactLocking((tx) => giveUpAllIn(services, tx, { bookingId, event }))
  for (const id of ids ?? []) await letGo(services, id)
  return ids
}

async function giveUpAllIn(
  services: SagaServices,
  tx: Transaction,
  { bookingId, event }: { readonly bookingId: string; readonly event: 'SEATS_LOST' | null },
): Promise<string[] | null> {
  const booking = await lockBooking(tx, bookingId)
  if (booking!.confirmedAt !== null) return null
  if (event !== null) await notify(tx, { event, bookingId })
  const given: string[] = []
  for (const { id, purpose } of await listPaymentsOf(tx, bookingId)) {
    if (purpose !== 'BOOKING' || !(await giveUpPayment(services, tx, id))) continue
    await enqueueJob(tx, { task: 'advancePayment', payload: { paymentId: id } })
    given.push(id)
  }
  return given
}

/** Lets go of the money of a payment that was given up: now, or by a job. */
export async function letGo(services: SagaServices, paymentId: string): Promise<void> {
  await voidPayment(services, paymentId).catch(later(services, paymentId))
}

function later({ log }: SagaServices, paymentId: string) {
  return (err: unknown): null => {
    log.error({ err, paymentId }, 'payment not finished yet: it will be tried again')
    return null
  }
}
