import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectAgreement, keyOf, ledger, netPaid, paymentStatuses, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
  cancellationQuote,
  confirmBooking,
  exchangeBooking,
  holdSeats,
  seatCodes,
  transferBooking,
} from '../../kit/operations.js'
import { approve, type PayingServer, startPayingServer } from '../../kit/payingServer.js'
import type { ShowOptions } from '../../kit/seed.js'

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

/** A booking of the first two seats of a show. */
async function book(options: ShowOptions = {}) {
  const show = await server.seed.show({ seats: 5, ...options })
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
  await confirmBooking(buyer, booking.id)
  return { show, booking, seats: show.seatIds }
}

/** The tickets of a booking that are not void, by the global ids of their seats. */
async function listTickets(bookingId: string) {
  const asked = 'query ($id: ID!) { booking(id: $id) { tickets { status seat { id } } } }'
  const { booking } = await buyer.query(asked, { id: bookingId })
  const living = booking.tickets.filter(({ status }: { status: string }) => status !== 'VOID')
  return living.map(({ status, seat }: { status: string; seat: { id: string } }) => ({ seat: seat.id, status }))
}

const raisePrices = (key: number, price: number) =>
  server.seed.sql('UPDATE show_seat SET price = $2 WHERE show_id = $1', [key, price])

const card = (token: string) => ({ payment: { method: 'CARD', token } })

describe('ExchangeBookingSuccess', () => {
  it('has other seats of the show for the same price, at no charge', async () => {
    const { show, booking, seats } = await book()
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
    const { show, booking } = await book()
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
    const { booking, seats } = await book()
    const fewer = await exchangeBooking(buyer, booking.id, { seatIds: [seats[4]] })
    expect(fewer).toMatchObject({ charged: { amount: '0.00' }, refund: { amount: '10.00' } })
    await expect.poll(() => netPaid(server, booking.id)).toBe(1000)
  })

  it('keeps seats at the price that was paid for them, and has new ones at what they cost now', async () => {
    const { show, booking, seats } = await book()
    await raisePrices(show.key, 1300)
    const more = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(more).toMatchObject({ charged: { amount: '13.00' }, booking: { total: { amount: '33.00' } } })
  })

  it('is possible where nothing changes', async () => {
    const { show, booking, seats } = await book()
    const same = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 2) })
    expect(same).toMatchObject({ __typename: 'ExchangeBookingSuccess', charged: { amount: '0.00' } })
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
  })

  it('gives back as much as cancelling would, of what the new seats cost less: fewer seats are no way around the policy', async () => {
    const { booking, seats } = await book({ startsInSeconds: 5 * HOUR })
    const fewer = await exchangeBooking(buyer, booking.id, { seatIds: [seats[0]] })
    expect(fewer).toMatchObject({ refund: { amount: '5.00' }, booking: { total: { amount: '10.00' } } })
    expect(await readBooking(server, booking.id)).toMatchObject({ retained: 500 })
    await cancelBooking(buyer, booking.id)
    await expect.poll(() => netPaid(server, booking.id)).toBe(1000)
  })

  it('takes its terms along: a later show is no way around the policy either', async () => {
    const { booking } = await book({ startsInSeconds: 20 * HOUR })
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
    const { show, booking } = await book()
    const other = await server.seed.show({ seats: 2 })
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const moved = await exchangeBooking(buyer, booking.id, { showId: other.id, seatIds: other.seatIds })
    expect(moved).toMatchObject({ __typename: 'ExchangeBookingSuccess', booking: { show: { id: other.id } } })
    expect(await seatCodes(buyer, show)).toBe('XXAAA')
  })

  it('ends an offer of the booking', async () => {
    const { booking, seats } = await book()
    await transferBooking(buyer, booking.id)
    await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) })
    const rows = await server.seed.sql('SELECT status FROM booking_transfer WHERE booking_id = $1', [keyOf(booking.id)])
    expect(rows).toEqual([{ status: 'WITHDRAWN' }])
  })

  it('collects later where the provider is away', async () => {
    const { booking, seats } = await book()
    server.gateway.down.add('capture')
    const more = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(more.__typename).toBe('ExchangeBookingSuccess')
    server.gateway.down.clear()
    server.clock.jump(61)
    await expect.poll(() => netPaid(server, booking.id), { timeout: 15_000 }).toBe(3000)
  })
})

