import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AuthorizeRequest,
  type GatewayPayment,
  GatewayRefusedError,
  GatewayUnavailableError,
  SandboxGateway,
} from '../../../src/modules/payments/index.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let gateway: SandboxGateway

beforeAll(async () => {
  server = await startServer()
  gateway = new SandboxGateway(server.services)
})
afterAll(() => server.close())

function request(token: string, method: AuthorizeRequest['method'] = 'CARD'): AuthorizeRequest {
  return { key: randomUUID(), amount: 1250, currency: 'EUR', method, token }
}

function authorize(token: string, method?: AuthorizeRequest['method']): Promise<GatewayPayment> {
  return gateway.authorize(request(token, method))
}

describe('a token', () => {
  it.each([
    ['CARD', 'pm_card_visa', 'AUTHORIZED', null],
    ['CARD', 'pm_card_visa_debit', 'AUTHORIZED', null],
    ['CARD', 'pm_card_mastercard', 'AUTHORIZED', null],
    ['CARD', 'pm_card_amex', 'AUTHORIZED', null],
    ['CARD', 'pm_card_chargeDeclined', 'DECLINED', 'GENERIC_DECLINE'],
    ['CARD', 'pm_card_chargeDeclinedInsufficientFunds', 'DECLINED', 'INSUFFICIENT_FUNDS'],
    ['CARD', 'pm_card_authenticationRequired', 'ACTION_REQUIRED', null],
    ['CARD', 'pm_card_threeDSecure2Required', 'ACTION_REQUIRED', null],
    ['UPI', 'pm_sandbox_upi', 'ACTION_REQUIRED', null],
    ['NET_BANKING', 'pm_sandbox_netBanking', 'ACTION_REQUIRED', null],
    ['WALLET', 'pm_sandbox_wallet', 'AUTHORIZED', null],
    ['WALLET', 'pm_sandbox_walletInsufficientFunds', 'DECLINED', 'INSUFFICIENT_FUNDS'],
    ['CASH', 'pm_sandbox_cash', 'AUTHORIZED', null],
    ['CARD', 'pm_card_unknown', 'DECLINED', 'INVALID_PAYMENT_METHOD'],
    ['CARD', 'constructor', 'DECLINED', 'INVALID_PAYMENT_METHOD'],
    ['UPI', 'pm_card_visa', 'DECLINED', 'INVALID_PAYMENT_METHOD'],
    ['CARD', 'pm_sandbox_cash', 'DECLINED', 'INVALID_PAYMENT_METHOD'],
  ] as const)('of %s %s is %s', async (method, token, status, reason) => {
    const payment = await authorize(token, method)
    expect(payment).toMatchObject({ status, reason, amount: 1250, currency: 'EUR', refunded: 0 })
    const actionUrl = `http://localhost:4000/sandbox/actions/${payment.reference}`
    expect(payment.actionUrl).toBe(status === 'ACTION_REQUIRED' ? actionUrl : null)
    expect(await gateway.find(payment.key)).toEqual(payment)
  })

  it('is the same payment under the same key', async () => {
    const asked = request('pm_card_visa')
    const [one, two] = await Promise.all([gateway.authorize(asked), gateway.authorize(asked)])
    expect(two).toEqual(one)
  })
})

describe('pm_sandbox_slow', () => {
  it('is booked at once and answers after three seconds', async () => {
    const asked = request('pm_sandbox_slow')
    const began = performance.now()
    const answer = gateway.authorize(asked)
    await expect.poll(() => gateway.find(asked.key)).toMatchObject({ status: 'AUTHORIZED' })
    expect(performance.now() - began).toBeLessThan(2_900)
    expect(await answer).toMatchObject({ status: 'AUTHORIZED' })
    expect(performance.now() - began).toBeGreaterThan(2_990)
  })
})

describe('pm_sandbox_timeout', () => {
  it('is booked, and the first answer is lost', async () => {
    const asked = request('pm_sandbox_timeout')
    await expect(gateway.authorize(asked)).rejects.toThrow(GatewayUnavailableError)
    const known = await gateway.find(asked.key)
    expect(known).toMatchObject({ status: 'AUTHORIZED' })
    expect(await gateway.authorize(asked)).toEqual(known)
  })
})

describe('capture', () => {
  it('collects, once and again', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await gateway.capture(reference)
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED' })
  })

  it.each(['pm_sandbox_captureFails', 'pm_card_threeDSecure2Required', 'pm_card_chargeDeclined'])(
    'is refused for ever: %s',
    async (token) => {
      const payment = await authorize(token)
      await expect(gateway.capture(payment.reference)).rejects.toThrow(GatewayRefusedError)
      await expect(gateway.capture(payment.reference)).rejects.toThrow(GatewayRefusedError)
      expect(await gateway.find(payment.key)).toEqual(payment)
    },
  )
})

describe('void', () => {
  it.each(['pm_card_visa', 'pm_card_threeDSecure2Required', 'pm_sandbox_captureFails'])(
    'lets go of %s, once and again',
    async (token) => {
      const { key, reference } = await authorize(token)
      await gateway.void(reference)
      await gateway.void(reference)
      expect(await gateway.find(key)).toMatchObject({ status: 'VOIDED', actionUrl: null })
      await expect(gateway.capture(reference)).rejects.toThrow(GatewayRefusedError)
    },
  )

  it('is refused for what was collected', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await gateway.capture(reference)
    await expect(gateway.void(reference)).rejects.toThrow(GatewayRefusedError)
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED' })
  })
})

describe('refund', () => {
  it('gives back in parts, each once, and never more than was collected', async () => {
    const { key, reference } = await authorize('pm_card_visa')
    await expect(gateway.refund({ key: 'early', reference, amount: 1 })).rejects.toThrow(GatewayRefusedError)
    await gateway.capture(reference)
    await gateway.refund({ key: 'a', reference, amount: 1000 })
    await gateway.refund({ key: 'a', reference, amount: 1000 })
    await expect(gateway.refund({ key: 'b', reference, amount: 251 })).rejects.toThrow(GatewayRefusedError)
    await gateway.refund({ key: 'c', reference, amount: 250 })
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED', refunded: 1250 })
  })

  it('is refused for ever: pm_sandbox_refundFails', async () => {
    const { key, reference } = await authorize('pm_sandbox_refundFails')
    await gateway.capture(reference)
    await expect(gateway.refund({ key: 'a', reference, amount: 1 })).rejects.toThrow(GatewayRefusedError)
    expect(await gateway.find(key)).toMatchObject({ status: 'CAPTURED', refunded: 0 })
  })
})

describe('list', () => {
  it('tells all payments begun since then, over many pages', async () => {
    await server.seed.sql(
      `INSERT INTO sandbox_payment (key, reference, method, amount, currency, booked_at)
       SELECT 'old' || n, 'old_' || n, 'CARD', 1, 'EUR', timestamptz '2020-01-01' + (n / 2) * interval '1 day'
       FROM generate_series(0, 249) AS n`,
    )
    const keys = []
    for await (const { key } of gateway.list(new Date('2020-01-11'))) if (key.startsWith('old')) keys.push(key)
    expect(new Set(keys)).toEqual(new Set(Array.from({ length: 230 }, (_, n) => `old${n + 20}`)))
    expect(keys).toHaveLength(230)
  })
})
