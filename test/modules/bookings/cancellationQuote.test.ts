import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { cancelBooking, cancellationQuote, confirmBooking, holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

const HOUR = 3600

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book(options = {}) {
  const show = await server.seed.show({ seats: 3, price: 999, ...options })
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id)
  return { show, booking }
}

describe('CancellationQuote', () => {
  it('tells what would go back, why, and by which policy; nothing is changed', async () => {
    const { show, booking } = await book({ startsInSeconds: 5 * HOUR })
    expect(await refused(server, show, () => cancellationQuote(buyer, booking.id))).toEqual({
      __typename: 'CancellationQuote',
      refund: { amount: '15.00', currency: 'EUR' },
      retained: { amount: '14.97', currency: 'EUR' },
      percent: 50,
      reason: 'PARTIAL_REFUND',
      seatsGoBackOnSale: true,
      policy: {
        name: 'standard',
        resaleMinutes: 30,
        tiers: [
          { minutesBefore: 1440, isInclusive: true, percent: 100 },
          { minutesBefore: 120, isInclusive: true, percent: 50 },
        ],
      },
    })
  })

  it.each([
    ['standard', 25 * HOUR, 100, 'FULL_REFUND', true],
    ['standard', HOUR, 0, 'NO_REFUND', true],
    ['standard', HOUR / 4, 0, 'NO_REFUND', false],
    ['flexible', 6 * HOUR + 60, 100, 'FULL_REFUND', true],
    ['flexible', 6 * HOUR - 1, 50, 'PARTIAL_REFUND', true],
    ['flexible', HOUR, 25, 'PARTIAL_REFUND', true],
    ['strict', 25 * HOUR, 50, 'PARTIAL_REFUND', true],
    ['strict', 23 * HOUR, 0, 'NO_REFUND', true],
  ])('%s, %i s before the start: %i percent', async (policy, startsInSeconds, percent, reason, seatsGoBackOnSale) => {
    const { booking } = await book({ policy, startsInSeconds })
    const quote = await cancellationQuote(buyer, booking.id)
    expect(quote).toMatchObject({ percent, reason, seatsGoBackOnSale, policy: { name: policy } })
  })

  it('comes to what cancelling comes to, of some seats and of the rest', async () => {
    const { show, booking } = await book({ startsInSeconds: 5 * HOUR })
    for (const seatIds of [show.seatIds.slice(0, 1), show.seatIds.slice(1)]) {
      const { refund } = await cancellationQuote(buyer, booking.id, seatIds)
      expect((await cancelBooking(buyer, booking.id, { seatIds })).refund).toEqual(refund)
    }
  })

  it('gives all back of a show that is cancelled', async () => {
    const { show, booking } = await book({ startsInSeconds: HOUR })
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    expect(await cancellationQuote(buyer, booking.id)).toMatchObject({
      refund: { amount: '29.97' },
      retained: { amount: '0.00' },
      reason: 'SHOW_CANCELLED',
      seatsGoBackOnSale: false,
    })
  })
})

describe('a policy of the theater', () => {
  it('holds for its shows, but for those that have one of their own', async () => {
    const [theirs, own] = [await server.seed.show(), await server.seed.show({ policy: 'flexible' })]
    await server.seed.sql(`UPDATE theater SET cancellation_policy = 'strict'`)
    const policies = []
    for (const { id } of [theirs, own]) {
      const { node } = await buyer.query(
        'query ($id: ID!) { node(id: $id) { ... on Show { cancellationPolicy { name } } } }',
        { id },
      )
      policies.push(node.cancellationPolicy.name)
    }
    expect(policies).toEqual(['strict', 'flexible'])
  })
})

describe('BookingStateError', () => {
  it('is returned for a hold, and for what is cancelled', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const quote = await cancellationQuote(buyer, booking.id)
    expect(quote).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'PENDING' } })
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id)
    expect(await cancellationQuote(buyer, booking.id)).toMatchObject({ booking: { status: 'CANCELLED' } })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { booking } = await book({ startsInSeconds: 60 })
    server.clock.jump(60)
    const quote = await cancellationQuote(buyer, booking.id)
    expect(quote).toMatchObject({ __typename: 'ShowClosedError', show: { status: 'STARTED' } })
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else, and for seats that it does not have', async () => {
    const { booking } = await book()
    const elsewhere = await server.seed.show()
    const other = await server.signInAsGuest()
    expect((await cancellationQuote(other, booking.id)).__typename).toBe('NotFoundError')
    expect((await cancellationQuote(buyer, booking.id, elsewhere.seatIds)).__typename).toBe('NotFoundError')
  })
})
