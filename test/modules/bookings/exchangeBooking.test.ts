import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { book } from '../../kit/booked.js'
import { keyOf, ledger, netPaid, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  cancelBooking,
  cancellationQuote,
  confirmBooking,
  exchangeBooking,
  holdSeats,
  seatCodes,
  transferBooking,
} from '../../kit/operations.js'
import { approve, type PayingServer, startPayingServer } from '../../kit/payingServer.js'

let server: PayingServer
let buyer: Client

const HOUR = 3600

beforeAll(async () => {
  server = await startPayingServer()
})
beforeEach(async () => {
  server.gateway.down.clear()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

const card = (token: string) => ({ payment: { method: 'CARD', token } })

describe('ExchangeBookingSuccess', () => {
  it('has other seats of the show for the same price, at no charge', async () => {
    const { show, booking, seats } = await book(server, buyer)
    expect(await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(1, 3) })).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
      charged: { amount: '0.00', currency: 'EUR' },
      refund: { amount: '0.00', currency: 'EUR' },
      booking: {
        id: booking.id,
        status: 'CONFIRMED',
        total: { amount: '20.00' },
        seats: [{ seat: { id: seats[1] } }, { seat: { id: seats[2] } }],
      },
    })
    expect(await seatCodes(buyer, show)).toBe('ABBAA')
    expect(await ledger(server, booking.id)).toHaveLength(1)
  })

  it('has seats of another show, and charges what they cost more', async () => {
    const { show, booking } = await book(server, buyer)
    const better = await server.seed.show({ seats: 3, price: 1750 })
    const wish = { showId: better.id, seatIds: better.seatIds.slice(0, 2) }
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
      charged: { amount: '15.00' },
      refund: { amount: '0.00' },
      booking: { status: 'CONFIRMED', show: { id: better.id }, total: { amount: '35.00' } },
    })
    expect([await seatCodes(buyer, show), await seatCodes(buyer, better)]).toEqual(['AAAAA', 'BBA'])
    expect(await ledger(server, booking.id)).toMatchObject([
      { amount: 2000, captured: true },
      { amount: 1500, captured: true },
    ])
    await cancelBooking(buyer, booking.id)
    await expect.poll(() => netPaid(server, booking.id)).toBe(0)
  })

  it('gives back what the new seats cost less', async () => {
    const { booking, seats } = await book(server, buyer)
    const fewer = await exchangeBooking(buyer, booking.id, { seatIds: [seats[4]] })
    expect(fewer).toMatchObject({ charged: { amount: '0.00' }, refund: { amount: '10.00' } })
    await expect.poll(() => netPaid(server, booking.id)).toBe(1000)
  })

  it('keeps seats at the price that was paid for them, and has new ones at what they cost now', async () => {
    const { show, booking, seats } = await book(server, buyer)
    await server.seed.sql('UPDATE show_seat SET price = 1300 WHERE show_id = $1', [show.key])
    const more = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(more).toMatchObject({ charged: { amount: '13.00' }, booking: { total: { amount: '33.00' } } })
  })

  it('is possible where nothing changes', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const same = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 2) })
    expect(same).toMatchObject({ __typename: 'ExchangeBookingSuccess', charged: { amount: '0.00' } })
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
  })

  it('gives back as much as cancelling would, of what the new seats cost less: fewer seats are no way around the policy', async () => {
    const { booking, seats } = await book(server, buyer, { startsInSeconds: 5 * HOUR })
    const fewer = await exchangeBooking(buyer, booking.id, { seatIds: [seats[0]] })
    expect(fewer).toMatchObject({ refund: { amount: '5.00' }, booking: { total: { amount: '10.00' } } })
    expect(await readBooking(server, booking.id)).toMatchObject({ retained: 500 })
    await cancelBooking(buyer, booking.id)
    await expect.poll(() => netPaid(server, booking.id)).toBe(1000)
  })

  it('takes its terms along: a later show is no way around the policy either', async () => {
    const { booking } = await book(server, buyer, { startsInSeconds: 20 * HOUR })
    const later = await server.seed.show({ seats: 3, startsInSeconds: 72 * HOUR })
    const back = await server.seed.show({ seats: 3, startsInSeconds: 96 * HOUR })
    for (const show of [later, back]) {
      const wish = { showId: show.id, seatIds: show.seatIds.slice(0, 2) }
      expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ refund: { amount: '0.00' } })
      expect(await cancellationQuote(buyer, booking.id)).toMatchObject({
        refund: { amount: '10.00' },
        reason: 'PARTIAL_REFUND',
        seatsGoBackOnSale: true,
      })
    }
    expect(await cancelBooking(buyer, booking.id)).toMatchObject({ refund: { amount: '10.00' } })
    await expect.poll(() => netPaid(server, booking.id)).toBe(1000)
  })

  it('moves from a show that is cancelled to another one', async () => {
    const { show, booking } = await book(server, buyer)
    const other = await server.seed.show({ seats: 2 })
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const moved = await exchangeBooking(buyer, booking.id, { showId: other.id, seatIds: other.seatIds })
    expect(moved).toMatchObject({ __typename: 'ExchangeBookingSuccess', booking: { show: { id: other.id } } })
    expect(await seatCodes(buyer, show)).toBe('XXAAA')
  })

  it('ends an offer of the booking', async () => {
    const { booking, seats } = await book(server, buyer)
    await transferBooking(buyer, booking.id)
    await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) })
    const rows = await server.seed.sql('SELECT status FROM booking_transfer WHERE booking_id = $1', [keyOf(booking.id)])
    expect(rows).toEqual([{ status: 'WITHDRAWN' }])
  })

  it('collects later where the provider is away', async () => {
    const { booking, seats } = await book(server, buyer)
    server.gateway.down.add('capture')
    const more = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(more.__typename).toBe('ExchangeBookingSuccess')
    server.gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => netPaid(server, booking.id), { timeout: 15_000 }).toBe(3000)
  })
})

