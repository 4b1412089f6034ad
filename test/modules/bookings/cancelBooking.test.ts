import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ledger, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { cancelBooking, confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'

let server: PayingServer
let buyer: Client

const HOUR = 3600

beforeAll(async () => {
  server = await startPayingServer()
})
beforeEach(async () => {
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book(options = {}, token = 'pm_card_visa') {
  const show = await server.seed.show({ seats: 2, ...options })
  const { booking } = await holdSeats(buyer, show)
  await confirmBooking(buyer, booking.id, { payment: { method: 'CARD', token } })
  return { show, booking }
}

const refunded = async (bookingId: string) => (await ledger(server, bookingId)).map((payment) => payment.refunded)

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
    server.gateway.down.add('refund')
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ __typename: 'CancelBookingSuccess' })
    expect(await refunded(booking.id)).toEqual([0])
    server.gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => refunded(booking.id), { timeout: 15_000 }).toEqual([2000])
  })

  it('gives some seats back, in two goes, and the money seat by seat', async () => {
    const { show, booking } = await book({ seats: 3 })
    const first = await cancelBooking(buyer, booking.id, { seatIds: [show.seatIds[1]] })
    expect(first).toMatchObject({
      __typename: 'CancelBookingSuccess',
      refund: { amount: '10.00' },
      booking: { status: 'CONFIRMED', total: { amount: '20.00' }, payment: { status: 'PARTIALLY_REFUNDED' } },
    })
    expect(await seatCodes(buyer, show)).toBe('BAB')
    const rest = await cancelBooking(buyer, booking.id, { seatIds: [show.seatIds[0], show.seatIds[2]] })
    expect(rest).toMatchObject({ refund: { amount: '20.00' }, booking: { status: 'CANCELLED' } })
    expect(await seatCodes(buyer, show)).toBe('AAA')
    await expect.poll(() => refunded(booking.id)).toEqual([3000])
  })

  it.each([
    ['half, between 2 and 24 hours before the start', 24 * HOUR - 60, '10.00', 'AA', 1000],
    ['nothing, later than that, and the seats are sold again', 2 * HOUR - 60, '0.00', 'AA', 2000],
    ['nothing, and the seats are not sold again in the last half hour', HOUR / 2 - 60, '0.00', 'XX', 2000],
  ])('gives back %s', async (_what, startsInSeconds, amount, codes, retained) => {
    const { show, booking } = await book({ startsInSeconds })
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({
      refund: { amount },
      booking: { status: 'CANCELLED' },
    })
    expect(await seatCodes(buyer, show)).toBe(codes)
    expect(await readBooking(server, booking.id)).toMatchObject({ retained, status: 'CANCELLED' })
    await expect.poll(() => refunded(booking.id)).toEqual([2000 - retained])
  })

  it('follows the policy of the show, where it has one of its own', async () => {
    const { booking } = await book({ startsInSeconds: 7 * HOUR, policy: 'flexible' })
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ refund: { amount: '20.00' } })
  })

  it('gives all back where the show is cancelled, also after it would have begun; its seats stay off sale', async () => {
    const { show, booking } = await book({ startsInSeconds: 60 })
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    server.clock.jump(3 * HOUR)
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ refund: { amount: '20.00' } })
    expect(await seatCodes(buyer, show)).toBe('XX')
  })

  it('collects what was not collected yet, and gives it back', async () => {
    server.gateway.down.add('capture')
    const { booking } = await book()
    server.gateway.down.clear()
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ refund: { amount: '20.00' } })
    await expect.poll(() => ledger(server, booking.id)).toMatchObject([{ captured: true, refunded: 2000 }])
  })

  it('stays in the history with its seats', async () => {
    const { show, booking } = await book()
    await cancelBooking(buyer, booking.id)
    const { viewer } = await buyer.query(
      '{ viewer { bookings { nodes { id status cancelledAt seats { seat { id } } } } } }',
    )
    const [kept] = viewer.bookings.nodes
    expect(kept).toMatchObject({ id: booking.id, status: 'CANCELLED', cancelledAt: expect.any(String) })
    expect(kept.seats.map(({ seat }: { seat: { id: string } }) => seat.id)).toEqual(show.seatIds)
  })
})

describe('a refund that fails for good', () => {
  it('is FAILED and stays it, and takes no seats back', async () => {
    const { show, booking } = await book({}, 'pm_sandbox_refundFails')
    await cancelBooking(buyer, booking.id)
    const other = await server.signInAsGuest()
    const next = await holdSeats(other, show)
    await confirmBooking(other, next.booking.id)
    const refunds = async () =>
      (
        await buyer.query('query ($id: ID!) { booking(id: $id) { status payments { status refunds { status } } } }', {
          id: booking.id,
        })
      ).booking
    await expect
      .poll(refunds)
      .toEqual({ status: 'CANCELLED', payments: [{ status: 'CAPTURED', refunds: [{ status: 'FAILED' }] }] })
    expect(await seatCodes(buyer, show)).toBe('BB')
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
    const refusal = await refused(server, show, () => cancelBooking(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'PENDING' } })
    await releaseSeats(buyer, booking.id)
    const again = await refused(server, show, () => cancelBooking(buyer, booking.id))
    expect(again).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'RELEASED' } })
  })

  it('is returned once the show is over', async () => {
    const { show, booking } = await book({ startsInSeconds: 60, runsForSeconds: 60 })
    server.clock.jump(120)
    const refusal = await refused(server, show, () => cancelBooking(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status: 'COMPLETED' } })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking } = await book({ startsInSeconds: 60 })
    server.clock.jump(60)
    const refusal = await refused(server, show, () => cancelBooking(buyer, booking.id))
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { status: 'STARTED' } })
    expect(await refunded(booking.id)).toEqual([0])
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else, and for seats that it does not have', async () => {
    const { show, booking } = await book()
    const elsewhere = await server.seed.show()
    const other = await server.signInAsGuest()
    const wishes = [
      () => cancelBooking(other, booking.id),
      () => cancelBooking(buyer, booking.id, { seatIds: [show.seatIds[0], elsewhere.seatIds[0]] }),
    ]
    for (const wish of wishes) {
      expect((await refused(server, show, wish)).__typename).toBe('NotFoundError')
    }
  })

  it('is returned for a seat that was cancelled before: its money goes back once', async () => {
    const { show, booking } = await book()
    const seat = { seatIds: [show.seatIds[0]] }
    await cancelBooking(buyer, booking.id, seat)
    await expect.poll(() => refunded(booking.id)).toEqual([1000])
    const refusal = await refused(server, show, () => cancelBooking(buyer, booking.id, seat))
    expect(refusal.__typename).toBe('NotFoundError')
  })
})

describe('bad input', () => {
  it.each([[[]], [[0, 0]]])('is refused: seats %j', async (indexes) => {
    const { show, booking } = await book()
    const seatIds = indexes.map((index) => show.seatIds[index])
    await refused(server, show, () =>
      expect(cancelBooking(buyer, booking.id, { seatIds })).rejects.toThrow('BAD_USER_INPUT'),
    )
  })
})
