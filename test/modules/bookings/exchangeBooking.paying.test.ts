import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { book } from '../../kit/booked.js'
import { expectAgreement, keyOf, ledger, netPaid, paymentStatuses, readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
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

/** The tickets of a booking that are not void, by the global ids of their seats. */
async function listTickets(bookingId: string) {
  const asked = 'query ($id: ID!) { booking(id: $id) { tickets { status seat { id } } } }'
  const { booking } = await buyer.query(asked, { id: bookingId })
  const living = booking.tickets.filter(({ status }: { status: string }) => status !== 'VOID')
  return living.map(({ status, seat }: { status: string; seat: { id: string } }) => ({ seat: seat.id, status }))
}

const card = (token: string) => ({ payment: { method: 'CARD', token } })

describe('PaymentActionRequired', () => {
  it('changes nothing until the buyer has approved: then the seats are exchanged without another request', async () => {
    const { show, booking, seats } = await book(server, buyer)
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
    const { show, booking, seats } = await book(server, buyer)
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

  it('tells nothing of a booking that was exchanged and then transferred', async () => {
    const { booking, seats } = await book(server, buyer)
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'gone', ...card('pm_card_authenticationRequired') }
    await approve(server, (await exchangeBooking(buyer, booking.id, wish)).url)
    await expect.poll(() => paymentStatuses(server, booking.id)).toEqual(['CAPTURED', 'CAPTURED'])
    await acceptTransfer(await server.signInAsGuest(), (await transferBooking(buyer, booking.id)).code)
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'NotFoundError' })
  })

  it('goes back where the seats are gone when the buyer approves', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const wish = { seatIds: seats.slice(0, 3), ...card('pm_card_authenticationRequired') }
    const { url } = await exchangeBooking(buyer, booking.id, wish)
    await holdSeats(await server.signInAsGuest(), show, [seats[2]!])
    await approve(server, url)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    expect(await seatCodes(buyer, show)).toBe('BBHAA')
    expect(await netPaid(server, booking.id)).toBe(2000)
  })

  it('is given back where its wish was not kept, as before there were any', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const { url } = await exchangeBooking(buyer, booking.id, {
      seatIds: seats.slice(0, 3),
      ...card('pm_card_authenticationRequired'),
    })
    await server.seed.sql(
      'DELETE FROM booking_exchange WHERE payment_id IN (SELECT id FROM payment WHERE booking_id = $1)',
      [keyOf(booking.id)],
    )
    await approve(server, url)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
  })

  it('is given back soon where the booking is somebody else’s by then, or cancelled', async () => {
    const pay = card('pm_card_authenticationRequired')
    const given = await book(server, buyer)
    await exchangeBooking(buyer, given.booking.id, { seatIds: given.seats.slice(0, 3), ...pay })
    await acceptTransfer(await server.signInAsGuest(), (await transferBooking(buyer, given.booking.id)).code)
    const cancelled = await book(server, buyer)
    await exchangeBooking(buyer, cancelled.booking.id, { seatIds: cancelled.seats.slice(0, 3), ...pay })
    await cancelBooking(buyer, cancelled.booking.id)
    server.clock.jump(61)
    for (const { booking } of [given, cancelled]) {
      await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    }
  })

  it('is given back after 15 minutes when its buyer never approves', async () => {
    const { booking, seats } = await book(server, buyer)
    const wish = { seatIds: seats.slice(0, 3), ...card('pm_card_authenticationRequired') }
    await exchangeBooking(buyer, booking.id, wish)
    server.clock.jump(901)
    await expect.poll(() => paymentStatuses(server, booking.id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    expect(await netPaid(server, booking.id)).toBe(2000)
  })
})

describe('PaymentRequiredError', () => {
  it('tells what is due where nothing says how it is paid', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const refusal = await refused(server, show, () =>
      exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3), payment: null }),
    )
    expect(refusal).toMatchObject({ __typename: 'PaymentRequiredError', amount: { amount: '10.00', currency: 'EUR' } })
  })
})

