import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cancelBooking, cancelShow, confirmBooking, holdSeats } from '../../kit/operations.js'
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

describe('what happens to a booking of a partner', () => {
  it('is told, signed, under an id of its own, with what the log then has', async () => {
    const { id, secret } = await desk.addEndpoint()
    const { client, show, bookingId } = await buyAsPartner(desk, { seats: 2, price: 1250 })
    const [seatId] = show.seatIds
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED DELIVERED 1'])
    await cancelBooking(client, bookingId, { seatIds: [seatId] })
    const names = ['BOOKING_REFUNDED', 'BOOKING_CANCELLED', 'BOOKING_CONFIRMED']
    await expectDeliveries(
      desk,
      id,
      names.map((name) => `${name} DELIVERED 1`),
    )

    const money = (amount: string) => ({ amount, currency: 'EUR' })
    const booking = { id: bookingId, status: 'CONFIRMED', showId: show.id }
    const left = { ...booking, seatIds: [show.seatIds[1]], total: money('12.50') }
    const told = desk.receiver.requests.map((request) => verify(secret, request))
    expect(told).toEqual([
      {
        type: 'booking.confirmed',
        timestamp: expect.any(String),
        data: { booking: { ...booking, seatIds: show.seatIds, total: money('25.00') } },
      },
      {
        type: 'booking.cancelled',
        timestamp: expect.any(String),
        data: { booking: left, cancelledSeatIds: [seatId], refund: money('12.50') },
      },
      {
        type: 'booking.refunded',
        timestamp: expect.any(String),
        data: { booking: left, refund: { id: expect.any(String), amount: money('12.50') } },
      },
    ])

    const log = await listDeliveries(desk, id)
    const { headers, body } = desk.receiver.requests[0]!
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': log[2].eventId })
    expect(log[2]).toMatchObject({
      body,
      occurredAt: told[0].timestamp,
      nextAttemptAt: null,
      attempts: [{ number: 1, statusCode: 200, excerpt: 'ok', error: null, durationMs: expect.any(Number) }],
    })
    expect(new Set(log.map(({ eventId }: { eventId: string }) => eventId)).size).toBe(3)
  })

  it('is told once of each of several bookings that are confirmed at once', async () => {
    const { id } = await desk.addEndpoint(CONFIRMED)
    const client = await desk.signInPartner()
    const bookings: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const { booking } = await holdSeats(client, await desk.server.seed.show())
      bookings.push(booking.id)
    }
    const answers = await Promise.all(bookings.map((bookingId) => confirmBooking(client, bookingId)))
    expect(answers.map(({ booking }) => booking?.status)).toEqual(bookings.map(() => 'CONFIRMED'))
    await expectDeliveries(
      desk,
      id,
      Array.from(bookings, () => 'BOOKING_CONFIRMED DELIVERED 1'),
    )
    const told = desk.receiver.requests.map(({ body }) => JSON.parse(body).data.booking.id)
    expect(told.toSorted()).toEqual(bookings.toSorted())
  })

  it('is told to each endpoint that wants it, under the same id', async () => {
    const [one, other] = [await desk.addEndpoint(), await desk.addEndpoint(CONFIRMED)]
    const { client, bookingId } = await buyAsPartner(desk)
    await cancelBooking(client, bookingId)
    await expectDeliveries(desk, other.id, ['BOOKING_CONFIRMED DELIVERED 1'])
    const names = ['BOOKING_REFUNDED', 'BOOKING_CANCELLED', 'BOOKING_CONFIRMED']
    await expectDeliveries(
      desk,
      one.id,
      names.map((name) => `${name} DELIVERED 1`),
    )
    const [first, second] = [(await listDeliveries(desk, one.id))[2], (await listDeliveries(desk, other.id))[0]]
    expect(first.eventId).toBe(second.eventId)
  })

  it('is told to nobody else: neither another partner, nor of the bookings of buyers', async () => {
    const stranger = await desk.addEndpoint({ partnerId: await desk.addPartner() })
    const own = await desk.addEndpoint(CONFIRMED)
    const buyer = await desk.server.signInAsGuest()
    const { booking } = await holdSeats(buyer, await desk.server.seed.show())
    await confirmBooking(buyer, booking.id)
    await buyAsPartner(desk)
    await expectDeliveries(desk, own.id, ['BOOKING_CONFIRMED DELIVERED 1'])
    expect(await listDeliveries(desk, stranger.id)).toEqual([])
    const ofBuyer = await desk.server.seed.sql('SELECT FROM partner_event WHERE subject = $1', [keyOf(booking.id)])
    expect(ofBuyer).toEqual([])
  })
})

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

const ALLOCATE = 'mutation ($input: AllocateSeatsInput!) { allocateSeats(input: $input) { __typename } }'

