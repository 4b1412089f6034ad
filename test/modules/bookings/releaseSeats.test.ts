import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('NotFoundError', () => {
  it('is returned for the hold of somebody else, which stays', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const other = await server.signInAsGuest()
    expect(await releaseSeats(other, booking.id)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await seatCodes(buyer, show)).toBe('HHHH')
  })
})
