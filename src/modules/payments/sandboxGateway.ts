import { randomUUID } from 'node:crypto'
import type { Database } from '../../lib/db/index.js'
import {
  type AuthorizeRequest,
  type DeclineReason,
  type GatewayPayment,
  GatewayRefusedError,
  type PaymentGateway,
  type RefundRequest,
} from './gateway.js'
import {
  captureSandboxPayment,
  findSandboxPayment,
  insertSandboxPayment,
  refundSandboxPayment,
  type SandboxPayment,
  voidSandboxPayment,
} from './sandboxStore.js'

/** Stripe's test payment methods, as far as they concern us: https://docs.stripe.com/testing. Null is accepted. */
const TEST_METHODS: Readonly<Record<string, DeclineReason | null>> = {
  pm_card_visa: null,
  pm_card_visa_debit: null,
  pm_card_mastercard: null,
  pm_card_amex: null,
  pm_card_chargeDeclined: 'GENERIC_DECLINE',
  pm_card_chargeDeclinedInsufficientFunds: 'INSUFFICIENT_FUNDS',
}

/**
 * The built-in provider: no money moves. It keeps its books in a table of its own, as a provider would on its side, so that
 * they outlive this process and all processes see the same.
 */
export class SandboxGateway implements PaymentGateway {
  readonly name = 'sandbox'
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async authorize({ key, amount, currency, token }: AuthorizeRequest): Promise<GatewayPayment> {
    const reason = Object.hasOwn(TEST_METHODS, token) ? TEST_METHODS[token]! : 'INVALID_PAYMENT_METHOD'
    const reference = `sandbox_${randomUUID()}`
    return toPayment(await insertSandboxPayment(this.#db, { key, reference, amount, currency, declineReason: reason }))
  }

  async find(key: string): Promise<GatewayPayment | null> {
    const payment = await findSandboxPayment(this.#db, key)
    return payment === null ? null : toPayment(payment)
  }

  async capture(reference: string): Promise<void> {
    if (!(await captureSandboxPayment(this.#db, reference))) {
      throw new GatewayRefusedError(`${reference} cannot be captured`)
    }
  }

  async void(reference: string): Promise<void> {
    if (!(await voidSandboxPayment(this.#db, reference))) {
      throw new GatewayRefusedError(`${reference} cannot be voided`)
    }
  }

  async refund(request: RefundRequest): Promise<void> {
    if (!(await refundSandboxPayment(this.#db, request))) {
      throw new GatewayRefusedError(`${request.reference} cannot be refunded`)
    }
  }

  async *list(): AsyncIterable<GatewayPayment> {
    throw new Error('not yet')
  }
}

function toPayment({ key, reference, amount, currency, ...row }: SandboxPayment): GatewayPayment {
  const reason = row.declineReason as DeclineReason | null
  const status = reason !== null ? 'DECLINED' : row.voided ? 'VOIDED' : row.captured ? 'CAPTURED' : 'AUTHORIZED'
  return { key, reference, status, reason, actionUrl: null, amount, currency, refunded: row.refunded }
}
