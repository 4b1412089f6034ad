import Stripe from 'stripe'
import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
  type PaymentGateway,
  type RefundRequest,
} from '../../gateway.js'
import type { PaymentMethod } from '../../store.js'
import { isOurs, PAYMENT_KEY, PAYMENT_RETURN_PATH, REFUND_KEY, toPayment } from './paymentIntent.js'
import { intentIn, isRefusal, toDecline, toGatewayError } from './stripeErrors.js'

export interface StripeOptions {
  readonly secretKey: string
  /** Null for Stripe's own. */
  readonly apiUrl: string | null
  /** Where browsers reach this server, without a slash at its end. */
  readonly publicUrl: string
  readonly timeoutMs?: number
}

type Intent = Stripe.PaymentIntent

/** Wallets pay with the card in them. */
const METHOD_TYPES: Readonly<Record<PaymentMethod, string | null>> = {
  CARD: 'card',
  WALLET: 'card',
  UPI: 'upi',
  NET_BANKING: 'netbanking',
  CASH: null,
}

/** What the search may be behind by when Stripe is not well: https://docs.stripe.com/search#data-freshness */
const SEARCH_LAG_MS = 3_600_000
/** An authorization ends after a week at the latest. */
const AUTHORIZED_MS = 7 * 86_400_000
/** How far clocks may go apart. */
const CLOCK_SKEW_MS = 300_000
const WITH_CHARGE = { expand: ['latest_charge'] }

/**
 * Stripe, by PaymentIntents with manual capture. Each call has an idempotency key made of ours, and a payment bears our key in
 * its metadata, by which it is found again.
 */
export class StripeGateway implements PaymentGateway {
  readonly name = 'stripe'
  readonly #stripe: Stripe
  readonly #returnUrl: string

  constructor({ secretKey, apiUrl, publicUrl, timeoutMs = 10_000 }: StripeOptions) {
    this.#returnUrl = `${publicUrl}${PAYMENT_RETURN_PATH}`
    this.#stripe = new Stripe(secretKey, {
      ...(apiUrl !== null && toHost(apiUrl)),
      timeout: timeoutMs,
      // ResilientGateway asks for the payment before it tries again.
      maxNetworkRetries: 0,
      // The other client sends a request again that broke off, whatever maxNetworkRetries says.
      httpClient: Stripe.createFetchHttpClient(),
      telemetry: false,
    })
  }

  async authorize({ key, amount, currency, method, token }: AuthorizeRequest): Promise<GatewayPayment> {
    const type = METHOD_TYPES[method]
    const asked = { key, amount, currency }
    if (type === null) return toDecline(asked, null)
    const params = {
      amount,
      currency: currency.toLowerCase(),
      payment_method: token,
      payment_method_types: [type],
      capture_method: 'manual',
      confirm: true,
      return_url: this.#returnUrl,
      metadata: { [PAYMENT_KEY]: key },
    } as const
    try {
      return toPayment(await this.#stripe.paymentIntents.create(params, { idempotencyKey: key }))
    } catch (error) {
      if (!isRefusal(error)) throw toGatewayError(error)
      return toDecline(asked, error)
    }
  }

  async capture(reference: string): Promise<void> {
    const request = this.#stripe.paymentIntents.capture(reference, {}, { idempotencyKey: `capture-${reference}` })
    await reach(request, 'succeeded')
  }

  async void(reference: string): Promise<void> {
    const request = this.#stripe.paymentIntents.cancel(reference, {}, { idempotencyKey: `void-${reference}` })
    await reach(request, 'canceled')
  }

  /** Looks first, as Stripe forgets idempotency keys after a day and refunds are tried for longer. */
  async refund({ key, reference, amount }: RefundRequest): Promise<void> {
    await asGateway(async () => {
      const refund =
        (await this.#findRefund(reference, key)) ??
        (await this.#stripe.refunds.create(
          { payment_intent: reference, amount, metadata: { [REFUND_KEY]: key } },
          { idempotencyKey: key },
        ))
      if (refund.status !== 'failed' && refund.status !== 'canceled') return
      throw new GatewayRefusedError(
        `stripe: the refund has ${refund.status}: ${refund.failure_reason ?? 'no reason told'}`,
      )
    })
  }

  /**
   * By the search, which knows a payment some time after it was made, and by the list of those made lately, which has every
   * one at once but cannot be asked for a key. Where there is no search, as in India, by the list alone.
   */
  async find(key: string, begunAt?: Date): Promise<GatewayPayment | null> {
    const now = Date.now()
    const begun = begunAt === undefined ? now - AUTHORIZED_MS : begunAt.getTime() - CLOCK_SKEW_MS
    return asGateway(async () => {
      const search = begun < now - SEARCH_LAG_MS ? await this.#search(key) : 'not asked'
      if (typeof search === 'object') return toPayment(search)
      const since = search === 'none' ? Math.max(begun, now - SEARCH_LAG_MS) : begun
      for await (const intent of this.#listSince(since)) {
        if (intent.metadata[PAYMENT_KEY] === key) return toPayment(intent)
      }
      return null
    })
  }

  async *list(since: Date): AsyncIterable<GatewayPayment> {
    try {
      for await (const intent of this.#listSince(since.getTime())) if (isOurs(intent)) yield toPayment(intent)
    } catch (error) {
      throw toGatewayError(error)
    }
  }

  async #search(key: string): Promise<Intent | 'none' | 'no search'> {
    const query = `metadata['${PAYMENT_KEY}']:'${key.replace(/['\\]/g, '')}'`
    try {
      const { data } = await this.#stripe.paymentIntents.search({ query, limit: 1 })
      // What the search has may be old news.
      return data[0] ? await this.#stripe.paymentIntents.retrieve(data[0].id, WITH_CHARGE) : 'none'
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'no search'
      throw error
    }
  }

  #listSince(ms: number): AsyncIterable<Intent> {
    const created = { gte: Math.floor(ms / 1000) }
    return this.#stripe.paymentIntents.list({ created, limit: 100, expand: ['data.latest_charge'] })
  }

  async #findRefund(reference: string, key: string): Promise<Stripe.Refund | null> {
    for await (const refund of this.#stripe.refunds.list({ payment_intent: reference, limit: 100 })) {
      if (refund.metadata?.[REFUND_KEY] === key) return refund
    }
    return null
  }
}

/** Waits for a step of a payment, which may have been done before. */
async function reach(step: Promise<Intent>, status: Intent['status']): Promise<void> {
  try {
    await step
  } catch (error) {
    const intent = intentIn(error)
    if (intent?.status === status) return
    // Neither done nor refused: it is between the bank and Stripe.
    if (intent?.status === 'processing') throw new GatewayUnavailableError('stripe: the payment is being processed')
    throw toGatewayError(error)
  }
}

async function asGateway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toGatewayError(error)
  }
}

function toHost(apiUrl: string): { protocol: 'http' | 'https'; host: string; port: number } {
  const { protocol, hostname, port } = new URL(apiUrl)
  const isPlain = protocol === 'http:'
  return { protocol: isPlain ? 'http' : 'https', host: hostname, port: Number(port) || (isPlain ? 80 : 443) }
}
