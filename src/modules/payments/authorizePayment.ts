import type { Clock } from '../../lib/clock.js'
import type { Database, Transaction } from '../../lib/db/index.js'
import type { Logger } from '../../lib/logger.js'
import { type DeclineReason, type GatewayPayment, GatewayUnavailableError, type PaymentGateway } from './gateway.js'
import {
  getPayment,
  insertPayment,
  moveOpenPayment,
  movePayment,
  type NewPayment,
  noteAsked,
  noteReference,
  type Payment,
} from './store.js'

/** What the operations of this domain work with. */
export interface PaymentServices {
  readonly db: Database
  readonly clock: Clock
  readonly gateway: PaymentGateway
  readonly log: Logger
}

export type PaymentRequest = Pick<
  NewPayment,
  'id' | 'bookingId' | 'accountId' | 'method' | 'amount' | 'currency' | 'purpose'
>

/** What became of the attempt to reserve money. */
export type AuthorizedPayment =
  | { readonly kind: 'authorized' }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  /** Its buyer has to do something at `url` first, or wait, where it is null. */
  | { readonly kind: 'action required'; readonly url: string | null }
  /** Confirmed with already, by whoever was faster. */
  | { readonly kind: 'collected' }
  /** Given up, or undone since. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number | null }

/** Begins a payment in our books, in a transaction and before the provider hears of it. */
export async function beginPayment(
  { clock, gateway }: Pick<PaymentServices, 'clock' | 'gateway'>,
  tx: Transaction,
  request: PaymentRequest,
): Promise<Payment> {
  const now = clock.now()
  return insertPayment(tx, { ...request, status: 'INITIATED', gateway: gateway.name, createdAt: now, updatedAt: now })
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
  if (payment.status === 'ACTION_REQUIRED') return refreshPayment(services, payment)
  if (payment.status !== 'INITIATED') return toOutcome(payment)
  const { id: key, amount, currency, method } = payment
  if (amount === 0) return reserveNothing(services, key)
  // Whoever gives it up from now on knows that the provider may hear of it yet.
  if (!(await noteAsked(services.db, key, services.clock.now()))) return toOutcome(await getPayment(services.db, key))
  return ask(services, key, () => services.gateway.authorize({ key, amount, currency, method, token }))
}

/** What costs nothing is paid without a provider: they refuse such amounts. */
async function reserveNothing({ db, clock }: PaymentServices, id: string): Promise<AuthorizedPayment> {
  await movePayment(db.prisma, id, { status: 'AUTHORIZED', updatedAt: clock.now() })
  return toOutcome(await getPayment(db, id))
}

/** Asks the provider where a payment stands, whose answer was lost or whose buyer was sent elsewhere. */
export async function refreshPayment(
  services: PaymentServices,
  { id, createdAt }: Pick<Payment, 'id' | 'createdAt'>,
): Promise<AuthorizedPayment> {
  return ask(services, id, () => services.gateway.find(id, createdAt))
}

async function ask(
  services: PaymentServices,
  id: string,
  call: () => Promise<GatewayPayment | null>,
): Promise<AuthorizedPayment> {
  try {
    const found = await call()
    const isReserved = found !== null && (await record(services, id, found))
    return isReserved ? { kind: 'authorized' } : toOutcome(await getPayment(services.db, id))
  } catch (error) {
    if (!(error instanceof GatewayUnavailableError)) throw error
    services.log.warn({ err: error, paymentId: id }, 'the payment provider gave no answer')
    return { kind: 'unavailable', retryAfterSeconds: error.retryAfterSeconds }
  }
}

/** Writes down what the provider says, unless the payment has moved on meanwhile: whether that has made it one whose money is reserved. */
async function record({ db: { prisma }, clock }: PaymentServices, id: string, found: GatewayPayment): Promise<boolean> {
  const { status, reference, reason: declineReason, actionUrl } = found
  const updatedAt = clock.now()
  switch (status) {
    case 'ACTION_REQUIRED':
    case 'AUTHORIZED':
      if (await movePayment(prisma, id, { status, reference, actionUrl, updatedAt })) return status === 'AUTHORIZED'
      await noteReference(prisma, id, { reference, updatedAt })
      return false
    case 'DECLINED':
      await movePayment(prisma, id, { status, reference, declineReason, updatedAt })
      return false
    case 'VOIDED':
      // Let go there, and nothing was confirmed for it here: here it ends the same way.
      await moveOpenPayment(prisma, id, { status: 'VOIDING', reference, updatedAt })
      return false
    case 'CAPTURED':
      // Collected already: it counts as reserved, and collecting it again does nothing.
      return movePayment(prisma, id, { status: 'AUTHORIZED', reference, updatedAt })
  }
}

function toOutcome({ status, declineReason, actionUrl }: Payment): AuthorizedPayment {
  switch (status) {
    case 'AUTHORIZED':
      return { kind: 'authorized' }
    case 'CAPTURING':
    case 'CAPTURED':
      return { kind: 'collected' }
    case 'DECLINED':
      return { kind: 'declined', reason: declineReason as DeclineReason }
    case 'ACTION_REQUIRED':
      return { kind: 'action required', url: actionUrl }
    case 'INITIATED':
      return { kind: 'unavailable', retryAfterSeconds: null }
    case 'VOIDING':
    case 'VOIDED':
      return { kind: 'over' }
  }
}
