import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StripeGateway } from '../../../src/modules/payments/gateways/stripe/stripeGateway.js'
import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
} from '../../../src/modules/payments/index.js'
import { FakeStripe, type Mishap } from '../../kit/stripe.js'

let stripe: FakeStripe
let gateway: StripeGateway

beforeEach(async () => {
  stripe = await FakeStripe.start()
  gateway = open()
})
afterEach(() => stripe.close())

function open(timeoutMs?: number): StripeGateway {
  const { secretKey, url: apiUrl } = stripe
  const options = { secretKey, apiUrl, publicUrl: 'https://tickets.example' }
  return new StripeGateway(timeoutMs === undefined ? options : { ...options, timeoutMs })
}

function request(token: string, method: AuthorizeRequest['method'] = 'CARD'): AuthorizeRequest {
  return { key: randomUUID(), amount: 1250, currency: 'EUR', method, token }
}

function authorize(token: string, method?: AuthorizeRequest['method']): Promise<GatewayPayment> {
  return gateway.authorize(request(token, method))
}

describe('authorize', () => {
  it('reserves the money of a card, by hand, under our key', async () => {
    const asked = request('pm_card_visa')
    const payment = await gateway.authorize(asked)
    const intent = stripe.ledger.find(asked.key)!
    expect(payment).toEqual({
      key: asked.key,
      reference: intent.id,
      status: 'AUTHORIZED',
      reason: null,
      actionUrl: null,
      amount: 1250,
      currency: 'EUR',
      refunded: 0,
    })
    expect(intent).toMatchObject({
      amount: 1250,
      currency: 'eur',
      capture_method: 'manual',
      status: 'requires_capture',
    })
    expect(stripe.idempotencyKeys).toEqual([asked.key])
  })

  it('is one payment under one key', async () => {
    const asked = request('pm_card_visa')
    const [one, two] = await Promise.all([gateway.authorize(asked), gateway.authorize(asked)])
    expect(two).toEqual(one)
    expect(stripe.ledger.intents.size).toBe(1)
  })

  it.each([
    ['CARD', 'pm_card_chargeDeclined', 'GENERIC_DECLINE', 1],
    ['CARD', 'pm_card_chargeDeclinedInsufficientFunds', 'INSUFFICIENT_FUNDS', 1],
    ['CARD', 'pm_card_chargeDeclinedExpiredCard', 'INVALID_PAYMENT_METHOD', 1],
    ['CARD', 'pm_card_unknown', 'INVALID_PAYMENT_METHOD', 0],
    ['UPI', 'pm_card_visa', 'INVALID_PAYMENT_METHOD', 0],
    ['CASH', 'pm_sandbox_cash', 'INVALID_PAYMENT_METHOD', 0],
  ] as const)('is declined: %s %s', async (method, token, reason, made) => {
    const payment = await authorize(token, method)
    expect(payment).toMatchObject({ status: 'DECLINED', reason, actionUrl: null, amount: 1250, currency: 'EUR' })
    expect(stripe.ledger.intents.size).toBe(made)
    expect(payment.reference).toBe(stripe.ledger.find(payment.key)?.id ?? payment.key)
  })

  it('is declined for less than Stripe takes', async () => {
    const payment = await gateway.authorize({ ...request('pm_card_visa'), amount: 1 })
    expect(payment).toMatchObject({ status: 'DECLINED', reason: 'GENERIC_DECLINE' })
  })

  it('takes the card of a wallet', async () => {
    expect(await authorize('pm_card_visa', 'WALLET')).toMatchObject({ status: 'AUTHORIZED' })
  })

  it.each([
    ['CARD', 'pm_card_authenticationRequired'],
    ['CARD', 'pm_card_threeDSecure2Required'],
    ['NET_BANKING', 'pm_netbanking'],
  ] as const)('waits for the buyer: %s %s', async (method, token) => {
    const payment = await authorize(token, method)
    const actionUrl = `https://hooks.stripe.test/redirect/${payment.reference}`
    expect(payment).toMatchObject({ status: 'ACTION_REQUIRED', reason: null, actionUrl })
    stripe.decide(payment.key, true)
    expect(await gateway.find(payment.key)).toMatchObject({ status: 'AUTHORIZED', actionUrl: null })
  })

  it('is declined where the buyer declines', async () => {
    const { key } = await authorize('pm_card_authenticationRequired')
    stripe.decide(key, false)
    expect(await gateway.find(key)).toMatchObject({ status: 'DECLINED', reason: 'AUTHENTICATION_FAILED' })
  })
})

describe('a provider that gives no answer', () => {
  it.each<[Mishap & (string | number), number]>([
    ['drop', 0],
    ['drop after', 1],
    [500, 0],
    [503, 0],
    [429, 0],
    [401, 0],
    [409, 0],
  ])('is unavailable, and asked once: %s', async (mishap, made) => {
    const asked = request('pm_card_visa')
    stripe.next('create', mishap as Exclude<Mishap, 'hold'>)
    await expect(gateway.authorize(asked)).rejects.toThrow(GatewayUnavailableError)
    expect(stripe.calls).toEqual(['create'])
    expect(stripe.ledger.intents.size).toBe(made)
    expect(await gateway.authorize(asked)).toMatchObject({ status: 'AUTHORIZED' })
    expect(stripe.ledger.intents.size).toBe(1)
  })

  it('is unavailable when it takes too long', async () => {
    const held = stripe.hold('create')
    await expect(open(50).authorize(request('pm_card_visa'))).rejects.toThrow(GatewayUnavailableError)
    await held.arrived
    held.release()
  })

  it('is told without its words, which may have tokens and keys in them', async () => {
    stripe.next('create', 401)
    const error = await authorize('pm_card_visa').catch((thrown: Error) => thrown)
    expect(String((error as Error).stack)).not.toMatch(/planned|pm_card|sk_test/)
    expect((error as Error).message).toMatch(/^stripe: StripeAuthenticationError, 401, req_\w+$/)
  })
})

