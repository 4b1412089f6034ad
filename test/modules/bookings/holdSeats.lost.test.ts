import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../kit/client.js'
import { holdSeats, releaseSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

// Seats that were seen taken a moment ago are refused without being tried in Postgres.

/** Long enough for a test; its end is the clock's. */
const LOST_SEAT_MS = 60_000
const POLL = { timeout: 10_000 }

let server: TestServer
let other: TestServer
let ada: Client
let ben: Client
let show: SeededShow

beforeAll(async () => {
  const config = { lostSeatMs: LOST_SEAT_MS, workJobs: false }
  server = await startServer({ config })
  other = await startServer({ config, beside: server })
  ada = await server.signInAsGuest()
  ben = await server.signInAsGuest()
})
beforeEach(async () => {
  show = await server.seed.show({ seats: 6 })
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await other.close()
  await server.close()
})

/** How often holds are tried in Postgres while something is done, by any server here. */
async function countTries(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = sent.mock.calls.map(([config]) => (config as unknown as pg.QueryConfig).text ?? '')
  sent.mockRestore()
  return texts.filter((text) => /bookings\.insertHolds?\b/.test(text)).length
}

const seats = (...places: number[]) => places.map((place) => show.seatIds[place]!)
const taken = (...places: number[]) => ({
  __typename: 'SeatsUnavailableError',
  seats: seats(...places).map((seatId) => ({ seatId, status: 'HELD' })),
})

/** Lets Ada hold the first two seats, and Ben be refused them by Postgres: from then on they are known as lost. */
async function loseSeats(): Promise<string> {
  const { booking } = await holdSeats(ada, show, seats(0, 1))
  expect(await holdSeats(ben, show, seats(0, 1))).toMatchObject(taken(0, 1))
  return booking.id
}

describe('a seat that was seen taken a moment ago', () => {
  it('is refused without being tried, with all that are known as taken', async () => {
    await loseSeats()
    const tries = await countTries(async () => {
      expect(await holdSeats(ben, show, seats(0))).toEqual({
        message: 'One of the seats is taken. None of them is yours: choose others.',
        ...taken(0),
      })
      expect(await holdSeats(ben, show, seats(1, 2, 0))).toMatchObject({ __typename: 'SeatsUnavailableError' })
    })
    expect(tries).toBe(0)
    expect(await server.seed.sql('SELECT count(*)::int FROM booking WHERE show_id = $1', [show.key])).toEqual([
      { count: 1 },
    ])
  })

  it('leaves the others of its show to be had', async () => {
    await loseSeats()
    expect(await holdSeats(ben, show, seats(2, 3))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('is had again as soon as it is given back', async () => {
    const bookingId = await loseSeats()
    await releaseSeats(ada, bookingId)
    expect(await holdSeats(ben, show, seats(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('is had again as soon as another server has heard that it was given back', async () => {
    const bookingId = await loseSeats()
    const far = await other.signInAsGuest()
    expect(await holdSeats(far, show, seats(0))).toMatchObject(taken(0))
    await releaseSeats(ada, bookingId)
    const hold = async () => (await holdSeats(far, show, seats(0))).__typename
    await expect.poll(hold, POLL).toBe('HoldSeatsSuccess')
  })

  it('is tried again after a moment, also when nobody has told that it was given back', async () => {
    await loseSeats()
    await server.seed.sql(
      "UPDATE show_seat SET status = 'AVAILABLE', held_until = NULL, booking_id = NULL WHERE show_id = $1",
      [show.key],
    )
    server.clock.jump(LOST_SEAT_MS / 1000)
    const hold = async () => (await holdSeats(ben, show, seats(0))).__typename
    await expect.poll(hold, POLL).toBe('HoldSeatsSuccess')
  })

  it('is refused for longer while it is known not to have changed, and had again once its hold is over', async () => {
    await loseSeats()
    server.clock.jump(LOST_SEAT_MS / 1000)
    // The first is tried, if the show was not looked at yet.
    const tries = () => countTries(async () => expect(await holdSeats(ben, show, seats(0))).toMatchObject(taken(0)))
    await expect.poll(tries, POLL).toBe(0)
    server.clock.jump(LOST_SEAT_MS / 1000)
    expect(await tries()).toBe(0)
    server.clock.jump(600)
    expect(await holdSeats(ben, show, seats(0))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })

  it('is tried by a server that is to try each', async () => {
    const trying = await startServer({ config: { lostSeatMs: 0, workJobs: false }, beside: server })
    const buyer = await trying.signInAsGuest()
    await loseSeats()
    for (let times = 0; times < 2; times++) {
      expect(await countTries(() => holdSeats(buyer, show, seats(0)))).toBe(1)
    }
    await trying.close()
  })

  it('is tried once by all who come at once', async () => {
    await holdSeats(ada, show, seats(0))
    const crowd = await Promise.all(Array.from({ length: 40 }, () => server.signInAsGuest()))
    const tries = await countTries(async () => {
      const answers = await Promise.all(crowd.map((buyer) => holdSeats(buyer, show, seats(0))))
      for (const answer of answers) expect(answer).toMatchObject(taken(0))
    })
    expect(tries).toBeLessThan(40)
  })
})

describe('the key of a request for a lost seat', () => {
  it('gives the answer that it had before, also the success of who has the seat', async () => {
    const key = { idempotencyKey: 'mine' }
    const held = await holdSeats(ada, show, seats(0), key)
    expect(await holdSeats(ben, show, seats(0))).toMatchObject(taken(0))
    expect(await countTries(async () => expect(await holdSeats(ada, show, seats(0), key)).toEqual(held))).toBe(0)
  })

  it('keeps the refusal, also when the seat is free again', async () => {
    const bookingId = await loseSeats()
    const key = { idempotencyKey: 'refused' }
    const refusal = await holdSeats(ben, show, seats(0), key)
    await releaseSeats(ada, bookingId)
    expect(await holdSeats(ben, show, seats(0), key)).toEqual(refusal)
    expect(await holdSeats(ben, show, seats(1), key)).toMatchObject({ __typename: 'IdempotencyMismatchError' })
  })

  it('gives one answer to many who send it at once', async () => {
    await loseSeats()
    const key = { idempotencyKey: 'at once' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => holdSeats(ben, show, seats(0), key)))
    for (const answer of answers) expect(answer).toMatchObject(taken(0))
    expect(await server.seed.sql(`SELECT count(*)::int FROM idempotency_record WHERE key = 'at once'`)).toEqual([
      { count: 1 },
    ])
  })

  it('that Postgres cannot keep fails alone', async () => {
    await loseSeats()
    const wrong = holdSeats(ben, show, seats(0), { idempotencyKey: 'a\u0000b' }).catch((error: Error) => error.message)
    const others = await Promise.all(Array.from({ length: 5 }, () => holdSeats(ada, show, seats(1))))
    for (const answer of others) expect(answer).toMatchObject(taken(1))
    expect(await wrong).toContain('BAD_USER_INPUT')
  })
})
