import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cancelBooking, cancelShow, confirmBooking, holdSeats } from '../../kit/operations.js'
import { accept } from '../../kit/receiver.js'
import {
  buyAsPartner,
  expectDeliveries,
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

const ALLOCATE = 'mutation ($input: AllocateSeatsInput!) { allocateSeats(input: $input) { __typename } }'

/** Has a job done that else comes by the clock. */
async function workJob(task: string): Promise<void> {
  const { seed } = desk.server
  await seed.sql('SELECT graphile_worker.add_job($1, $2::json)', [task, '{}'])
  await expect
    .poll(() => seed.sql('SELECT FROM graphile_worker.jobs WHERE task_identifier = $1', [task]), POLL)
    .toEqual([])
}

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
