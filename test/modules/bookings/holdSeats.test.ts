import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { holdSeats, seatCodes } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let buyer: Client

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())

const count = async (table: string) => Number((await server.seed.sql(`SELECT count(*) FROM ${table}`))[0].count)

describe('HoldSeatsSuccess', () => {
  it('is a PENDING booking with its end, its total and the price of each seat', async () => {
    const show = await server.seed.show({ seats: 3, price: 1250 })
    const { holdSeats } = await buyer.query(
      `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on HoldSeatsSuccess { booking {
        status createdAt expiresAt confirmedAt total { amount currency } show { id }
        seats { price { amount currency } seat { id label status version } } } } } }`,
      { input: { showId: show.id, seatIds: show.seatIds.slice(0, 2), idempotencyKey: 'first' } },
    )
    const { createdAt, expiresAt, ...booking } = holdSeats.booking
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(600_000)
    const price = { amount: '12.50', currency: 'EUR' }
    expect(booking).toEqual({
      status: 'PENDING',
      confirmedAt: null,
      show: { id: show.id },
      total: { amount: '25.00', currency: 'EUR' },
      seats: [
        { price, seat: { id: show.seatIds[0], label: 'A1', status: 'HELD', version: 1 } },
        { price, seat: { id: show.seatIds[1], label: 'A2', status: 'HELD', version: 1 } },
      ],
    })
    expect(await seatCodes(buyer, show)).toBe('HHA')
  })

  it('lasts as long as was asked for', async () => {
    const show = await server.seed.show()
    const { booking } = await holdSeats(buyer, show, show.seatIds, { holdSeconds: 300 })
    const left = Date.parse(booking.expiresAt) - server.clock.now().getTime()
    expect(left).toBeLessThanOrEqual(300_000)
    expect(left).toBeGreaterThan(290_000)
  })

  it('takes the seats of a hold whose time is over', async () => {
    const show = await server.seed.show({ seats: 2 })
    await holdSeats(buyer, show)
    server.clock.jump(601)
    const next = await server.signInAsGuest()
    expect(await holdSeats(next, show)).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })
})

describe('SeatsUnavailableError', () => {
  it('names the seats that cannot be had, and holds none of the others', async () => {
    const show = await server.seed.show({ seats: 4 })
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    await server.seed.sql(
      `UPDATE show_seat SET status = 'BLOCKED' WHERE show_id = $1 AND seat_id = (SELECT max(seat_id) FROM show_seat)`,
      [show.key],
    )
    const before = await count('booking')
    const next = await server.signInAsGuest()
    expect(await holdSeats(next, show)).toEqual({
      __typename: 'SeatsUnavailableError',
      message: '2 of the seats are taken. None of them is yours: choose others.',
      seats: [
        { seatId: show.seatIds[0], status: 'HELD' },
        { seatId: show.seatIds[3], status: 'BLOCKED' },
      ],
    })
    expect(await count('booking')).toBe(before)
    expect(await seatCodes(buyer, show)).toBe('HAAX')
  })
})

describe('ShowClosedError', () => {
  it.each([
    ['STARTED', -60],
    ['ENDED', -7_300],
  ])('is returned for a show that has %s', async (status, startsInSeconds) => {
    const show = await server.seed.show({ startsInSeconds })
    expect(await holdSeats(buyer, show)).toMatchObject({ __typename: 'ShowClosedError', show: { id: show.id, status } })
    expect(await seatCodes(buyer, show)).toBe('AAAA')
  })

  it('is returned for a show that is cancelled', async () => {
    const show = await server.seed.show()
    await server.seed.sql('UPDATE show SET cancelled_at = now() WHERE id = $1', [show.key])
    const refusal = await holdSeats(buyer, show)
    expect(refusal).toMatchObject({ __typename: 'ShowClosedError', show: { status: 'CANCELLED' } })
  })
})

