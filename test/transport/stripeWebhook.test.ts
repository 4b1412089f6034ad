import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../kit/books.js'
import { type EnqueuedJob, recordJobs } from '../kit/jobs.js'
import { cancelBooking, confirmBooking, holdSeats } from '../kit/operations.js'
import { startServer, type TestServer } from '../kit/server.js'
import { type EventOptions, FakeStripe } from '../kit/stripe.js'
import { send } from './send.js'

let stripe: FakeStripe
let server: TestServer
let jobs: { list(): Promise<EnqueuedJob[]> }
let webhook: URL

beforeAll(async () => {
  stripe = await FakeStripe.start()
  const { secretKey, webhookSecret, url: apiUrl } = stripe
  server = await startServer({ config: { stripe: { secretKey, webhookSecret, apiUrl } } })
  jobs = await recordJobs(server)
  webhook = new URL('/webhooks/stripe', server.url)
})
afterAll(async () => {
  await server.close()
  await stripe.close()
})

async function pay(token = 'pm_card_visa'): Promise<string> {
  const key = randomUUID()
  await server.services.gateway.authorize({ key, amount: 1250, currency: 'EUR', method: 'CARD', token })
  return key
}

async function taken(): Promise<{ events: number; jobs: EnqueuedJob[] }> {
  const [{ count }] = await server.seed.sql('SELECT count(*)::int FROM webhook_event')
  return { events: count, jobs: await jobs.list() }
}

/** The refund of a booking that was paid and cancelled. */
async function beginRefund() {
  const buyer = await server.signInAsGuest()
  const show = await server.seed.show({ seats: 1 })
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id)
  await cancelBooking(buyer, booking.id)
  const [{ id: refundId, reference }] = await server.seed.sql(
    'SELECT refund.id, reference FROM refund JOIN payment ON payment.id = payment_id WHERE booking_id = $1',
    [keyOf(booking.id)],
  )
  return { refundId, reference } as { refundId: string; reference: string }
}

/** The same once it is paid. */
async function refundOfBooking() {
  const refund = await beginRefund()
  await expect.poll(() => statusOf(refund.refundId), { timeout: 10_000 }).toBe('SUCCEEDED')
  return refund
}

async function statusOf(refundId: string): Promise<string> {
  const [{ status }] = await server.seed.sql('SELECT status FROM refund WHERE id = $1', [refundId])
  return status
}

function advance(paymentId: string): EnqueuedJob {
  return { task: 'advancePayment', payload: { paymentId } }
}

