import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'

const CONFIG = { holdsPerMinute: 3, workJobs: false }

let server: TestServer
let other: TestServer
let alone: TestServer
let ada: Client
let show: SeededShow

beforeAll(async () => {
  // It never goes back: what spares a Redis that was too slow once goes by it.
  vi.useFakeTimers({ toFake: ['Date'] })
  server = await startServer({ config: CONFIG })
  other = await startServer({ config: CONFIG, beside: server })
  alone = await startServer({ config: CONFIG, beside: server, isAlone: true })
})
beforeEach(async () => {
  ada = await server.signInAsGuest()
  show = await server.seed.show({ seats: 9 })
})
afterAll(async () => {
  for (const each of [alone, other, server]) await each.close()
  vi.useRealTimers()
})

const hold = (seat: number, more: object = {}, client = ada) => holdSeats(client, show, [show.seatIds[seat]!], more)
const at = ({ url }: TestServer, { token }: Client) => createClient(url, token)
const HELD = { __typename: 'HoldSeatsSuccess' }
const LIMITED = { __typename: 'RateLimitedError' }
const holdThree = async (client = ada) => {
  for (const seat of [0, 1, 2]) expect(await hold(seat, {}, client)).toMatchObject(HELD)
}
const countBookings = async () =>
  (await server.seed.sql('SELECT count(*)::int FROM booking WHERE show_id = $1', [show.key]))[0].count

describe('RateLimitedError', () => {
  it('is given to the fourth hold of a minute, of any show, and nothing is written', async () => {
    await holdThree()
    const elsewhere = await server.seed.show()
    const refusal = await holdSeats(ada, elsewhere, elsewhere.seatIds, { idempotencyKey: 'fourth' })
    expect(refusal).toEqual({
      __typename: 'RateLimitedError',
      message: 'Too many holds within a minute: try again in 60 s.',
      retryAfterSeconds: 60,
    })
    expect(await server.seed.sql('SELECT id FROM booking WHERE show_id = $1', [elsewhere.key])).toEqual([])
    expect(await server.seed.sql(`SELECT key FROM idempotency_record WHERE key = 'fourth'`)).toEqual([])
    expect(await hold(3, {}, await server.signInAsGuest())).toMatchObject(HELD)
  })

  it('is not kept: the same request goes through once the minute is over', async () => {
    await holdThree()
    const key = { idempotencyKey: randomUUID() }
    expect(await hold(3, key)).toMatchObject(LIMITED)
    vi.setSystemTime(Date.now() + 60_000)
    expect(await hold(3, key)).toMatchObject(HELD)
  })

  it('is given to the fourth hold of any minute, however the clock stands', async () => {
    expect(await hold(0)).toMatchObject(HELD)
    vi.setSystemTime(Date.now() + 59_000)
    for (const seat of [1, 2]) expect(await hold(seat)).toMatchObject(HELD)
    vi.setSystemTime(Date.now() + 1_000)
    expect(await hold(3)).toMatchObject(HELD)
    expect(await hold(4)).toEqual({
      ...LIMITED,
      message: 'Too many holds within a minute: try again in 59 s.',
      retryAfterSeconds: 59,
    })
  })

  it('is given to all but three of many at once, each alias counted', async () => {
    const fields = show.seatIds.slice(0, 6).map((seatId, n) => {
      const input = `{ showId: "${show.id}", seatIds: ["${seatId}"], idempotencyKey: "alias ${n}" }`
      return `a${n}: holdSeats(input: ${input}) { __typename }`
    })
    const aliases = await ada.query(`mutation { ${fields.join(' ')} }`)
    expect(Object.values(aliases)).toEqual([HELD, HELD, HELD, LIMITED, LIMITED, LIMITED])
    const ben = await server.signInAsGuest()
    const answers = await Promise.all([3, 4, 5, 6, 7, 8].map((seat) => hold(seat, {}, ben)))
    expect(answers.filter(({ __typename }) => __typename === HELD.__typename)).toHaveLength(3)
    expect(await countBookings()).toBe(6)
  })

  it('is given by all servers together', async () => {
    const holdAtBoth = async () => {
      // A Redis that was too slow is asked again.
      vi.setSystemTime(Date.now() + 1_000)
      const fan = await server.signInAsGuest()
      show = await server.seed.show({ seats: 9 })
      for (const seat of [0, 1]) await hold(seat, {}, at(server, fan))
      await hold(2, {}, at(other, fan))
      return (await hold(3, {}, at(other, fan))).__typename
    }
    await expect.poll(holdAtBoth, { timeout: 15_000 }).toBe(LIMITED.__typename)
  })

  it('is given by a server without Redis', async () => {
    const fan = at(alone, ada)
    await holdThree(fan)
    expect(await hold(3, {}, fan)).toMatchObject(LIMITED)
    expect(await countBookings()).toBe(3)
  })

  it.each(LASTING_FAULTS.slice(0, 2))('is given by a server whose Redis is $name, too', async (fault) => {
    const stand = await FaultyRedis.start()
    const cutOff = await startServer({ config: CONFIG, beside: server, redisUrl: stand.url })
    const fan = at(cutOff, ada)
    await expect.poll(() => cutOff.services.pubsub.state()).toBe('connected')
    expect(await hold(0, {}, fan)).toMatchObject(HELD)
    await fault.begin(stand)
    for (const seat of [1, 2]) expect(await hold(seat, {}, fan)).toMatchObject(HELD)
    expect(await hold(3, {}, fan)).toMatchObject(LIMITED)
    await cutOff.close()
    await stand.close()
  })

  it('does not stand before the answer that a key has got', async () => {
    const key = { idempotencyKey: 'kept' }
    const held = await hold(0, key)
    await hold(1)
    await hold(2)
    expect(await hold(3)).toMatchObject(LIMITED)
    expect(await hold(0, key)).toEqual(held)
    expect(await hold(1, key)).toMatchObject({ __typename: 'IdempotencyMismatchError' })
  })
})