describe('PaymentActionRequired', () => {
  it('changes nothing until the buyer has approved: then the seats are exchanged without another request', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'approve', ...card('pm_card_authenticationRequired') }
    const asked = await exchangeBooking(buyer, booking.id, wish)
    expect(asked).toMatchObject({ __typename: 'PaymentActionRequired', booking: { status: 'CONFIRMED' } })
    expect(await exchangeBooking(buyer, booking.id, wish)).toEqual(asked)
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    await approve(server, asked.url)
    await expect.poll(() => paymentStatuses(server, booking.id)).toEqual(['CAPTURED', 'CAPTURED'])
    expect(await seatCodes(buyer, show)).toBe('BBBAA')
    const done = await exchangeBooking(buyer, booking.id, wish)
    expect(done).toMatchObject({ __typename: 'ExchangeBookingSuccess', charged: { amount: '10.00' } })
    expect(await exchangeBooking(buyer, booking.id, wish)).toEqual(done)
    expect(await netPaid(server, booking.id)).toBe(3000)
  })

  it('is exchanged once where the same request comes at the moment of the approval', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'together', ...card('pm_card_authenticationRequired') }
    const { url } = await exchangeBooking(buyer, booking.id, wish)
    const asked = Array.from({ length: 4 }, () => exchangeBooking(buyer, booking.id, wish))
    await approve(server, url)
    await Promise.all(asked)
    await expect.poll(() => seatCodes(buyer, show)).toBe('BBBAA')
    await expect.poll(() => netPaid(server, booking.id)).toBe(3000)
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
      charged: { amount: '10.00' },
    })
    expect(await ledger(server, booking.id)).toHaveLength(2)
  })

  it('goes back where the seats are gone when the buyer approves', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), ...card('pm_card_authenticationRequired') }
    const { url } = await exchangeBooking(buyer, booking.id, wish)
    await holdSeats(await server.signInAsGuest(), show, [seats[2]!])
    await approve(server, url)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    expect(await seatCodes(buyer, show)).toBe('BBHAA')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('is given back after 15 minutes when its buyer never approves', async () => {
    const { booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), ...card('pm_card_authenticationRequired') }
    await exchangeBooking(buyer, booking.id, wish)
    server.clock.jump(901)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    expect(await netPaid(server, booking.id)).toBe(2000)
  })
})

describe('PaymentRequiredError', () => {
  it('tells what is due where nothing says how it is paid', async () => {
    const { show, booking, seats } = await book()
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3), payment: null }),
    )
    expect(refusal).toMatchObject({ __typename: 'PaymentRequiredError', amount: { amount: '10.00', currency: 'EUR' } })
  })
})

describe('PaymentDeclinedError', () => {
  it('of who had the booking before counts for nothing', async () => {
    const { booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3) }
    for (let tries = 0; tries < 3; tries++) {
      await exchangeBooking(buyer, booking.id, { ...wish, ...card('pm_card_chargeDeclined') })
    }
    const friend = await server.signInAsGuest()
    await acceptTransfer(friend, (await transferBooking(buyer, booking.id)).code)
    const declined = await exchangeBooking(friend, booking.id, { ...wish, ...card('pm_card_chargeDeclined') })
    expect(declined).toMatchObject({ __typename: 'PaymentDeclinedError', attemptsLeft: 2 })
  })

  it('leaves the booking as it is, three times; then PaymentAttemptsExceededError', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), ...card('pm_card_chargeDeclined') }
    for (const attemptsLeft of [2, 1, 0]) {
      const refusal = await exchangeBooking(buyer, booking.id, wish)
      expect(refusal).toMatchObject({ __typename: 'PaymentDeclinedError', reason: 'GENERIC_DECLINE', attemptsLeft })
    }
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) }),
    )
    expect(refusal).toMatchObject({ __typename: 'PaymentAttemptsExceededError', limit: 3 })
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    expect(await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) })).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
    })
  })
})

describe('PaymentUnavailableError', () => {
  it('leaves the booking as it is, and the same key goes on when the provider is back', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'patience' }
    server.gateway.down.add('authorize')
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'PaymentUnavailableError' })
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    server.gateway.down.clear()
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'ExchangeBookingSuccess' })
    expect(await netPaid(server, booking.id)).toBe(3000)
  })
})

describe('PaymentGivenUpError', () => {
  it('is returned when the price has changed while it was paid: the money goes back', async () => {
    const { show, booking, seats } = await book()
    server.gateway.afterAuthorize = () => raisePrices(show.key, 1100)
    const refusal = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(refusal.__typename).toBe('PaymentGivenUpError')
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    expect(await ledger(server, booking.id)).toMatchObject([{ captured: true }, { captured: false, voided: true }])
  })
})

