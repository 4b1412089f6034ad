import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client, Subscription } from '../../kit/client.js'
import { confirmBooking, holdSeats, releaseSeats, seatCodes } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { CHANGE_FIELDS, type Change, readTruth, WatchedMap } from '../../kit/watchedMap.js'

// Two servers on one database and one Redis: what happens on one is watched on the other.
let here: TestServer
let there: TestServer
let buyer: Client

beforeAll(async () => {
  here = await startServer()
  there = await startServer({ beside: here })
  buyer = await here.signInAsGuest()
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const WATCH = `subscription ($id: ID!, $after: String) {
  seatMapChanged(showId: $id, after: $after) { ${CHANGE_FIELDS} } }`

const watch = (server: TestServer, show: SeededShow, after?: string) =>
  server.anonymous.subscribe(WATCH, { id: show.id, after })

const next = async (watcher: Subscription): Promise<Change> => (await watcher.next()).seatMapChanged

describe('without a cursor', () => {
  it('the first event is a SNAPSHOT of all seats, each later one a DELTA', async () => {
    const show = await here.seed.show({ seats: 3 })
    const [a, b, c] = show.seatIds
    const watcher = watch(here, show)
    const snapshot = await next(watcher)
    expect(snapshot.kind).toBe('SNAPSHOT')
    expect(snapshot.seats).toEqual([a, b, c].map((seatId) => ({ seatId, status: 'AVAILABLE', version: 0 })))
    const { booking } = await holdSeats(buyer, show, [a!, b!])
    const held = await next(watcher)
    expect(held.kind).toBe('DELTA')
    expect(held.seats).toEqual([a, b].map((seatId) => ({ seatId, status: 'HELD', version: 1 })))
    await confirmBooking(buyer, booking.id)
    expect((await next(watcher)).seats).toEqual([a, b].map((seatId) => ({ seatId, status: 'BOOKED', version: 2 })))
    await watcher.close()
  })

  it('no old news comes after it, though a transaction runs that is older than the show', async () => {
    const old = new pg.Client({ connectionString: here.databaseUrl })
    await old.connect()
    await old.query('BEGIN')
    await old.query('SELECT pg_current_xact_id()')
    const show = await here.seed.show({ seats: 3 })
    const watcher = watch(here, show)
    await next(watcher)
    // Told by nobody: a look into the database finds it, and all that a transaction may have done since the old one began.
    await here.seed.sql(
      `UPDATE show_seat SET status = 'BLOCKED', version = version + 1 WHERE show_id = $1 AND seat_id =
      (SELECT max(seat_id) FROM show_seat WHERE show_id = $1)`,
      [show.key],
    )
    expect((await next(watcher)).seats).toEqual([{ seatId: show.seatIds[2], status: 'BLOCKED', version: 1 }])
    await old.end()
    await watcher.close()
  })
})

describe('with a cursor', () => {
  it('the first event is a DELTA of what has changed since, on any server', async () => {
    const show = await here.seed.show({ seats: 3 })
    const watcher = watch(here, show)
    const { cursor } = await next(watcher)
    await watcher.close()
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    const back = watch(there, show, cursor)
    const { kind, seats } = await next(back)
    expect(kind).toBe('DELTA')
    expect(seats).toContainEqual({ seatId: show.seatIds[0], status: 'HELD', version: 1 })
    await back.close()
  })

  it('of seatMap it goes on from that map', async () => {
    const show = await here.seed.show({ seats: 2 })
    const { seatMap } = await buyer.query('query ($id: ID!) { seatMap(showId: $id) { cursor } }', { id: show.id })
    const { booking } = await holdSeats(buyer, show, show.seatIds.slice(1))
    await releaseSeats(buyer, booking.id)
    const watcher = watch(here, show, seatMap.cursor)
    const { kind, seats } = await next(watcher)
    expect(kind).toBe('DELTA')
    expect(seats).toContainEqual({ seatId: show.seatIds[1], status: 'AVAILABLE', version: 2 })
    await watcher.close()
  })

  it('comes with a DELTA of nothing when nothing has changed', async () => {
    const show = await here.seed.show({ seats: 1 })
    await here.seed.sql('SELECT pg_current_xact_id()')
    const comeBack = async () => {
      const { seatMap } = await buyer.query('query ($id: ID!) { seatMap(showId: $id) { cursor } }', { id: show.id })
      const watcher = watch(here, show, seatMap.cursor)
      const first = await next(watcher)
      await watcher.close()
      return first
    }
    // While a transaction runs that began before the seats were made, on any database here, they may be told again.
    await expect.poll(comeBack, { timeout: 15_000 }).toMatchObject({ kind: 'DELTA', seats: [] })
  })

  it('from a future that this database has not seen gets a SNAPSHOT', async () => {
    const show = await here.seed.show({ seats: 2 })
    const future = Buffer.from(`${show.key}@999999999`).toString('base64url')
    const watcher = watch(here, show, future)
    const { kind, seats } = await next(watcher)
    expect(kind).toBe('SNAPSHOT')
    expect(seats).toHaveLength(2)
    await watcher.close()
  })

  it('that is none, or one of another show, is refused', async () => {
    const [show, other] = [await here.seed.show(), await here.seed.show()]
    const { seatMap } = await buyer.query('query ($id: ID!) { seatMap(showId: $id) { cursor } }', { id: other.id })
    for (const after of ['nonsense', seatMap.cursor]) {
      await expect(next(watch(here, show, after))).rejects.toThrow('BAD_USER_INPUT')
    }
  })
})

describe('a show that does not exist', () => {
  it.each(['nonsense', Buffer.from('Show:99999').toString('base64url')])('is refused: %s', async (id) => {
    await expect(here.anonymous.subscribe(WATCH, { id }).next()).rejects.toThrow('BAD_USER_INPUT')
  })
})

describe('two servers', () => {
  it('tell each other by Redis', async () => {
    const show = await here.seed.show({ seats: 1 })
    const watcher = watch(there, show)
    await next(watcher)
    await holdSeats(buyer, show)
    expect((await next(watcher)).seats).toEqual([{ seatId: show.seatIds[0], status: 'HELD', version: 1 }])
    await watcher.close()
  })

  it('hear of each other’s changes within two seconds without Redis', async () => {
    const alone = await startServer({ beside: here, isAlone: true })
    const show = await here.seed.show({ seats: 1 })
    const watcher = watch(alone, show)
    await next(watcher)
    await holdSeats(buyer, show)
    const before = performance.now()
    expect((await next(watcher)).seats).toEqual([{ seatId: show.seatIds[0], status: 'HELD', version: 1 }])
    expect(performance.now() - before).toBeLessThan(2_000)
    await watcher.close()
    await alone.close()
  })
})

describe('two databases on one Redis', () => {
  it('do not hear of each other', async () => {
    const elsewhere = await startServer()
    for (const { seed } of [here, elsewhere]) await seed.sql(`SELECT setval('show_id_seq', 5000)`)
    const [mine, other] = [await here.seed.show({ seats: 2 }), await elsewhere.seed.show({ seats: 2 })]
    expect(other.key).toBe(mine.key)
    const watcher = watch(here, mine)
    await next(watcher)
    await holdSeats(await elsewhere.signInAsGuest(), other, other.seatIds.slice(0, 1))
    await holdSeats(buyer, mine, mine.seatIds.slice(1))
    expect((await next(watcher)).seats.map(({ seatId }) => seatId)).toEqual([mine.seatIds[1]])
    await watcher.close()
    await elsewhere.close()
  })
})

describe('a storm of holds', () => {
  it('leaves the map of everyone who comes in its midst equal to the database', async () => {
    const show = await here.seed.show({ seats: 30 })
    const buyers = await Promise.all(Array.from({ length: 6 }, () => here.signInAsGuest()))
    let isOver = false
    const storm = Promise.all(
      buyers.map(async (client, index) => {
        for (let round = 0; round < 12; round++) {
          const seats = show.seatIds.slice((index * 4 + round) % 28, ((index * 4 + round) % 28) + 2)
          const answer = await holdSeats(client, show, seats)
          if (answer.booking && round % 3 > 0) await releaseSeats(client, answer.booking.id)
        }
      }),
    ).finally(() => {
      isOver = true
    })
    const maps: { map: WatchedMap; watcher: Subscription }[] = []
    while (!isOver) {
      const watcher = watch(maps.length % 2 === 0 ? here : there, show)
      const map = new WatchedMap()
      maps.push({ map, watcher })
      map.apply(await next(watcher))
      void follow(map, watcher)
    }
    await storm
    const truth = await readTruth(here, show)
    expect(maps.length).toBeGreaterThan(2)
    for (const { map, watcher } of maps) {
      await expect.poll(() => map.of(show), { timeout: 5_000 }).toEqual(truth)
      await watcher.close()
    }
    expect(await seatCodes(buyer, show)).toHaveLength(30)
  })
})

async function follow(map: WatchedMap, watcher: Subscription): Promise<void> {
  try {
    for (;;) map.apply(await next(watcher))
  } catch {
    // It was closed.
  }
}