describe('HoldLimitExceededError', () => {
  it('is returned to who holds at a show as often as is allowed already, until one of the holds ends', async () => {
    const show = await server.seed.show({ seats: 8 })
    const seatAt = (index: number) => [show.seatIds[index]!]
    const buyer = await server.signInAsGuest()
    for (let held = 0; held < 5; held++) {
      expect(await holdSeats(buyer, show, seatAt(held))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    }
    expect(await holdSeats(buyer, show, seatAt(5))).toMatchObject({ __typename: 'HoldLimitExceededError' })
    expect(await seatCodes(buyer, show)).toBe('HHHHHAAA')
    const other = await server.signInAsGuest()
    expect(await holdSeats(other, show, seatAt(5))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    server.clock.jump(600)
    expect(await holdSeats(buyer, show, seatAt(6))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('counts right when all come at once', async () => {
    const show = await server.seed.show({ seats: 10 })
    const buyer = await server.signInAsGuest()
    const answers = await Promise.all(show.seatIds.map((seatId) => holdSeats(buyer, show, [seatId])))
    const names = answers.map(({ __typename }) => __typename).sort()
    expect(names).toEqual([...Array(5).fill('HoldLimitExceededError'), ...Array(5).fill('HoldSeatsSuccess')])
  })
})

describe('SeatLimitExceededError', () => {
  it('tells how many seats a booking may have', async () => {
    const show = await server.seed.show({ seats: 11 })
    expect(await holdSeats(buyer, show)).toMatchObject({ __typename: 'SeatLimitExceededError', limit: 10 })
    expect(await seatCodes(buyer, show)).toBe('AAAAAAAAAAA')
  })
})

describe('NotFoundError', () => {
  it('is returned for a show that does not exist', async () => {
    const show = await server.seed.show()
    const elsewhere = { ...show, id: Buffer.from('Show:999999').toString('base64url') }
    expect(await holdSeats(buyer, elsewhere)).toMatchObject({ __typename: 'NotFoundError' })
  })

  it('is returned for seats of another show, and holds none', async () => {
    const [show, other] = [await server.seed.show(), await server.seed.show()]
    const mixed = [show.seatIds[0]!, other.seatIds[1]!]
    expect(await holdSeats(buyer, show, mixed)).toMatchObject({ __typename: 'NotFoundError' })
    expect(await seatCodes(buyer, show)).toBe('AAAA')
  })
})

describe('an idempotency key', () => {
  it('gives the same hold again, in any order of the seats', async () => {
    const show = await server.seed.show()
    const key = { idempotencyKey: 'again' }
    const first = await holdSeats(buyer, show, show.seatIds, key)
    const second = await holdSeats(buyer, show, show.seatIds.toReversed(), key)
    expect(second).toEqual(first)
  })

  it('gives the same refusal again, though the seats are free by now', async () => {
    const show = await server.seed.show({ seats: 1 })
    const other = await server.signInAsGuest()
    const { booking } = await holdSeats(other, show)
    const key = { idempotencyKey: 'refused' }
    const refusal = await holdSeats(buyer, show, show.seatIds, key)
    expect(refusal.__typename).toBe('SeatsUnavailableError')
    await other.query('mutation ($id: ID!) { releaseSeats(input: { bookingId: $id }) { __typename } }', {
      id: booking.id,
    })
    expect(await holdSeats(buyer, show, show.seatIds, key)).toEqual(refusal)
    expect(await seatCodes(buyer, show)).toBe('A')
  })

  it('is refused with another input', async () => {
    const show = await server.seed.show()
    const key = { idempotencyKey: 'other input' }
    await holdSeats(buyer, show, show.seatIds.slice(0, 1), key)
    const refusal = await holdSeats(buyer, show, show.seatIds.slice(1, 2), key)
    expect(refusal.__typename).toBe('IdempotencyMismatchError')
    expect(await seatCodes(buyer, show)).toBe('HAAA')
  })

  it('belongs to its viewer alone', async () => {
    const show = await server.seed.show()
    const key = { idempotencyKey: 'mine and yours' }
    const other = await server.signInAsGuest()
    await holdSeats(buyer, show, show.seatIds.slice(0, 1), key)
    const theirs = await holdSeats(other, show, show.seatIds.slice(1, 2), key)
    expect(theirs.__typename).toBe('HoldSeatsSuccess')
  })
})

describe('bad input', () => {
  it.each([
    ['no seats', { seatIds: [] }],
    ['a hold that is too short', { holdSeconds: 299 }],
    ['a hold that is too long', { holdSeconds: 901 }],
    ['an empty key', { idempotencyKey: '' }],
    ['a key of 256 characters', { idempotencyKey: 'k'.repeat(256) }],
    ['a key that Postgres cannot keep', { idempotencyKey: 'a\u0000b' }],
  ])('is refused: %s', async (_what, wrong) => {
    const show = await server.seed.show()
    const input = { showId: show.id, seatIds: show.seatIds, idempotencyKey: 'bad', ...wrong }
    const { data, errors } = await buyer.send(
      'mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }',
      { input },
    )
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: ['holdSeats'], extensions: { code: 'BAD_USER_INPUT' } }])
    expect(await seatCodes(buyer, show)).toBe('AAAA')
  })

  it('is refused: the same seat twice', async () => {
    const show = await server.seed.show()
    const twice = [show.seatIds[0]!, show.seatIds[0]!]
    await expect(holdSeats(buyer, show, twice)).rejects.toThrow('BAD_USER_INPUT')
  })

  it('is refused without a viewer', async () => {
    const show = await server.seed.show()
    await expect(holdSeats(server.anonymous, show)).rejects.toThrow('UNAUTHENTICATED')
  })
})
