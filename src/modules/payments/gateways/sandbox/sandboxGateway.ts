import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../../../../lib/clock.js'
import type { Database } from '../../../../lib/db/index.js'
import {
  type AuthorizeRequest,
  type DeclineReason,
  type GatewayPayment,
  GatewayRefusedError,
  type GatewayStatus,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from '../../gateway.js'
import {
  captureSandboxPayment,
  findSandboxPayment,
  insertSandboxPayment,
  listSandboxPayments,
  refundSandboxPayment,
  type SandboxPayment,
  voidSandboxPayment,
} from './sandboxStore.js'
import { readTestToken } from './testTokens.js'

/** What the sandbox works with. */
export interface SandboxServices {
  readonly db: Database
  readonly clock: Clock
  readonly config: { readonly publicUrl: string }
}

/** Below it, the page where the buyer of a payment approves or declines it. */
export const SANDBOX_ACTIONS_PATH = '/sandbox/actions/'

const SLOW_MS = 3_000
const PAGE = 100

/**
 * The built-in provider: no money moves. It keeps its books in a table of its own, as a provider would on its side, so that
 * they outlive this process and all processes see the same. What it does depends on the token alone.
 */
export class SandboxGateway implements PaymentGateway {
  readonly name = 'sandbox'
  readonly #services: SandboxServices

  constructor(services: SandboxServices) {
    this.#services = services
  }

  async authorize({ key, amount, currency, method, token }: AuthorizeRequest): Promise<GatewayPayment> {
    const { db, clock } = this.#services
    const { declined = null, failing = null, needsAction = false, answer } = readTestToken(token, method)
    const { payment, isNew } = await insertSandboxPayment(db, {
      key,
      reference: `sandbox_${randomUUID()}`,
      method,
      amount,
      currency,
      declineReason: declined,
      failing,
      action: needsAction ? 'REQUIRED' : null,
      bookedAt: clock.now(),
    })
    if (answer === 'SLOW') await delay(SLOW_MS)
    if (answer === 'LOST' && isNew) throw new GatewayUnavailableError('sandbox: the answer to authorize was lost')
    return this.#tell(payment)
  }

  async find(key: string): Promise<GatewayPayment | null> {
    const payment = await findSandboxPayment(this.#services.db, key)
    return payment === null ? null : this.#tell(payment)
  }

  async capture(reference: string): Promise<void> {
    refuseUnless(await captureSandboxPayment(this.#services.db, reference), `${reference} cannot be captured`)
  }

  async void(reference: string): Promise<void> {
    refuseUnless(await voidSandboxPayment(this.#services.db, reference), `${reference} cannot be voided`)
  }

  async refund(request: RefundRequest): Promise<void> {
    refuseUnless(await refundSandboxPayment(this.#services.db, request), `${request.reference} cannot be refunded`)
  }

  async *list(since: Date): AsyncIterable<GatewayPayment> {
    let page: SandboxPayment[] = []
    do {
      page = await listSandboxPayments(this.#services.db, { since, after: page.at(-1)?.key ?? null, limit: PAGE })
      for (const payment of page) yield this.#tell(payment)
    } while (page.length === PAGE)
  }

  #tell(payment: SandboxPayment): GatewayPayment {
    const { key, reference, amount, currency, refunded } = payment
    const status = statusOf(payment)
    const reason = payment.declineReason as DeclineReason | null
    const actionUrl =
      status === 'ACTION_REQUIRED' ? `${this.#services.config.publicUrl}${SANDBOX_ACTIONS_PATH}${reference}` : null
    return { key, reference, status, reason, actionUrl, amount, currency, refunded }
  }
}

/** Where a payment of the sandbox stands. */
export function statusOf({ declineReason, voided, captured, action }: SandboxPayment): GatewayStatus {
  if (declineReason !== null) return 'DECLINED'
  if (voided) return 'VOIDED'
  if (captured) return 'CAPTURED'
  return action === 'REQUIRED' ? 'ACTION_REQUIRED' : 'AUTHORIZED'
}

function refuseUnless(isDone: boolean, message: string): void {
  if (!isDone) throw new GatewayRefusedError(`sandbox: ${message}`)
}
