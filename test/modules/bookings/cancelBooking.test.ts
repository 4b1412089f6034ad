import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SandboxGateway } from '../../../src/modules/payments/index.js'
import type { Client } from '../../kit/client.js'
import { HookedGateway } from '../../kit/gateway.js'
import { cancelBooking, confirmBooking, holdSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let gateway: HookedGateway
let buyer: Client

beforeAll(async () => {
  server = await startServer({
    gateway: (services) => {
      gateway = new HookedGateway(new SandboxGateway(services))
      return gateway
    },
  })
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book(options = {}) {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id)
  return { show, booking }
}

const refunded = async (bookingId: string) =>
  (
    await server.seed.sql(
      `SELECT sandbox_payment.refunded FROM sandbox_payment JOIN payment ON payment.id::text = key WHERE booking_id = $1`,
      [Buffer.from(bookingId, 'base64url').toString().split(':')[1]],
    )
  ).map((row: { refunded: number }) => row.refunded)

describe('CancelBookingSuccess', () => {
  it('gives all money back and puts the seats on sale again', async () => {
    const { show, booking } = await book()
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({
      __typename: 'CancelBookingSuccess',
      refund: { amount: '20.00', currency: 'EUR' },
      booking: { status: 'CANCELLED', payment: { status: 'REFUNDED' } },
    })
    await expect.poll(() => refunded(booking.id)).toEqual([2000])
    expect(await seatCodes(buyer, show)).toBe('AA')
    const other = await server.signInAsGuest()
    const again = await holdSeats(other, show)
    expect(await confirmBooking(other, again.booking.id)).toMatchObject({ __typename: 'ConfirmBookingSuccess' })
  })

  it('gives the money back later when the provider is away', async () => {
    const { booking } = await book()
    gateway.down.add('refund')
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ __typename: 'CancelBookingSuccess' })
    expect(await refunded(booking.id)).toEqual([0])
    gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => refunded(booking.id), { timeout: 15_000 }).toEqual([2000])
  })
})

describe('BookingStateError', () => {
  it('is returned to all but one who cancel at once: the money goes back once', async () => {
    const { booking } = await book()
    const answers = await Promise.all([1, 2, 3, 4].map(() => cancelBooking(buyer, booking.id)))
    const names = answers.map(({ __typename }) => __typename).sort()
    expect(names).toEqual([...Array(3).fill('BookingStateError'), 'CancelBookingSuccess'])
    await expect.poll(() => refunded(booking.id)).toEqual([2000])
  })

  it('is returned for a hold, which is released instead', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show)
    const refusal = await cancelBooking(buyer, booking.id)
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'PENDING' } })
    expect(await seatCodes(buyer, show)).toBe('HHHH')
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking } = await book({ startsInSeconds: 60 })
    server.clock.jump(60)
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ __typename: 'ShowClosedError' })
    expect(await refunded(booking.id)).toEqual([0])
    expect(await seatCodes(buyer, show)).toBe('BB')
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else, which stays', async () => {
    const { show, booking } = await book()
    const other = await server.signInAsGuest()
    expect(await cancelBooking(other, booking.id)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await seatCodes(buyer, show)).toBe('BB')
  })
})
