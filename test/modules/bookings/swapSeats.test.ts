import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBooking, refused } from '../../kit/books.js'
import type { Client } from '../../kit/client.js'
import { confirmBooking, holdSeats, releaseSeats, seatCodes, swapSeats } from '../../kit/operations.js'
import { type PayingServer, startPayingServer } from '../../kit/payingServer.js'

let server: PayingServer
let buyer: Client

beforeAll(async () => {
  server = await startPayingServer()
})
beforeEach(async () => {
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

/** A hold of the first two seats of a show. */
async function hold(options = {}) {
  const show = await server.seed.show({ seats: 5, ...options })
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(0, 2))
  return { show, booking, seats: show.seatIds }
}

const ids = (seats: { seat: { id: string } }[]) => seats.map(({ seat }) => seat.id)

describe('SwapSeatsSuccess', () => {
  it('has the new seats at what they cost now, and the others at what they were held for', async () => {
    const { show, booking, seats } = await hold()
    await server.seed.sql('UPDATE show_seat SET price = 1300 WHERE show_id = $1', [show.key])
    const swapped = await swapSeats(buyer, booking.id, { release: [seats[0]!], take: seats.slice(2, 4) })
    expect(swapped).toMatchObject({
      __typename: 'SwapSeatsSuccess',
      booking: { id: booking.id, status: 'PENDING', expiresAt: booking.expiresAt, total: { amount: '36.00' } },
    })
    expect(ids(swapped.booking.seats)).toEqual(seats.slice(1, 4))
    expect(swapped.booking.seats.map(({ price }: { price: { amount: string } }) => price.amount)).toEqual([
      '10.00',
      '13.00',
      '13.00',
    ])
    expect(await seatCodes(buyer, show)).toBe('AHHHA')
    expect(await confirmBooking(buyer, booking.id)).toMatchObject({
      __typename: 'ConfirmBookingSuccess',
      booking: { payment: { amount: { amount: '36.00' } } },
    })
    expect(await seatCodes(buyer, show)).toBe('ABBBA')
  })

  it('tells the watchers of all seats that have changed', async () => {
    const { show, booking, seats } = await hold()
    const watching = buyer.subscribe(
      'subscription ($id: ID!) { seatMapChanged(showId: $id) { seats { seatId status } } }',
      { id: show.id },
    )
    await watching.next()
    await swapSeats(buyer, booking.id, { release: seats.slice(0, 2), take: [seats[2]!] })
    const { seatMapChanged } = await watching.next()
    expect(
      new Set(seatMapChanged.seats.map(({ seatId, status }: Record<string, string>) => `${seatId} ${status}`)),
    ).toEqual(new Set([`${seats[0]} AVAILABLE`, `${seats[1]} AVAILABLE`, `${seats[2]} HELD`]))
    await watching.close()
  })

  it('takes the seat of a hold whose time is over', async () => {
    const { show, seats } = await hold()
    server.clock.jump(601)
    const other = await server.signInAsGuest()
    const { booking } = await holdSeats(other, show, [seats[4]!])
    const swapped = await swapSeats(other, booking.id, { release: [seats[4]!], take: [seats[0]!] })
    expect(swapped.__typename).toBe('SwapSeatsSuccess')
    await expect.poll(() => seatCodes(buyer, show)).toBe('HAAAA')
  })

  it('goes on after a payment that was declined', async () => {
    const { booking, seats } = await hold()
    await confirmBooking(buyer, booking.id, { payment: { method: 'CARD', token: 'pm_card_chargeDeclined' } })
    const swapped = await swapSeats(buyer, booking.id, { release: [seats[0]!], take: [seats[2]!] })
    expect(swapped.__typename).toBe('SwapSeatsSuccess')
  })
})

describe('SeatsUnavailableError', () => {
  it('names the seats that cannot be had, also those of the hold itself, which keeps what it has', async () => {
    const { show, booking, seats } = await hold()
    const other = await server.signInAsGuest()
    await holdSeats(other, show, [seats[2]!])
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: seats.slice(1, 4) }),
    )
    expect(refusal).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: [
        { seatId: seats[1], status: 'HELD' },
        { seatId: seats[2], status: 'HELD' },
      ],
    })
  })

  it('is returned for a seat that the show does not have', async () => {
    const { show, booking, seats } = await hold()
    const unknown = Buffer.from(`ShowSeat:${show.key}.999999`).toString('base64url')
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: [unknown] }),
    )
    expect(refusal).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: [{ seatId: unknown, status: 'BLOCKED' }],
    })
  })
})

