import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectAgreement, netPaid, paymentStatuses, readBooking } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import {
  acceptTransfer,
  cancelBooking,
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
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

async function book({ seats = 6, startsInSeconds = 48 * HOUR, paidBy = ['pm_card_visa'] } = {}) {
  const show = await server.seed.show({ seats, startsInSeconds })
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
  for (const [index, token] of paidBy.entries()) {
    const amount = index < paidBy.length - 1 ? '7' : null
    await confirmBooking(buyer, booking.id, { payment: { method: 'CARD', token, amount } })
  }
  return { show, id: booking.id as string, seats: show.seatIds }
}

const setPrice = (key: number, price: number) =>
  server.seed.sql('UPDATE show_seat SET price = $2 WHERE show_id = $1', [key, price])
const settled = (id: string) => expect.poll(() => netPaid(server, id), { timeout: 15_000 })
const card = (token: string) => ({ payment: { method: 'CARD', token } })

describe('what is paid for a booking, whatever becomes of it', () => {
  it('is what it costs and what was kept: cancelled in part, exchanged up and down, cancelled', async () => {
    const { show, id, seats } = await book({ startsInSeconds: 5 * HOUR, paidBy: ['pm_card_visa', 'pm_card_amex'] })
    await cancelBooking(buyer, id, { seatIds: [seats[0]] })
    await settled(id).toBe(1000 + 500)
    await setPrice(show.key, 1500)
    await exchangeBooking(buyer, id, { seatIds: seats.slice(1, 4) })
    await settled(id).toBe(1000 + 2 * 1500 + 500)
    await setPrice(show.key, 333)
    await exchangeBooking(buyer, id, { seatIds: seats.slice(4, 6) })
    // 40.00 to 6.66: half of 33.34 is kept.
    expect(await readBooking(server, id)).toMatchObject({ total: 666, retained: 500 + 1667 })
    await settled(id).toBe(666 + 500 + 1667)
    await cancelBooking(buyer, id)
    expect(await readBooking(server, id)).toMatchObject({ retained: 500 + 1667 + 332 })
    await settled(id).toBe(500 + 1667 + 332)
    expect(await seatCodes(buyer, show)).toBe('AAAAAA')
    await expectAgreement(server)
  })

  it('all goes back of a show that is cancelled, but for what was kept before', async () => {
    const { show, id, seats } = await book({ startsInSeconds: 5 * HOUR })
    await cancelBooking(buyer, id, { seatIds: [seats[0]] })
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    await cancelBooking(buyer, id)
    await settled(id).toBe(500)
    await expectAgreement(server)
  })

  it('does not grow by an approval that comes when the booking is cancelled', async () => {
    const { id, seats } = await book()
    const { url } = await exchangeBooking(buyer, id, {
      seatIds: seats.slice(0, 3),
      ...card('pm_card_threeDSecure2Required'),
    })
    await cancelBooking(buyer, id)
    await approve(server, url)
    server.clock.jump(901)
    await expect.poll(() => paymentStatuses(server, id), { timeout: 15_000 }).toEqual(['CAPTURED', 'VOIDED'])
    await settled(id).toBe(0)
    await expectAgreement(server)
  })

  it('goes back to who paid for an exchange that the next owner of the booking does not get', async () => {
    const { show, id, seats } = await book()
    const wish = { seatIds: seats.slice(0, 3), idempotencyKey: 'mine', ...card('pm_card_threeDSecure2Required') }
    const { url } = await exchangeBooking(buyer, id, wish)
    const { code } = await transferBooking(buyer, id)
    const friend = await server.signInAsGuest()
    await acceptTransfer(friend, code)
    await approve(server, url)
    expect((await exchangeBooking(buyer, id, wish)).__typename).toBe('NotFoundError')
    await settled(id).toBe(2000)
    expect(await seatCodes(buyer, show)).toBe('BBAAAA')
    expect(await exchangeBooking(friend, id, { seatIds: seats.slice(0, 3) })).toMatchObject({
      __typename: 'ExchangeBookingSuccess',
    })
    await settled(id).toBe(3000)
    await expectAgreement(server)
  })

  it('is taken from nobody where one part of it cannot be collected after an exchange', async () => {
    server.gateway.down.add('capture')
    const { show, id, seats } = await book({ paidBy: ['pm_sandbox_captureFails', 'pm_card_visa'] })
    await exchangeBooking(buyer, id, { seatIds: seats.slice(0, 4) })
    server.gateway.down.clear()
    server.clock.jump(61)
    await settled(id).toBe(0)
    expect(await readBooking(server, id)).toMatchObject({ status: 'CANCELLED' })
    await expect.poll(() => seatCodes(buyer, show)).toBe('AAAAAA')
    await expectAgreement(server)
  })

  it('is nothing for seats that cost nothing, until they are exchanged for others', async () => {
    const show = await server.seed.show({ seats: 2, price: 0 })
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    await confirmBooking(buyer, booking.id)
    await setPrice(show.key, 900)
    await exchangeBooking(buyer, booking.id, { seatIds: show.seatIds.slice(1, 2) })
    await settled(booking.id).toBe(900)
    await cancelBooking(buyer, booking.id)
    await settled(booking.id).toBe(0)
    await expectAgreement(server)
  })
})
