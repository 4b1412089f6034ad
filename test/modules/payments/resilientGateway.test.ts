import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StripeGateway } from '../../../src/modules/payments/gateways/stripe/stripeGateway.js'
import {
  type AuthorizeRequest,
  GatewayRefusedError,
  GatewayUnavailableError,
  ResilientGateway,
} from '../../../src/modules/payments/index.js'
import { FakeStripe } from '../../kit/stripe.js'

type Resilience = ConstructorParameters<typeof ResilientGateway>[1]

let stripe: FakeStripe

beforeEach(async () => {
  stripe = await FakeStripe.start()
})
afterEach(() => stripe.close())

/** The real thing, with pauses that a test can wait for. */
function open(resilience: Resilience = {}): ResilientGateway {
  const { secretKey, url: apiUrl } = stripe
  const gateway = new StripeGateway({ secretKey, apiUrl, publicUrl: 'https://tickets.example' })
  return new ResilientGateway(gateway, { backoffMs: 1, ...resilience })
}

function request(token = 'pm_card_visa'): AuthorizeRequest {
  return { key: randomUUID(), amount: 1250, currency: 'EUR', method: 'CARD', token }
}

async function failureOf(work: Promise<unknown>): Promise<GatewayUnavailableError> {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(GatewayUnavailableError)
  return error as GatewayUnavailableError
}

it('has the name of what is behind it, and its list', async () => {
  const gateway = open()
  expect(gateway.name).toBe('stripe')
  const { key } = await gateway.authorize(request())
  const told = []
  for await (const payment of gateway.list(new Date(Date.now() - 60_000))) told.push(payment.key)
  expect(told).toEqual([key])
})

describe('an authorize without an answer', () => {
  it('is asked for before it is tried again, and was done', async () => {
    stripe.next('create', 'drop after')
    expect(await open().authorize(request())).toMatchObject({ status: 'AUTHORIZED' })
    expect(stripe.calls).toEqual(['create', 'list'])
    expect(stripe.ledger.intents.size).toBe(1)
  })

  it('is asked for before it is tried again, and never arrived', async () => {
    stripe.next('create', 'drop')
    expect(await open().authorize(request())).toMatchObject({ status: 'AUTHORIZED' })
    expect(stripe.calls).toEqual(['create', 'list', 'create'])
  })

  it('is asked for where none came in time', async () => {
    const held = stripe.hold('create')
    const answer = open({ timeoutMs: 100 }).authorize(request())
    await held.arrived
    expect(await answer).toMatchObject({ status: 'AUTHORIZED' })
    expect(stripe.calls).toEqual(['create', 'list'])
    held.release()
  })

  it('is told as it stands by then, declined as well', async () => {
    stripe.next('create', 'drop after')
    const payment = await open().authorize(request('pm_card_chargeDeclinedInsufficientFunds'))
    expect(payment).toMatchObject({ status: 'DECLINED', reason: 'INSUFFICIENT_FUNDS' })
    expect(stripe.calls).toEqual(['create', 'list'])
  })

  it('is tried three times', async () => {
    stripe.next('create', 'drop', 503, 429)
    expect((await failureOf(open().authorize(request()))).retryAfterSeconds).toBeNull()
    expect(stripe.calls).toEqual(['create', 'list', 'create', 'list', 'create'])
  })

  it('is not tried again before it is known', async () => {
    stripe.next('create', 'drop after')
    stripe.next('list', 503, 503)
    await failureOf(open().authorize(request()))
    expect(stripe.calls).toEqual(['create', 'list', 'list'])
    expect(stripe.ledger.intents.size).toBe(1)
  })
})

describe('other calls', () => {
  it('are tried three times', async () => {
    const gateway = open()
    const { key, reference } = await gateway.authorize(request())
    stripe.next('list', 503, 503)
    expect(await gateway.find(key, new Date())).toMatchObject({ status: 'AUTHORIZED' })
    stripe.next('capture', 'drop after', 503)
    await gateway.capture(reference)
    stripe.next('refund', 'drop after', 'drop')
    await gateway.refund({ key: 'a', reference, amount: 100 })
    expect(await gateway.find(key, new Date())).toMatchObject({ status: 'CAPTURED', refunded: 100 })
    stripe.next('cancel', 503, 503, 503)
    await failureOf(gateway.void(reference))
    expect(stripe.calls.filter((call) => call === 'cancel')).toHaveLength(3)
  })
})