describe('an event', () => {
  it.each([
    'payment_intent.amount_capturable_updated',
    'payment_intent.payment_failed',
    'payment_intent.canceled',
    'payment_intent.succeeded',
  ])('makes us look at its payment: %s', async (type) => {
    const before = await taken()
    const key = await pay()
    expect(await stripe.sendEvent(webhook, type, { key })).toBe(200)
    expect(await taken()).toEqual({ events: before.events + 1, jobs: [...before.jobs, advance(key)] })
  })

  it('makes us look once when it comes twice, also at once', async () => {
    const before = await taken()
    const key = await pay()
    const event = () => stripe.sendEvent(webhook, 'payment_intent.succeeded', { key, id: 'evt_twice' })
    expect(await Promise.all([event(), event(), event()])).toEqual([200, 200, 200])
    expect(await event()).toBe(200)
    expect(await taken()).toEqual({ events: before.events + 1, jobs: [...before.jobs, advance(key)] })
  })

  it('is taken before the answer that it is about has come', async () => {
    const before = await taken()
    const key = randomUUID()
    const held = stripe.hold('create')
    const request = { key, amount: 1250, currency: 'EUR', method: 'CARD', token: 'pm_card_visa' } as const
    const answer = server.services.gateway.authorize(request)
    await held.arrived
    expect(await stripe.sendEvent(webhook, 'payment_intent.amount_capturable_updated', { key })).toBe(200)
    expect(await taken()).toEqual({ events: before.events + 1, jobs: [...before.jobs, advance(key)] })
    held.release()
    expect(await answer).toMatchObject({ status: 'AUTHORIZED' })
  })

  it('about a charge of a payment makes us look as well', async () => {
    const before = await taken()
    const key = randomUUID()
    const object = { id: 'ch_1', object: 'charge', metadata: { marquee_payment: key } }
    expect(await stripe.sendEvent(webhook, 'charge.refunded', { object })).toBe(200)
    expect((await taken()).jobs).toEqual([...before.jobs, advance(key)])
  })

  it('about a refund that was paid makes us look as well: a bank may have sent it back', async () => {
    const { refundId, reference } = await refundOfBooking()
    const refund = stripe.ledger.refunds.find(({ payment_intent: intent }) => intent === reference)!
    expect(await stripe.sendEvent(webhook, 'refund.updated', { object: refund })).toBe(200)
    refund.status = 'failed'
    const failed = () => stripe.sendEvent(webhook, 'refund.failed', { object: refund, id: 'evt_failed' })
    expect([await failed(), await failed()]).toEqual([200, 200])
    const look = { task: 'recheckRefund', payload: { refundId } }
    expect((await taken()).jobs.slice(-2)).toEqual([look, look])
    await expect.poll(() => statusOf(refundId), { timeout: 10_000 }).toBe('FAILED')
  })

  it('about a refund that has failed before the answer to it has come is not lost', async () => {
    const held = stripe.hold('refund')
    const { refundId, reference } = await beginRefund()
    await held.arrived
    const refund = stripe.ledger.refunds.find(({ payment_intent: intent }) => intent === reference)!
    refund.status = 'failed'
    expect(await stripe.sendEvent(webhook, 'refund.failed', { object: refund })).toBe(200)
    const open = `SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = 'recheckRefund' AND attempts = 0`
    await expect.poll(() => server.seed.sql(open), { timeout: 10_000 }).toEqual([])
    held.release()
    await expect.poll(() => statusOf(refundId), { timeout: 10_000 }).toBe('FAILED')
  })

  it.each([
    { id: 're_1', object: 'refund', metadata: { marquee_refund: "'; --" } },
    { id: 'cus_1', object: 'customer' },
    { id: 'pi_1', object: 'payment_intent', metadata: {} },
    { id: 'pi_1', object: 'payment_intent', metadata: { marquee_payment: "'; --" } },
  ])('that is none of ours is taken, and that is all: %o', async (object) => {
    const before = await taken()
    expect(await stripe.sendEvent(webhook, 'some.event', { object })).toBe(200)
    expect(await taken()).toEqual(before)
  })
})

describe('a signature that does not hold', () => {
  it.each<[string, Partial<EventOptions>]>([
    ['another secret', { secret: 'whsec_other' }],
    ['another body', { tamper: (body) => body.replace('1250', '1') }],
    ['no JSON any more', { tamper: () => 'junk' }],
    ['ten minutes old', { ageSeconds: 600 }],
  ])('is refused: %s', async (_why, options) => {
    const before = await taken()
    const key = await pay()
    expect(await stripe.sendEvent(webhook, 'payment_intent.succeeded', { key, ...options })).toBe(400)
    expect(await taken()).toEqual(before)
  })

  it.each([{}, { 'stripe-signature': 'junk' }])('is refused: %o', async (headers) => {
    const before = await taken()
    const { status, text } = await send(webhook, { method: 'POST', headers, body: '{}' })
    expect([status, text]).toEqual([400, 'The signature of the event does not hold.\n'])
    expect(await taken()).toEqual(before)
  })
})

describe('another request', () => {
  it('is refused: GET', async () => {
    expect(await send(webhook)).toMatchObject({ status: 405, text: 'Events come by POST.\n' })
  })

  it('is refused: larger than a MiB', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1)
    expect((await send(webhook, { method: 'POST', body })).status).toBe(413)
  })
})

describe('with Stripe', () => {
  it('buyers come back to a page', async () => {
    const { status, text } = await send(new URL('/payments/return', server.url))
    expect([status, text]).toEqual([200, expect.stringContaining('<h1>Thank you</h1>')])
  })

  it('there is no page of the sandbox', async () => {
    expect((await send(new URL('/sandbox/actions/x', server.url))).status).toBe(404)
  })
})