/** Has a job done that else comes by the clock. */
async function workJob(task: string): Promise<void> {
  const { seed } = desk.server
  await seed.sql('SELECT graphile_worker.add_job($1, $2::json)', [task, '{}'])
  await expect
    .poll(() => seed.sql('SELECT FROM graphile_worker.jobs WHERE task_identifier = $1', [task]), POLL)
    .toEqual([])
}

describe('a show that is cancelled', () => {
  it('is told to the partners who have booked it, once', async () => {
    const { id } = await desk.addEndpoint({ eventTypes: ['SHOW_CANCELLED'] })
    const { show, bookingId } = await buyAsPartner(desk)
    const { seed, clock } = desk.server
    const cancelledAt = clock.now()
    await seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [cancelledAt, show.key])
    clock.jump(40)
    for (let count = 0; count < 2; count += 1) await workJob('tellCancelledShows')
    await expectDeliveries(desk, id, ['SHOW_CANCELLED DELIVERED 1'])
    const [{ body }] = await listDeliveries(desk, id)
    expect(JSON.parse(body)).toMatchObject({
      type: 'show.cancelled',
      timestamp: cancelledAt.toISOString(),
      data: { show: { id: show.id, startsAt: expect.any(String) }, bookingIds: [bookingId] },
    })
    expect(desk.receiver.requests).toHaveLength(1)
  })

  it('is told before that its bookings are cancelled and refunded, where its staff cancels it', async () => {
    const { id } = await desk.addEndpoint()
    const { show, bookingId } = await buyAsPartner(desk)
    await expectDeliveries(desk, id, ['BOOKING_CONFIRMED DELIVERED 1'])
    expect(await cancelShow(desk.admin, show)).toMatchObject({ __typename: 'CancelShowSuccess' })
    const names = ['BOOKING_REFUNDED', 'BOOKING_CANCELLED', 'SHOW_CANCELLED', 'BOOKING_CONFIRMED']
    await expectDeliveries(
      desk,
      id,
      names.map((name) => `${name} DELIVERED 1`),
    )
    const told = (await listDeliveries(desk, id)).map(({ body }: { body: string }) => JSON.parse(body).data)
    expect(told[2]).toMatchObject({ show: { id: show.id }, bookingIds: [bookingId] })
    expect(told[1]).toMatchObject({ booking: { id: bookingId, status: 'CANCELLED' } })
  })

  it('is told to a partner who has seats kept for it there, and to none who has had', async () => {
    const { admin, server, partnerId } = desk
    const { id } = await desk.addEndpoint({ eventTypes: ['SHOW_CANCELLED'] })
    await desk.signInPartner()
    const [kept, had] = [await server.seed.show({ seats: 2 }), await server.seed.show({ seats: 2 })]
    const until = new Date(server.clock.now().getTime() + 3_600_000).toISOString()
    for (const show of [kept, had]) {
      const input = { showId: show.id, partnerId, count: 1, until, idempotencyKey: show.id }
      expect(await admin.query(ALLOCATE, { input })).toEqual({ allocateSeats: { __typename: 'AllocateSeatsSuccess' } })
    }
    await server.seed.sql('UPDATE seat_allocation SET ended_at = now() WHERE show_id = $1', [had.key])
    await server.seed.sql('UPDATE show SET cancelled_at = $1', [server.clock.now()])
    await workJob('tellCancelledShows')
    await expectDeliveries(desk, id, ['SHOW_CANCELLED DELIVERED 1'])
    const [{ body }] = await listDeliveries(desk, id)
    expect(JSON.parse(body).data).toMatchObject({ show: { id: kept.id }, bookingIds: [] })
  })
})

describe('an allocation that is over', () => {
  it('is told to its partner with what went back on sale, once', async () => {
    const { id } = await desk.addEndpoint({ eventTypes: ['ALLOCATION_RETURNED'] })
    const { admin, server, partnerId } = desk
    const client = await desk.signInPartner()
    const show = await server.seed.show({ seats: 3 })
    const allocated = show.seatIds.slice(1)
    const until = new Date(server.clock.now().getTime() + 60_000).toISOString()
    const input = { showId: show.id, partnerId, seatIds: allocated, until, idempotencyKey: 'one' }
    expect(await admin.query(ALLOCATE, { input })).toEqual({ allocateSeats: { __typename: 'AllocateSeatsSuccess' } })
    expect(await holdSeats(client, show, allocated.slice(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    server.clock.jump(61)
    const ended = () =>
      server.seed.sql('SELECT FROM seat_allocation WHERE ended_at IS NOT NULL AND show_id = $1', [show.key])
    await expect.poll(ended, POLL).toHaveLength(1)
    for (let count = 0; count < 2; count += 1) await workJob('tellReturnedAllocations')
    await expectDeliveries(desk, id, ['ALLOCATION_RETURNED DELIVERED 1'])
    const [{ body }] = await listDeliveries(desk, id)
    expect(JSON.parse(body)).toMatchObject({
      type: 'allocation.returned',
      data: { allocation: { showId: show.id, until }, returnedSeatIds: allocated.slice(1) },
    })
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
