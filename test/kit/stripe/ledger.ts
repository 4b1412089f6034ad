import { randomBytes } from 'node:crypto'

/** A PaymentIntent as the fake keeps it: what Stripe sends, as far as it concerns us. */
export interface Intent {
  readonly id: string
  readonly object: 'payment_intent'
  created: number
  readonly amount: number
  readonly currency: string
  readonly capture_method: string
  readonly metadata: Record<string, string>
  status: string
  next_action: object | null
  last_payment_error: object | null
  latest_charge: Charge | null
}

export interface Charge {
  readonly id: string
  readonly object: 'charge'
  amount_refunded: number
}

export interface Refund {
  readonly id: string
  readonly object: 'refund'
  readonly payment_intent: string
  readonly amount: number
  readonly metadata: Record<string, string>
  status: string
}

/** An error as Stripe sends it: https://docs.stripe.com/api/errors */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(String(body.code ?? body.type))
  }
}

export type Params = Record<string, unknown>

type Charging = (intent: Intent) => void

const declined = (code: string, decline_code: string): Charging => {
  return (intent) => {
    intent.status = 'requires_payment_method'
    intent.last_payment_error = { type: 'card_error', code, decline_code, message: 'Your card was declined.' }
    throw new ApiError(402, { ...intent.last_payment_error, payment_intent: intent })
  }
}
const authorized: Charging = (intent) => {
  intent.status = 'requires_capture'
  intent.latest_charge = { id: newId('ch'), object: 'charge', amount_refunded: 0 }
}
const actionRequired: Charging = (intent) => {
  intent.status = 'requires_action'
  const url = `https://hooks.stripe.test/redirect/${intent.id}`
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { url, return_url: null } }
}

/** https://docs.stripe.com/testing */
const TEST_METHODS: Readonly<Record<string, { type: string; charge: Charging }>> = {
  pm_card_visa: { type: 'card', charge: authorized },
  pm_card_chargeDeclined: { type: 'card', charge: declined('card_declined', 'generic_decline') },
  pm_card_chargeDeclinedInsufficientFunds: { type: 'card', charge: declined('card_declined', 'insufficient_funds') },
  pm_card_chargeDeclinedExpiredCard: { type: 'card', charge: declined('expired_card', 'expired_card') },
  pm_card_authenticationRequired: { type: 'card', charge: actionRequired },
  pm_card_threeDSecure2Required: { type: 'card', charge: actionRequired },
  pm_netbanking: { type: 'netbanking', charge: actionRequired },
}

/** The books of the fake: what its calls do, without HTTP. */
export class Ledger {
  readonly intents = new Map<string, Intent>()
  readonly refunds: Refund[] = []

  create(params: Params): Intent {
    const token = String(params.payment_method)
    const known = Object.hasOwn(TEST_METHODS, token) ? TEST_METHODS[token]! : null
    const types = params.payment_method_types as string[]
    if (known === null) throw invalid('resource_missing', 'payment_method', `No such PaymentMethod: '${token}'`)
    if (!types.includes(known.type)) throw invalid('payment_intent_invalid_parameter', 'payment_method_types')
    if (Number(params.amount) < 50) throw invalid('amount_too_small', 'amount')
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      created: Math.floor(Date.now() / 1000),
      amount: Number(params.amount),
      currency: String(params.currency),
      capture_method: String(params.capture_method),
      metadata: params.metadata as Record<string, string>,
      status: 'requires_confirmation',
      next_action: null,
      last_payment_error: null,
      latest_charge: null,
    }
    this.intents.set(intent.id, intent)
    known.charge(intent)
    return intent
  }

  get(id: string): Intent {
    const intent = this.intents.get(id)
    if (intent === undefined) throw invalid('resource_missing', 'intent', `No such payment_intent: '${id}'`, 404)
    return intent
  }

  /** By our key. */
  find(key: string): Intent | undefined {
    return [...this.intents.values()].find(({ metadata }) => metadata.marquee_payment === key)
  }

  capture(id: string): Intent {
    return this.#move(id, ['requires_capture'], 'succeeded')
  }

  cancel(id: string): Intent {
    const from = ['requires_payment_method', 'requires_capture', 'requires_action', 'requires_confirmation']
    return this.#move(id, from, 'canceled')
  }

  refund(params: Params): Refund {
    const intent = this.get(String(params.payment_intent))
    const amount = Number(params.amount)
    const charge = intent.latest_charge
    if (intent.status !== 'succeeded' || charge === null) throw invalid('charge_not_captured', 'payment_intent')
    if (charge.amount_refunded + amount > intent.amount) throw invalid('amount_too_large', 'amount')
    charge.amount_refunded += amount
    const metadata = params.metadata as Record<string, string>
    const refund: Refund = {
      id: newId('re'),
      object: 'refund',
      payment_intent: intent.id,
      amount,
      metadata,
      status: 'succeeded',
    }
    this.refunds.push(refund)
    return refund
  }

  #move(id: string, from: readonly string[], to: string): Intent {
    const intent = this.get(id)
    if (!from.includes(intent.status)) {
      const error = invalid('payment_intent_unexpected_state', 'status')
      throw new ApiError(error.status, { ...error.body, payment_intent: intent })
    }
    intent.status = to
    intent.next_action = null
    return intent
  }
}

/** What the buyer of a payment does on the page of their bank. */
export function decide(intent: Intent, isApproved: boolean): void {
  intent.next_action = null
  if (isApproved) {
    authorized(intent)
    return
  }
  intent.status = 'requires_payment_method'
  const code = 'payment_intent_authentication_failure'
  intent.last_payment_error = { type: 'invalid_request_error', code }
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`
}

function invalid(code: string, param: string, message = code, status = 400): ApiError {
  return new ApiError(status, { type: 'invalid_request_error', code, param, message })
}