describe('SeatLimitExceededError', () => {
  it('is returned when the hold would have more seats than a booking may have', async () => {
    const { show, booking, seats } = await hold({ seats: 12 })
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: seats.slice(2, 12) }),
    )
    expect(refusal).toMatchObject({ __typename: 'SeatLimitExceededError', limit: 10 })
    const full = await swapSeats(buyer, booking.id, { release: [seats[0]!], take: seats.slice(2, 11) })
    expect(full.booking.seats).toHaveLength(10)
  })
})

describe('HoldExpiredError', () => {
  it('is returned once the time is over', async () => {
    const { show, booking, seats } = await hold()
    server.clock.jump(600)
    await expect.poll(async () => (await readBooking(server, booking.id)).status).toBe('EXPIRED')
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: [seats[2]!] }),
    )
    expect(refusal).toMatchObject({ __typename: 'HoldExpiredError', booking: { status: 'EXPIRED' } })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const { show, booking, seats } = await hold({ startsInSeconds: 60 })
    server.clock.jump(60)
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: [seats[2]!] }),
    )
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { status: 'STARTED' } })
  })
})

describe('BookingStateError', () => {
  it.each([
    ['CONFIRMED', confirmBooking],
    ['RELEASED', releaseSeats],
  ])('is returned for a booking that is %s', async (status, end) => {
    const { show, booking, seats } = await hold()
    await end(buyer, booking.id)
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: [seats[2]!] }),
    )
    expect(refusal).toMatchObject({ __typename: 'BookingStateError', booking: { status } })
  })

  it.each([
    ['waits for its provider', 'pm_card_visa', {}],
    ['waits for its buyer', 'pm_card_authenticationRequired', {}],
    ['is reserved', 'pm_card_visa', { amount: '5' }],
  ])('is returned while a payment %s: what is paid is what was quoted', async (why, token, part) => {
    const { show, booking, seats } = await hold()
    if (why === 'waits for its provider') server.gateway.down.add('authorize')
    await confirmBooking(buyer, booking.id, { payment: { method: 'CARD', token, ...part } })
    server.gateway.down.clear()
    const refusal = await refused(server, show, () =>
      swapSeats(buyer, booking.id, { release: [seats[0]!], take: [seats[2]!] }),
    )
    expect(refusal).toMatchObject({
      __typename: 'BookingStateError',
      message: 'The booking is being paid for: its seats cannot change now.',
    })
  })
})

describe('NotFoundError', () => {
  it('is returned for the hold of somebody else', async () => {
    const { show, booking, seats } = await hold()
    const other = await server.signInAsGuest()
    const refusal = await refused(server, show, () =>
      swapSeats(other, booking.id, { release: [seats[0]!], take: [seats[2]!] }),
    )
    expect(refusal.__typename).toBe('NotFoundError')
  })

  it('is returned for seats of another show, and for seats to release that the hold does not have', async () => {
    const { show, booking, seats } = await hold()
    const elsewhere = await server.seed.show()
    const wishes = [
      { release: [seats[0]!], take: [elsewhere.seatIds[0]!] },
      { release: [elsewhere.seatIds[0]!], take: [seats[2]!] },
      { release: [seats[3]!], take: [seats[2]!] },
    ]
    for (const wish of wishes) {
      const refusal = await refused(server, show, () => swapSeats(buyer, booking.id, wish))
      expect(refusal.__typename).toBe('NotFoundError')
    }
  })
})

describe('bad input', () => {
  it.each([
    ['no seat to release', [], [2]],
    ['no seat to take', [0], []],
    ['the same seat twice', [0], [2, 2]],
    ['a seat that is released and taken', [0], [0]],
  ])('is refused: %s', async (_what, release, take) => {
    const { show, booking, seats } = await hold()
    const seatsAt = (indexes: number[]) => indexes.map((index) => seats[index]!)
    await refused(server, show, () =>
      expect(swapSeats(buyer, booking.id, { release: seatsAt(release), take: seatsAt(take) })).rejects.toThrow(
        'BAD_USER_INPUT',
      ),
    )
  })
})