describe('ExchangeClosedError', () => {
  it('is returned when cancelling would give nothing back', async () => {
    const { show, booking, seats } = await book(server, buyer, { startsInSeconds: 2 * HOUR - 1 })
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) }),
    )
    expect(refusal).toMatchObject({ __typename: 'ExchangeClosedError', booking: { status: 'CONFIRMED' } })
  })
})

describe('SeatsUnavailableError', () => {
  it('names the seats that cannot be had; all the others stay as they are', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const other = await server.signInAsGuest()
    await holdSeats(other, show, [seats[3]!])
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(1, 5) }),
    )
    expect(refusal).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: [{ seatId: seats[3], status: 'HELD' }],
    })
  })

  it('is returned when the seats are taken while it is paid: the money goes back', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const other = await server.signInAsGuest()
    server.gateway.afterAuthorize = () => holdSeats(other, show, [seats[2]!])
    const refusal = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(refusal).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: [{ seatId: seats[2], status: 'HELD' }],
    })
    expect(await seatCodes(buyer, show)).toBe('BBHAA')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('lets the money of a payment go that was approved meanwhile', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'late', ...card('pm_card_authenticationRequired') }
    const { url } = await exchangeBooking(buyer, booking.id, wish)
    await holdSeats(await server.signInAsGuest(), show, [seats[2]!])
    await approve(server, url)
    expect((await exchangeBooking(buyer, booking.id, wish)).__typename).toBe('SeatsUnavailableError')
    await expect.poll(() => netPaid(server, booking.id)).toBe(2000)
  })
})

describe('SeatLimitExceededError', () => {
  it('is returned for more seats than a booking may have', async () => {
    const { show, booking, seats } = await book(server, buyer, { seats: 12 })
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 11) }),
    )
    expect(refusal).toMatchObject({ __typename: 'SeatLimitExceededError', limit: 10 })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking, seats } = await book(server, buyer, { startsInSeconds: 60 })
    server.clock.jump(60)
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) }),
    )
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status: 'STARTED' } })
  })

  it('is returned for a show that has begun, or is cancelled, also the one of the booking', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const [begun, cancelled] = [await server.seed.show({ startsInSeconds: -60 }), await server.seed.show()]
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [cancelled.key])
    for (const other of [begun, cancelled]) {
      const wish = { showId: other.id, seatIds: other.seatIds }
      const refusal = await refused(server, show, () => exchangeBooking(buyer, booking.id, wish))
      expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { id: other.id } })
    }
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const same = await refused(server, show, () => exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) }))
    expect(same).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status: 'CANCELLED' } })
  })
})

describe('BookingStateError', () => {
  it('is returned for a hold, whose seats are swapped instead, and for what is cancelled', async () => {
    const show = await server.seed.show({ seats: 3 })
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    const exchange = () => exchangeBooking(buyer, booking.id, { seatIds: show.seatIds.slice(1, 2) })
    expect(await refused(server, show, exchange)).toMatchObject({
      __typename: 'BookingStateError',
      booking: { status: 'PENDING' },
    })
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id)
    expect(await refused(server, show, exchange)).toMatchObject({ booking: { status: 'CANCELLED' } })
  })
})

describe('NotFoundError', () => {
  it('is returned for the booking of somebody else, and for shows and seats that there are not', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const elsewhere = await server.seed.show()
    const dollars = await server.seed.show()
    await server.seed.sql(`UPDATE show SET currency = 'USD' WHERE id = $1`, [dollars.key])
    const other = await server.signInAsGuest()
    const unknown = Buffer.from(`ShowSeat:${show.key}.999999`).toString('base64url')
    const wishes = [
      [other, { seatIds: seats.slice(2, 4) }],
      [buyer, { seatIds: elsewhere.seatIds }],
      [buyer, { seatIds: [unknown] }],
      [buyer, { showId: 'nonsense', seatIds: seats.slice(2, 4) }],
      [buyer, { showId: Buffer.from('Show:999999').toString('base64url'), seatIds: seats.slice(2, 4) }],
      [buyer, { showId: dollars.id, seatIds: dollars.seatIds }],
    ] as const
    for (const [client, wish] of wishes) {
      const refusal = await refused(server, show, () => exchangeBooking(client, booking.id, wish))
      expect(refusal.__typename).toBe('NotFoundError')
    }
  })
})