describe('InvalidPaymentAmountError', () => {
  it('is returned where the payment is to be of another amount: nothing is charged', async () => {
    const { show, booking, seats } = await book(server, buyer)
    const wish = (amount: string) => ({
      seatIds: seats.slice(0, 3),
      payment: { method: 'CARD', token: 'pm_card_visa', amount },
    })
    for (const amount of ['5', '10.01', '10.001']) {
      const refusal = await refused(server, show, () => exchangeBooking(buyer, booking.id, wish(amount)))
      expect(refusal).toEqual({
        __typename: 'InvalidPaymentAmountError',
        message: 'The amount has to be 10.00 EUR, which is what is open.',
        open: { amount: '10.00', currency: 'EUR' },
      })
    }
    expect(await exchangeBooking(buyer, booking.id, wish('10'))).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
      charged: { amount: '10.00' },
    })
  })
})

describe('PaymentDeclinedError', () => {
  it('of who had the booking before counts for nothing', async () => {
    const { booking, seats } = await book(server, buyer)
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
    const { show, booking, seats } = await book(server, buyer)
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
    const { show, booking, seats } = await book(server, buyer)
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
    const { show, booking, seats } = await book(server, buyer)
    server.gateway.afterAuthorize = () =>
      server.seed.sql('UPDATE show_seat SET price = 1100 WHERE show_id = $1', [show.key])
    const refusal = await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(0, 3) })
    expect(refusal.__typename).toBe('PaymentGivenUpError')
    expect(await seatCodes(buyer, show)).toBe('BBAAA')
    expect(await ledger(server, booking.id)).toMatchObject([{ captured: true }, { captured: false, voided: true }])
  })
})

describe('PaymentCaptureError', () => {
  it('is returned when the provider refuses to collect: the booking is as it was before', async () => {
    const { show, booking, seats } = await book(server, buyer)
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
    const { show, booking, seats } = await book(server, buyer, { startsInSeconds: 5 * HOUR })
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
    const { show, booking, seats } = await book(server, buyer)
    const other = await server.signInAsGuest()
    server.gateway.beforeCapture = () => holdSeats(other, show, [seats[0]!])
    const wish = { seatIds: seats.slice(1, 4), ...card('pm_sandbox_captureFails') }
    const refusal = await exchangeBooking(buyer, booking.id, wish)
    expect(refusal).toMatchObject({ __typename: 'PaymentCaptureError', booking: { status: 'CANCELLED' } })
    expect(await seatCodes(buyer, show)).toBe('HAAAA')
    await expect.poll(() => netPaid(server, booking.id)).toBe(0)
  })

  it('cancels the booking where the show it was for has begun by then: no ticket for it was valid', async () => {
    const { show, booking } = await book(server, buyer, { startsInSeconds: 5 * HOUR })
    const later = await server.seed.show({ seats: 3, startsInSeconds: 90 * HOUR })
    server.gateway.down.add('capture')
    const wish = { showId: later.id, seatIds: later.seatIds, ...card('pm_sandbox_captureFails') }
    expect(await exchangeBooking(buyer, booking.id, wish)).toMatchObject({ __typename: 'ExchangeBookingSuccess' })
    server.clock.jump(5 * HOUR)
    server.gateway.down.clear()
    await expect.poll(() => netPaid(server, booking.id), { timeout: 15_000 }).toBe(0)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CANCELLED' })
    expect([await seatCodes(buyer, show), await seatCodes(buyer, later)]).toEqual(['AAAAA', 'AAA'])
  })

  it('then gives nothing back of what was kept for seats that were cancelled before', async () => {
    const { show, booking, seats } = await book(server, buyer, { startsInSeconds: 5 * HOUR })
    await cancelBooking(buyer, booking.id, { seatIds: [seats[0]] })
    const other = await server.signInAsGuest()
    server.gateway.beforeCapture = () => holdSeats(other, show, [seats[1]!])
    await exchangeBooking(buyer, booking.id, { seatIds: seats.slice(2, 4), ...card('pm_sandbox_captureFails') })
    await expect.poll(() => netPaid(server, booking.id)).toBe(500)
    expect(await readBooking(server, booking.id)).toMatchObject({ status: 'CANCELLED', retained: 500 })
  })
})
