import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptTransfer,
  cancelBooking,
  cancelShow,
  confirmBooking,
  exchangeBooking,
  holdSeats,
  transferBooking,
} from '../../kit/operations.js'
import { accept } from '../../kit/receiver.js'
import type { SeededShow } from '../../kit/seed.js'
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

/** Allocates seats of a show to a partner for a minute, and gives until when. */
async function allocate({ id: showId }: SeededShow, seatIds: readonly string[], partnerId = desk.partnerId) {
  const until = new Date(desk.server.clock.now().getTime() + 60_000).toISOString()
  const input = { showId, partnerId, seatIds, until, idempotencyKey: showId }
  expect(await desk.admin.query(ALLOCATE, { input })).toEqual({ allocateSeats: { __typename: 'AllocateSeatsSuccess' } })
  return until
}

/** Lets the time of an allocation at a show be over. */
async function endAllocation({ key }: SeededShow): Promise<void> {
  const { clock, seed } = desk.server
  clock.jump(61)
  const ended = () => seed.sql('SELECT FROM seat_allocation WHERE ended_at IS NOT NULL AND show_id = $1', [key])
  await expect.poll(ended, POLL).toHaveLength(1)
}

/** Releases the allocation of a show. */
async function release({ id }: SeededShow): Promise<void> {
  const LIST = 'query ($id: ID!) { show(id: $id) { allocations { nodes { id } } } }'
  const RELEASE = 'mutation ($input: ReleaseAllocationInput!) { releaseAllocation(input: $input) { __typename } }'
  const [{ id: allocationId }] = (await desk.admin.query(LIST, { id })).show.allocations.nodes
  const answer = await desk.admin.query(RELEASE, { input: { allocationId } })
  expect(answer).toEqual({ releaseAllocation: { __typename: 'ReleaseAllocationSuccess' } })
}

/** The seats that the only event of an endpoint tells as returned. */
async function expectReturned(endpointId: string, seatIds: readonly string[]): Promise<void> {
  await workJob('tellReturnedAllocations')
  await expectDeliveries(desk, endpointId, ['ALLOCATION_RETURNED DELIVERED 1'])
  const [{ body }] = await listDeliveries(desk, endpointId)
  expect(JSON.parse(body).data.returnedSeatIds).toEqual(seatIds)
}

const RETURNED = { eventTypes: ['ALLOCATION_RETURNED'] }

