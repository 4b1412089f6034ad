import { randomUUID } from 'node:crypto'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { type DeclineReason, type GatewayPayment, GatewayUnavailableError, type PaymentGateway } from './gateway.js'
import { getPayment, insertPayment, movePayment, type NewPayment, type Payment } from './store.js'

/** What the operations of this domain work with. */
export interface PaymentServices {
  readonly db: Database
  readonly clock: Clock
  readonly gateway: PaymentGateway
}

export type PaymentRequest = Pick<
  NewPayment,
  'bookingId' | 'accountId' | 'idempotencyKey' | 'requestHash' | 'method' | 'amount' | 'currency'
>

/** What became of the attempt to reserve money. */
export type AuthorizedPayment =
  | { readonly kind: 'authorized'; readonly payment: Payment }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  /** Begun before under the same key, and given up or undone since. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unavailable' }

/** Begins a payment in our books, before the provider hears of it; the one begun under the same key, if there is one. */
export async function beginPayment({ db, clock }: PaymentServices, request: PaymentRequest): Promise<Payment> {
  const now = clock.now()
  return insertPayment(db, { id: randomUUID(), status: 'INITIATED', createdAt: now, updatedAt: now, ...request })
}

/**
 * Reserves the money of a payment, outside of any transaction. Two who do it for the same payment at once, or one after the
 * other died, come to the same end: the provider knows it by its id.
 */
export async function authorizePayment(
  services: PaymentServices,
  payment: Payment,
  token: string,
): Promise<AuthorizedPayment> {
  if (payment.status !== 'INITIATED') return toOutcome(payment)
  const { id: key, amount, currency, method } = payment
  let authorization: GatewayPayment
  try {
    authorization = await services.gateway.authorize({ key, amount, currency, method, token })
  } catch (error) {
    if (error instanceof GatewayUnavailableError) return { kind: 'unavailable' }
    throw error
  }
  await recordAuthorization(services, payment.id, authorization)
  const recorded = await getPayment(services.db, payment.id)
  if (authorization.status === 'AUTHORIZED') await reopenVoid(services, recorded, authorization.reference)
  return toOutcome(recorded)
}

/** A payment that was given up while the provider was slow has something to let go of after all: the job does it. */
async function reopenVoid({ db, clock }: PaymentServices, { id, status }: Payment, reference: string): Promise<void> {
  if (status !== 'VOIDING' && status !== 'VOIDED') return
  await movePayment(db.prisma, id, [status], { status: 'VOIDING', reference, updatedAt: clock.now() })
}

/** Writes down what the provider said, unless the payment has moved on meanwhile. */
async function recordAuthorization(
  { db, clock }: PaymentServices,
  id: string,
  authorization: GatewayPayment,
): Promise<void> {
  const data =
    authorization.status === 'AUTHORIZED'
      ? ({ status: 'AUTHORIZED', reference: authorization.reference } as const)
      : ({ status: 'DECLINED', declineReason: authorization.reason } as const)
  await movePayment(db.prisma, id, ['INITIATED'], { ...data, updatedAt: clock.now() })
}

function toOutcome(payment: Payment): AuthorizedPayment {
  if (payment.status === 'AUTHORIZED') return { kind: 'authorized', payment }
  if (payment.status === 'DECLINED') return { kind: 'declined', reason: payment.declineReason as DeclineReason }
  return { kind: 'over' }
}
