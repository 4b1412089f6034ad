import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accept, answerWith, Receiver } from '../../kit/receiver.js'
import {
  buyAsPartner,
  expectDeliveries,
  hurryJobs,
  keyOf,
  listDeliveries,
  openPartnersDesk,
  type PartnersDesk,
  verify,
} from './partnersDesk.js'

const POLL = { timeout: 20_000, interval: 50 }
const CONFIRMED = { eventTypes: ['BOOKING_CONFIRMED'] }
let desk: PartnersDesk

beforeAll(async () => {
  desk = await openPartnersDesk()
})
afterEach(async () => {
  desk.receiver.answer = accept
  desk.receiver.requests.length = 0
  await desk.server.seed.sql('UPDATE webhook_endpoint SET disabled_at = now()')
})
afterAll(() => desk.close())

describe('an endpoint that does not take an event', () => {
  it('gets it again, later each time, until it does', async () => {
    desk.receiver.answer = answerWith(503, 'busy')
    const { id, secret } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1'])
    desk.receiver.answer = answerWith(302)
    await hurryJobs(desk.server)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 2'])
    desk.receiver.answer = accept
    await hurryJobs(desk.server)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED DELIVERED 3'])

    const told = desk.receiver.requests.map((request) => [request.headers['webhook-id'], verify(secret, request)])
    expect(told).toEqual([told[0], told[0], told[0]])
    const [{ attempts }] = await listDeliveries(desk, id)
    const answers = attempts.map(({ number, statusCode, excerpt }: Record<string, unknown>) => [
      number,
      statusCode,
      excerpt,
    ])
    expect(answers).toEqual([
      [3, 200, 'ok'],
      [2, 302, ''],
      [1, 503, 'busy'],
    ])
  })

  it('is left alone after three days', async () => {
    desk.receiver.answer = answerWith(500)
    const { id } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1'])
    desk.server.clock.jump(3 * 86_400 - 21_600 / 2)
    await hurryJobs(desk.server)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 2'])
    desk.server.clock.jump(21_600 / 2)
    await hurryJobs(desk.server)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED FAILED 3'])
    const jobs = await desk.server.seed.sql(`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'deliverWebhook'`)
    expect(jobs).toEqual([])
  })

  it('is disabled when it answers 410, and gets nothing more', async () => {
    desk.receiver.answer = answerWith(410)
    const { id } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED FAILED 1'])
    const { node } = await desk.admin.query(
      'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { disabledAt } } }',
      { id },
    )
    expect(node.disabledAt).toEqual(expect.any(String))
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED FAILED 1'])
  })

  it('has in the log why there was no answer', async () => {
    const gone = await Receiver.start()
    const { url } = gone
    await gone.stop()
    const { id } = await desk.addEndpoint({ ...CONFIRMED, url })
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1'])
    const [{ attempts, nextAttemptAt }] = await listDeliveries(desk, id)
    expect(attempts).toEqual([expect.objectContaining({ statusCode: null, excerpt: null })])
    expect(attempts[0].error).toContain('ECONNREFUSED')
    expect(nextAttemptAt).toEqual(expect.any(String))
  })
})

describe('an address that has come to be inside', () => {
  it('gets nothing, and the log says why', async () => {
    const inside = await Receiver.start('127.0.0.2')
    const { id } = await desk.addEndpoint(CONFIRMED)
    // As a host would whose name leads elsewhere since it was registered.
    await desk.server.seed.sql('UPDATE webhook_endpoint SET url = $1 WHERE id = $2', [inside.url, keyOf(id)])
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1'])
    const [{ attempts }] = await listDeliveries(desk, id)
    expect(attempts[0]).toMatchObject({ statusCode: null, error: 'The host of this URL is not on the internet.' })
    expect(inside.requests).toEqual([])
    await inside.stop()
  })
})

describe('a process that ends between sending and noting it', () => {
  it('has the event sent again, under the same id', async () => {
    const { seed } = desk.server
    await seed.sql(`CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'lost'; END $$`)
    await seed.sql('CREATE TRIGGER lose BEFORE INSERT ON webhook_attempt FOR EACH STATEMENT EXECUTE FUNCTION lose()')
    const { id } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    const hasFailed = async () =>
      (
        await seed.sql(
          `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'deliverWebhook' AND last_error IS NOT NULL`,
        )
      ).length
    await expect.poll(hasFailed, POLL).toBe(1)
    await seed.sql('DROP TRIGGER lose ON webhook_attempt')
    await hurryJobs(desk.server)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED DELIVERED 1'])
    const ids = desk.receiver.requests.map(({ headers }) => headers['webhook-id'])
    const [{ eventId }] = await listDeliveries(desk, id)
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids)).toEqual(new Set([eventId]))
  })
})

describe('an endpoint that is slow', () => {
  it('gets one event at a time, and keeps no other waiting', async () => {
    const slow = await Receiver.start()
    slow.answer = () => {}
    const slowOne = await desk.addEndpoint({ ...CONFIRMED, url: slow.url })
    const quickOne = await desk.addEndpoint(CONFIRMED)
    for (let count = 0; count < 3; count += 1) await buyAsPartner(desk)
    const delivered = Array.from({ length: 3 }, () => 'BOOKING_CONFIRMED DELIVERED 1')
    await expectDeliveries(desk, quickOne.id, delivered)
    expect(slow.requests).toHaveLength(1)
    // It is given up at once when its server breaks off.
    slow.answer = accept
    await slow.stop()
    await expectDeliveries(
      desk,
      slowOne.id,
      Array.from({ length: 3 }, () => 'BOOKING_CONFIRMED PENDING 1'),
    )
  })
})

describe('a partner with many endpoints that are slow', () => {
  it('keeps no other partner waiting', async () => {
    const slow = await Receiver.start()
    slow.answer = () => {}
    const [many, other] = [await desk.addPartner(), await desk.addPartner()]
    for (let count = 0; count < 8; count += 1) {
      await desk.addEndpoint({ ...CONFIRMED, partnerId: many, url: slow.url })
    }
    await buyAsPartner(desk, {}, many)
    const quickOne = await desk.addEndpoint({ ...CONFIRMED, partnerId: other })
    await buyAsPartner(desk, {}, other)
    await expectDeliveries(desk, quickOne.id, ['BOOKING_CONFIRMED DELIVERED 1'])
    expect(slow.requests.length).toBeLessThanOrEqual(2)
    slow.answer = accept
    await slow.stop()
  })
})

describe('events of three months ago', () => {
  it('are forgotten with their deliveries, but not what is on its way', async () => {
    const { id } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED DELIVERED 1'])
    desk.receiver.answer = answerWith(500)
    await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1', 'BOOKING_CONFIRMED DELIVERED 1'])
    desk.server.clock.jump(91 * 86_400)
    await desk.server.seed.sql(`SELECT graphile_worker.add_job('forgetWebhookEvents', '{}'::json)`)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED PENDING 1'])
  })
})