describe('an answer that is no', () => {
  it('is neither tried again nor counted', async () => {
    const gateway = open({ breakAfter: 2 })
    for (let times = 0; times < 3; times++) {
      expect(await gateway.authorize(request('pm_card_chargeDeclined'))).toMatchObject({ status: 'DECLINED' })
      await expect(gateway.capture('pi_unknown')).rejects.toThrow(GatewayRefusedError)
    }
    expect(stripe.calls).toHaveLength(6)
    expect(await gateway.authorize(request())).toMatchObject({ status: 'AUTHORIZED' })
  })
})

describe('five failures in a row', () => {
  async function fail(gateway: ResilientGateway, times: number): Promise<void> {
    stripe.next('capture', ...Array.from({ length: times }, () => 503))
    for (let time = 0; time < times; time++) await failureOf(gateway.capture('pi_1'))
  }

  it('spare the provider for 30 seconds, and every caller the wait', async () => {
    const gateway = open({ tries: 1 })
    await fail(gateway, 5)
    const failure = await failureOf(gateway.authorize(request()))
    expect(failure.retryAfterSeconds).toBe(30)
    expect(stripe.calls).toHaveLength(5)
  })

  it('are counted over the tries, and end them', async () => {
    const gateway = open()
    stripe.next('capture', 503, 503, 503, 503, 503)
    expect((await failureOf(gateway.capture('pi_1'))).retryAfterSeconds).toBeNull()
    expect((await failureOf(gateway.capture('pi_1'))).retryAfterSeconds).toBe(30)
    expect(stripe.calls).toHaveLength(5)
  })

  it('are not reached with an answer in between', async () => {
    const gateway = open({ tries: 1 })
    await fail(gateway, 4)
    await gateway.authorize(request())
    await fail(gateway, 4)
    expect(await gateway.authorize(request())).toMatchObject({ status: 'AUTHORIZED' })
  })

  it('let one call try after that, which closes it again', async () => {
    const gateway = open({ tries: 1, breakMs: 50 })
    await fail(gateway, 5)
    await expect.poll(() => gateway.authorize(request()).catch(() => null)).toMatchObject({ status: 'AUTHORIZED' })
    await fail(gateway, 4)
    expect(await gateway.authorize(request())).toMatchObject({ status: 'AUTHORIZED' })
  })

  it('let one call try after that, which opens it again', async () => {
    const gateway = open({ tries: 1, breakMs: 50 })
    await fail(gateway, 5)
    stripe.next('capture', 503)
    await expect.poll(async () => (await failureOf(gateway.capture('pi_1'))).retryAfterSeconds).toBeNull()
    expect((await failureOf(gateway.capture('pi_1'))).retryAfterSeconds).toBe(1)
    expect(stripe.calls).toHaveLength(6)
  })
})

describe('more calls than are allowed', () => {
  it('wait for their turn: 200 at once, then 100 a second', async () => {
    const gateway = open()
    const began = performance.now()
    await Promise.all(Array.from({ length: 220 }, () => gateway.find('x', new Date())))
    expect(performance.now() - began).toBeGreaterThan(180)
    expect(stripe.calls).toHaveLength(220)
  })

  it('are refused at once where the wait would be too long', async () => {
    const gateway = open({ burst: 5, callsPerSecond: 50, maxWaitMs: 100 })
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => gateway.find('x', new Date())))
    const refused = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []))
    expect(refused).toHaveLength(10)
    for (const reason of refused)
      expect(reason).toMatchObject({ name: 'GatewayUnavailableError', retryAfterSeconds: 1 })
    expect(stripe.calls).toHaveLength(10)
    expect(await gateway.find('x', new Date())).toBeNull()
  })
})
