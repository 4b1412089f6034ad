import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, extendHold, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function hold(holdSeconds = 600, options = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(buyer, show, show.seatIds, { holdSeconds })
  return { show, booking }
}

const secondsBetween = (from: string | Date, to: string | Date) => (+new Date(to) - +new Date(from)) / 1000

describe('ExtendHoldSuccess', () => {
  it('makes the hold and its seats last as long as a new one from now on', async () => {
    const { show, booking } = await hold()
    server.clock.jump(200)
    const extended = await extendHold(buyer, booking.id)
    expect(extended).toMatchObject({ __typename: 'ExtendHoldSuccess', booking: { id: booking.id, status: 'PENDING' } })
    expect(secondsBetween(server.clock.now(), extended.booking.expiresAt)).toBeCloseTo(600, -1)
    const rows = await server.seed.sql('SELECT DISTINCT held_until FROM show_seat WHERE show_id = $1', [show.key])
    expect(rows).toEqual([{ held_until: new Date(extended.booking.expiresAt) }])
    server.clock.jump(500)
    const other = await server.signInAsGuest()
    expect(await holdSeats(other, show)).toMatchObject({ __typename: 'SeatsUnavailableError' })
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  })

  it('lasts no longer than 15 minutes in all', async () => {
    const { booking } = await hold()
    server.clock.jump(400)
    const extended = await extendHold(buyer, booking.id)
    const { createdAt } = (await buyer.query('query ($id: ID!) { booking(id: $id) { createdAt } }', booking)).booking
    expect(secondsBetween(createdAt, extended.booking.expiresAt)).toBe(900)
  })
})

describe('HoldNotExtendableError', () => {
  it('is returned for a hold that is as long as a hold may be', async () => {
    const { show, booking } = await hold(900)
    server.clock.jump(300)
    const refusal = await refused(server, show, () => extendHold(buyer, booking.id))
    expect(refusal).toEqual({
      __typename: 'HoldNotExtendableError',
      message: `The hold is as long as it can be: it ends at ${booking.expiresAt}.`,
      booking: { id: booking.id, status: 'PENDING', expiresAt: booking.expiresAt },
    })
  })
})

describe('HoldExpiredError', () => {
  it('is returned at the end of the hold, whose seats may be another one’s by now', async () => {
    const { show, booking } = await hold()
    server.clock.jump(600)
    await expect.poll(async () => (await readBooking(server, booking.id)).status).toBe('EXPIRED')
    const other = await server.signInAsGuest()
    await holdSeats(other, show)
    const refusal = await refused(server, show, () => extendHold(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'HoldExpiredError', booking: { id: booking.id, status: 'EXPIRED' } })
    expect(await seatCodes(buyer, show)).toBe('HH')
  })
})

describe('ShowClosedError', () => {
  it.each([
    ['has begun', { startsInSeconds: 60 }, 'STARTED'],
    ['is cancelled', { startsInSeconds: 6000 }, 'CANCELLED'],
  ])('is returned when the show %s', async (_why, options, status) => {
    const { show, booking } = await hold(600, options)
    server.clock.jump(60)
    if (status === 'CANCELLED') await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const refusal = await refused(server, show, () => extendHold(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status } })
  })
})

describe('BookingStateError', () => {
  it.each([
    ['CONFIRMED', confirmBooking],
    ['RELEASED', releaseSeats],
  ])('is returned for a booking that is %s', async (status, end) => {
    const { show, booking } = await hold()
    await end(buyer, booking.id)
    const refusal = await refused(server, show, () => extendHold(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { id: booking.id, status } })
  })
})

describe('NotFoundError', () => {
  it('is returned for the hold of somebody else, and for what is none', async () => {
    const { show, booking } = await hold()
    const other = await server.signInAsGuest()
    for (const id of [booking.id, show.id, 'nonsense']) {
      expect(await refused(server, show, () => extendHold(other, id))).toMatchObject({ __typename: 'NotFoundError' })
    }
  })
})