describe('an allocation that is over', () => {
  it('is told to its partner with what went back on sale, once', async () => {
    const { id } = await desk.addEndpoint(RETURNED)
    const client = await desk.signInPartner()
    const show = await desk.server.seed.show({ seats: 3 })
    const allocated = show.seatIds.slice(1)
    const until = await allocate(show, allocated)
    expect(await holdSeats(client, show, allocated.slice(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    await endAllocation(show)
    for (let count = 0; count < 2; count += 1) await workJob('tellReturnedAllocations')
    await expectDeliveries(desk, id, ['ALLOCATION_RETURNED DELIVERED 1'])
    const [{ body }] = await listDeliveries(desk, id)
    expect(JSON.parse(body)).toMatchObject({
      type: 'allocation.returned',
      data: { allocation: { showId: show.id, until }, returnedSeatIds: allocated.slice(1) },
    })
  })

  it.each([
    ['is released', release],
    ['ends by itself', endAllocation],
  ])('returns nothing that its partner has sold on, when it %s', async (_what, end) => {
    const { id } = await desk.addEndpoint(RETURNED)
    const client = await desk.signInPartner()
    const show = await desk.server.seed.show({ seats: 3 })
    const [left, ...sold] = show.seatIds
    await allocate(show, show.seatIds)
    const { booking } = await holdSeats(client, show, sold)
    await confirmBooking(client, booking.id)
    const { code } = await transferBooking(client, booking.id)
    const customer = await desk.server.signInAsGuest()
    expect(await acceptTransfer(customer, code)).toMatchObject({ __typename: 'AcceptTransferSuccess' })
    await end(show)
    await expectReturned(id, [left!])
  })

  it('returns what somebody else has at once, be it for a booking from before its end', async () => {
    const { id } = await desk.addEndpoint(RETURNED)
    await desk.signInPartner()
    const show = await desk.server.seed.show({ seats: 3 })
    const [own, exchanged, held] = show.seatIds
    await allocate(show, [exchanged!, held!])
    const [buyer, other] = [await desk.server.signInAsGuest(), await desk.server.signInAsGuest()]
    const { booking } = await holdSeats(buyer, show, [own!])
    await confirmBooking(buyer, booking.id)
    await release(show)
    const exchange = await exchangeBooking(buyer, booking.id, { showId: show.id, seatIds: [exchanged] })
    expect(exchange).toMatchObject({ __typename: 'ExchangeBookingSuccess' })
    expect(await holdSeats(other, show, [held!])).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    await expectReturned(id, [exchanged!, held!])
  })

  it('returns no seat that is blocked', async () => {
    const { id } = await desk.addEndpoint(RETURNED)
    await desk.signInPartner()
    const show = await desk.server.seed.show({ seats: 2 })
    await allocate(show, show.seatIds)
    const [blocked, left] = show.seatIds
    await desk.server.seed.sql(
      `UPDATE show_seat SET status = 'BLOCKED', held_until = NULL WHERE show_id || '.' || seat_id = $1`,
      [keyOf(blocked!)],
    )
    await release(show)
    await expectReturned(id, [left!])
  })

  it('returns nothing where its show is cancelled since', async () => {
    const { id } = await desk.addEndpoint(RETURNED)
    await desk.signInPartner()
    const { seed, clock } = desk.server
    const show = await seed.show({ seats: 2 })
    await allocate(show, show.seatIds)
    const cancelledAt = new Date(clock.now().getTime() + 60_000)
    await seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [cancelledAt, show.key])
    await release(show)
    await expectReturned(id, [])
  })

  it('is not told where its show was cancelled before: the cancellation is, also when that comes late', async () => {
    const { id } = await desk.addEndpoint({ eventTypes: ['ALLOCATION_RETURNED', 'SHOW_CANCELLED'] })
    await desk.signInPartner()
    const { seed, clock } = desk.server
    const show = await seed.show({ seats: 2 })
    await allocate(show, show.seatIds)
    await seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [clock.now(), show.key])
    await endAllocation(show)
    await workJob('tellReturnedAllocations')
    await workJob('tellCancelledShows')
    await expectDeliveries(desk, id, ['SHOW_CANCELLED DELIVERED 1'])
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

describe('what happened while no worker ran', () => {
  const DAY_MS = 86_400_000
  const daysAgo = (days: number) => new Date(desk.server.clock.now().getTime() - days * DAY_MS)
  const hourBefore = (at: Date) => new Date(at.getTime() - 3_600_000)
  const cancel = ({ key }: SeededShow, at: Date) =>
    desk.server.seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [at, key])

  it('is told for a month, as when it happened', async () => {
    const partnerId = await desk.addPartner()
    const client = await desk.signInPartner(partnerId)
    const { id } = await desk.addEndpoint({ partnerId, eventTypes: ['ALLOCATION_RETURNED', 'SHOW_CANCELLED'] })
    const { seed } = desk.server
    const [late, tooLate] = [daysAgo(29), daysAgo(31)]
    for (const at of [late, tooLate]) {
      const [booked, allocated] = [await seed.show(), await seed.show()]
      await confirmBooking(client, (await holdSeats(client, booked)).booking.id)
      await cancel(booked, at)
      await allocate(allocated, allocated.seatIds, partnerId)
      await seed.sql('UPDATE seat_allocation SET ended_at = $1 WHERE show_id = $2', [hourBefore(at), allocated.key])
    }
    await workJob('tellReturnedAllocations')
    await workJob('tellCancelledShows')
    await expectDeliveries(desk, id, ['SHOW_CANCELLED DELIVERED 1', 'ALLOCATION_RETURNED DELIVERED 1'])
    const times = (await listDeliveries(desk, id)).map(({ occurredAt }: { occurredAt: string }) => occurredAt)
    expect(times).toEqual([late.toISOString(), hourBefore(late).toISOString()])
  })

  it('is tried for as long as what is told at once', async () => {
    const { id } = await desk.addEndpoint({ eventTypes: ['SHOW_CANCELLED'] })
    const { show } = await buyAsPartner(desk)
    desk.receiver.answer = (response) => response.writeHead(503).end()
    await cancel(show, daysAgo(4))
    await workJob('tellCancelledShows')
    await expectDeliveries(desk, id, ['SHOW_CANCELLED PENDING 1'])
  })
})