describe('PaymentCaptureError', () => {
  it('is returned when the provider refuses to collect: the booking is as it was before', async () => {
    const { show, booking, seats } = await book()
    const wish = { seatIds: seats.slice(1, 4), idempotencyKey: 'refused', ...card('pm_sandbox_captureFails') }
    const refusal = await exchangeBooking(buyer, booking.id, wish)
    expect(refusal).toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CONFIRMED' } })
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    await expect.poll(() => netPaid(server, booking.id)).toBe(2000)
    expect(await exchangeBooking(buyer, booking.id, wish)).toEqual(refusal)
    expect(await listTickets(booking.id)).toEqual([0, 1].map((index) => ({ seat: seats[index], status: 'VALID' })))
    await expectAgreement(server)
  })

  it('is returned for another show as well: the booking comes back, with the terms it had', async () => {
    const { show, booking, seats } = await book({ startsInSeconds: 5 * HOUR })
    const later = await server.seed.show({ seats: 3, startsInSeconds: 90 * HOUR })
    const wish = { showId: later.id, seatIds: later.seatIds, ...card('pm_sandbox_captureFails') }
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'PaymentCaptureError' })
    expect([await seatCodes(buyer, show), await seatCodes(buyer, later)]).toEqual(['BBAAA', 'AAA'])
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CONFIRMED', total: 2000, seats: 2 })
    expect((await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) })).__typename).toBe(
      'ExchangeBookingSuccess',
    )
    await expectAgreement(server)
  })

  it('cancels the booking where somebody else has its earlier seats by then, and all that was paid goes back', async () => {
    const { show, booking, seats } = await book()
    const other = await server.signInAsGuest()
    server.gateway.beforeCapture = () => holdSeats(other, show, [seats[0]!])
    const wish = { seatIds: seats.slice(1, 4), ...card('pm_sandbox_captureFails') }
    const refusal = await exchangeBooking(buyer, booking.id, wish)
    expect(refusal).toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CANCELLED' } })
    expect(await seatCodes(buyer, show)).toBe('HAAAA')
    await expect.poll(() => netPaid(server, booking.id)).toBe(0)
  })

  it('then gives nothing back of what was kept for seats that were cancelled before', async () => {
    const { show, booking, seats } = await book({ startsInSeconds: 5 * HOUR })
    await cancelBooking(buyer, booking.id, { seatIds: [seats[0]] })
    const other = await server.signInAsGuest()
    server.gateway.beforeCapture = () => holdSeats(other, show, [seats[1]!])
    await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4), ...card('pm_sandbox_captureFails') })
    await expect.poll(() => netPaid(server, booking.id)).toBe(500)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CANCELLED', retained: 500 })
  })
})

describe('ExchangeClosedError', () => {
  it('is returned when cancelling would give nothing back', async () => {
    const { show, booking, seats } = await book({ startsInSeconds: 2 * HOUR - 1 })
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) }),
    )
    expect(refusal).toMatchObject({ __typename: 'ExchangeClosedError', booking: { status: 'CONFIRMED' } })
  })
})

describe('SeatsUnavailableError', () => {
  it('names the seats that cannot be had; all the others stay as they are', async () => {
    const { show, booking, seats } = await book()
    const other = await server.signInAsGuest()
    await holdSeats(other, show, [seats[3]!])
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(1, 5) }),
    )
    expect(refusal).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: [{ id: seats[3], status: 'HELD' }],
    })
  })

  it('is returned when the seats are taken while it is paid: the money goes back', async () => {
    const { show, booking, seats } = await book()
    const other = await server.signInAsGuest()
    server.gateway.afterAuthorize = () => holdSeats(other, show, [seats[2]!])
    const refusal = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(refusal).toMatchObject({ __typename: 'SeatsUnavailableError', seats: [{ id: seats[2], status: 'HELD' }] })
    expect(await seatCodes(buyer, show)).toBe('BBHAA')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('lets the money of a payment go that was approved meanwhile', async () => {
    const { show, booking, seats } = await book()
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
    const { show, booking, seats } = await book({ seats: 12 })
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 11) }),
    )
    expect(refusal).toMatchObject({ __typename: 'SeatLimitExceededError', limit: 10 })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking, seats } = await book({ startsInSeconds: 60 })
    server.clock.jump(60)
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4) }),
    )
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status: 'STARTED' } })
  })

  it('is returned for a show that has begun, or is cancelled, also the one of the booking', async () => {
    const { show, booking, seats } = await book()
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
    const { show, booking, seats } = await book()
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