describe('capture', () => {
  it('collects, also when it was done and its key is forgotten', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await gateway.capture(reference)
    stripe.forgetKeys()
    await gateway.capture(reference)
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED' })
  })

  it('is refused for what was let go', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await gateway.void(reference)
    await expect(gateway.capture(reference)).rejects.toThrow(GatewayRefusedError)
    expect(await gateway.find(key)).toMatchObject({ status: 'VOIDED' })
  })
})

describe('void', () => {
  it.each(['pm_card_visa', 'pm_card_authenticationRequired'])('lets go, once and again: %s', async (token) => {
    const { key, reference } = await authorize(token)
    await gateway.void(reference)
    stripe.forgetKeys()
    await gateway.void(reference)
    expect(await gateway.find(key)).toMatchObject({ status: 'VOIDED', actionUrl: null })
  })

  it('is refused for what was collected', async () => {
    const { reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await expect(gateway.void(reference)).rejects.toThrow(GatewayRefusedError)
  })

  it('is tried later while the payment is being processed', async () => {
    const { key, reference } = await authorize('pm_card_authenticationRequired')
    stripe.ledger.find(key)!.status = 'processing'
    expect(await gateway.find(key)).toMatchObject({ status: 'ACTION_REQUIRED', actionUrl: null })
    await expect(gateway.void(reference)).rejects.toThrow(GatewayUnavailableError)
  })
})

describe('refund', () => {
  it('gives back in parts, each once, also when its key is forgotten', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await gateway.refund({ key: 'a', reference, amount: 1000 })
    stripe.forgetKeys()
    await gateway.refund({ key: 'a', reference, amount: 1000 })
    await gateway.refund({ key: 'b', reference, amount: 50 })
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED', refunded: 1050 })
    expect(stripe.ledger.refunds).toHaveLength(2)
  })

  it('is refused beyond what was collected, and where it has failed', async () => {
    const { reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await expect(gateway.refund({ key: 'a', reference, amount: 1251 })).rejects.toThrow(GatewayRefusedError)
    await gateway.refund({ key: 'b', reference, amount: 1 })
    stripe.ledger.refunds[0]!.status = 'failed'
    await expect(gateway.refund({ key: 'b', reference, amount: 1 })).rejects.toThrow(GatewayRefusedError)
    expect(stripe.ledger.refunds).toHaveLength(1)
  })
})

describe('find', () => {
  const HOUR_MS = 3_600_000
  const yesterday = () => new Date(Date.now() - 24 * HOUR_MS)

  it('has a payment of this moment at once, before the search has', async () => {
    const asked = request('pm_card_visa')
    stripe.isIndexed = false
    stripe.next('create', 'drop after')
    await expect(gateway.authorize(asked)).rejects.toThrow(GatewayUnavailableError)
    expect(await gateway.find(asked.key, new Date())).toMatchObject({ status: 'AUTHORIZED' })
    expect(await gateway.find(asked.key)).toMatchObject({ status: 'AUTHORIZED' })
    expect(stripe.calls).toEqual(['create', 'list', 'search', 'list'])
  })

  it('has an old one by the search, as it stands now', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    stripe.age(key, 12 * HOUR_MS)
    await gateway.capture(reference)
    stripe.calls.length = 0
    expect(await gateway.find(key, yesterday())).toMatchObject({ status: 'CAPTURED' })
    expect(stripe.calls).toEqual(['search', 'retrieve'])
  })

  it('has an old one where there is no search', async () => {
    const { key } = await authorize('pm_card_visa')
    stripe.age(key, 12 * HOUR_MS)
    stripe.hasSearch = false
    expect(await gateway.find(key, yesterday())).toMatchObject({ status: 'AUTHORIZED' })
  })

  it('has nothing of what never arrived', async () => {
    await authorize('pm_card_visa')
    expect(await gateway.find(randomUUID(), new Date())).toBeNull()
    expect(await gateway.find(randomUUID())).toBeNull()
  })

  it.each(['list', 'search'] as const)('is unavailable when the %s is', async (call) => {
    stripe.next(call, 503)
    await expect(gateway.find(randomUUID())).rejects.toThrow(GatewayUnavailableError)
  })
})

describe('list', () => {
  it('tells our payments begun since then, over many pages', async () => {
    const keys = await Promise.all(Array.from({ length: 120 }, async () => (await authorize('pm_card_visa')).key))
    stripe.age(keys[0]!, 60_000)
    delete stripe.ledger.find(keys[1]!)!.metadata.marquee_payment
    const told = []
    for await (const { key } of gateway.list(new Date(Date.now() - 30_000))) told.push(key)
    expect(told.sort()).toEqual(keys.slice(2).sort())
    expect(stripe.calls.filter((call) => call === 'list')).toHaveLength(2)
  })

  it('is unavailable when Stripe is', async () => {
    stripe.next('list', 503)
    await expect(gateway.list(new Date())[Symbol.asyncIterator]().next()).rejects.toThrow(GatewayUnavailableError)
  })
})
