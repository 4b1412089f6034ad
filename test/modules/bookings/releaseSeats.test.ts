import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledger, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

describe('ReleaseSeatsSuccess', () => {
  it('puts all seats of the hold back on sale', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
    expect(await releaseSeats(buyer, booking.id)).toEqual({
      __typename: 'ReleaseSeatsSuccess',
      booking: { ...booking, status: 'RELEASED' },
    })
    expect(await seatCodes(buyer, show)).toBe('AAAA')
    const next = await server.signInAsGuest()
    expect(await holdSeats(next, show)).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('puts some seats back, and keeps the hold of the others at what they cost', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const released = await releaseSeats(buyer, booking.id, { seatIds: [show.seatIds[2], show.seatIds[0]] })
    expect(released).toEqual({
      __typename: 'ReleaseSeatsSuccess',
      booking: { ...booking, total: { amount: '20.00', currency: 'EUR' } },
    })
    expect(await seatCodes(buyer, show)).toBe('AHAH')
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({
      booking: { status: 'CONFIRMED', payment: { amount: { amount: '20.00' } } },
    })
  })

  it('ends the hold when all seats are named', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { booking } = await holdSeats(buyer, show)
    const released = await releaseSeats(buyer, booking.id, { seatIds: show.seatIds })
    expect(released).toMatchObject({ __typename: 'ReleaseSeatsSuccess', booking: { status: 'RELEASED' } })
    expect(await seatCodes(buyer, show)).toBe('AA')
  })

  it('gives the whole hold back while it is being paid for, and the money with it', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { booking } = await holdSeats(buyer, show)
    const half = { payment: { method: 'CARD', token: 'pm_card_visa', amount: '10' } }
    expect(await confirmBooking(buyer, booking.id, half)).toMatchObject({ __typename: 'PartialPaymentSuccess' })
    expect(await releaseSeats(buyer, booking.id)).toMatchObject({ booking: { status: 'RELEASED' } })
    await expect
      .poll(() => ledger(server, booking.id), { timeout: 15_000 })
      .toMatchObject([{ captured: false, voided: true }])
  })
})

describe('BookingStateError', () => {
  it('is returned for a hold that was given back already, also at once', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const answers = await Promise.all([1, 2, 3].map(() => releaseSeats(buyer, booking.id)))
    const names = answers.map(({ __typename }) => __typename).sort()
    expect(names).toEqual(['BookingStateError', 'BookingStateError', 'ReleaseSeatsSuccess'])
  })

  it('is returned for a booking that is paid, whose seats stay its own', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    await confirmBooking(buyer, booking.id)
    const refusal = await releaseSeats(buyer, booking.id)
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'CONFIRMED' } })
    expect(await seatCodes(buyer, show)).toBe('BBBB')
  })

  it('is returned for a hold whose time is over, whose seats may be another one’s by now', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    server.clock.jump(601)
    const next = await server.signInAsGuest()
    await holdSeats(next, show)
    const refusal = await releaseSeats(buyer, booking.id)
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'EXPIRED' } })
    expect(await seatCodes(buyer, show)).toBe('HHHH')
  })
})

describe('a hold that is being paid for', () => {
  it('keeps its seats: some of them cannot be released', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { booking } = await holdSeats(buyer, show)
    const half = { payment: { method: 'CARD', token: 'pm_card_visa', amount: '10' } }
    await confirmBooking(buyer, booking.id, half)
    const refusal = await refused(server, show, () => releaseSeats(buyer, booking.id, { seatIds: [show.seatIds[0]] }))
    expect(refusal).toMatchObject({
      __typename: 'BookingStateError',
      message: 'The booking is being paid for: its seats cannot change now.',
      booking: { status: 'PENDING' },
    })
  })
})

describe('NotFoundError', () => {
  it('is returned for seats that the hold does not have, and releases none', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
    for (const seatIds of [show.seatIds.slice(1, 3), ['nonsense']]) {
      const refusal = await refused(server, show, () => releaseSeats(buyer, booking.id, { seatIds }))
      expect(refusal.__typename).toBe('NotFoundError')
    }
  })

  it('is returned for the hold of somebody else, which stays', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const other = await server.signInAsGuest()
    expect(await releaseSeats(other, booking.id)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await seatCodes(buyer, show)).toBe('HHHH')
  })
})
