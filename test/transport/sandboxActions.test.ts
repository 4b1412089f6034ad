import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GatewayPayment } from '../../src/modules/payments/index.js'
import { type EnqueuedJob, recordJobs } from '../kit/jobs.js'
import { startServer, type TestServer } from '../kit/server.js'
import { type Answer, send } from './send.js'

let server: TestServer
let jobs: { list(): Promise<EnqueuedJob[]> }

beforeAll(async () => {
  server = await startServer()
  jobs = await recordJobs(server)
})
afterAll(() => server.close())

async function begin(token = 'pm_card_threeDSecure2Required'): Promise<GatewayPayment> {
  const request = { key: randomUUID(), amount: 1250, currency: 'EUR', method: 'CARD', token } as const
  return server.services.gateway.authorize(request)
}

function page({ reference }: { reference: string }): URL {
  return new URL(`/sandbox/actions/${reference}`, server.url)
}

/** As a browser sends the form. */
function decide(payment: { reference: string }, decision: string): Promise<Answer> {
  return send(page(payment), { method: 'POST', body: new URLSearchParams({ decision }) })
}

describe('the page of a payment that waits', () => {
  it('is where its actionUrl leads to, and has two buttons', async () => {
    const payment = await begin()
    expect(new URL(payment.actionUrl!).pathname).toBe(page(payment).pathname)
    const { status, headers, text } = await send(page(payment))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toContain('<h1>Pay 12.50 EUR?</h1>')
    expect(text).toContain('<form method="post">')
    expect(text).toContain('<button name="decision" value="approve">Approve</button>')
    expect(text).toContain('<button name="decision" value="decline">Decline</button>')
  })

  it.each([
    ['approve', 'AUTHORIZED', null, 'The payment is approved'],
    ['decline', 'DECLINED', 'AUTHENTICATION_FAILED', 'The payment is declined'],
  ])('takes the decision to %s, once, and tells of it', async (decision, status, reason, title) => {
    const payment = await begin()
    const before = await jobs.list()
    const answer = await decide(payment, decision)
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining(`<h1>${title}</h1>`)])
    expect(answer.text).not.toContain('<button')
    expect(await server.services.gateway.find(payment.key)).toMatchObject({ status, reason, actionUrl: null })
    const job = { task: 'advancePayment', payload: { paymentId: payment.key } }
    expect(await jobs.list()).toEqual([...before, job])
    expect((await decide(payment, decision === 'approve' ? 'decline' : 'approve')).status).toBe(409)
    expect(await server.services.gateway.find(payment.key)).toMatchObject({ status, reason })
    expect(await jobs.list()).toEqual([...before, job])
  })

  it('takes one of many decisions that come at once', async () => {
    const payment = await begin()
    const before = await jobs.list()
    const answers = await Promise.all(['approve', 'decline', 'approve'].map((decision) => decide(payment, decision)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await jobs.list()).toHaveLength(before.length + 1)
  })
})

describe('what cannot be decided', () => {
  it('is a payment that was given up', async () => {
    const payment = await begin()
    const before = await jobs.list()
    await server.services.gateway.void(payment.reference)
    const answer = await decide(payment, 'approve')
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('<h1>The payment was given up</h1>')])
    expect(await server.services.gateway.find(payment.key)).toMatchObject({ status: 'VOIDED' })
    expect(await jobs.list()).toEqual(before)
  })

  it('is a payment that needs nothing', async () => {
    const payment = await begin('pm_card_visa')
    expect((await decide(payment, 'decline')).status).toBe(409)
    expect(await server.services.gateway.find(payment.key)).toMatchObject({ status: 'AUTHORIZED' })
  })

  it.each(['', 'Approve', 'constructor'])('is anything but the two: %j', async (decision) => {
    const payment = await begin()
    expect((await decide(payment, decision)).status).toBe(400)
    expect(await server.services.gateway.find(payment.key)).toMatchObject({ status: 'ACTION_REQUIRED' })
  })

  it.each(['sandbox_unknown', '<script>', '%00'])('is what does not exist: %s', async (reference) => {
    for (const answer of [await send(page({ reference })), await decide({ reference }, 'approve')]) {
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('<script>')
    }
  })
})