describe('the budget of an account', () => {
  it('is not touched by the same key again', async () => {
    const key = { idempotencyKey: 'again' }
    const held = await hold(0, key)
    for (let times = 0; times < 4; times++) expect(await hold(0, key)).toEqual(held)
    expect(await hold(1)).toMatchObject(HELD)
    expect(await hold(2)).toMatchObject(HELD)
    expect(await hold(3)).toMatchObject(LIMITED)
  })

  it('is not touched by many at once that come to nothing', async () => {
    const ben = await server.signInAsGuest()
    expect(await hold(8, {}, ben)).toMatchObject(HELD)
    const answers = await Promise.all(Array.from({ length: 9 }, () => hold(8)))
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(9).fill('SeatsUnavailableError'))
  })

  it('has room for the last hold also where it comes twice at once', async () => {
    for (const seat of [0, 1]) expect(await hold(seat)).toMatchObject(HELD)
    const key = { idempotencyKey: 'twins' }
    const [one, other] = await Promise.all([hold(2, key), hold(2, key)])
    expect(one).toMatchObject(HELD)
    expect(other).toEqual(one)
  })

  it('is not touched by seats that others have, nor by other refusals', async () => {
    const ben = await server.signInAsGuest()
    expect(await hold(8, {}, ben)).toMatchObject(HELD)
    for (let times = 0; times < 5; times++) {
      expect(await hold(8)).toMatchObject({ __typename: 'SeatsUnavailableError' })
    }
    const started = await server.seed.show({ startsInSeconds: -60 })
    for (let times = 0; times < 4; times++) {
      expect(await holdSeats(ada, started)).toMatchObject({ __typename: 'ShowClosedError' })
    }
    await holdThree()
    expect(await hold(3)).toMatchObject(LIMITED)
  })
})
