import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { holdSeats, releaseSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { openSocket } from '../../kit/sharedSocket.js'
import { readSeats, type SeatMapChange, WATCH, WatchedMap } from '../../kit/watchedMap.js'
import { listFalseMaps, listFalseStarts, type Start, type Stop } from './cursorOracle.js'

// Two servers on one database and one Redis. One of them is stopped in the middle of the storm, and another comes in its place.
let here: TestServer
let there: TestServer

beforeAll(async () => {
  here = await startServer()
  there = await startServer({ beside: here })
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const SUBSCRIBES = 2_000
const WALKERS = 12
const BUYERS = 3
const SEATS = 40
/** The seats that are changed past the API, by transactions that take their time. */
const BLOCKED = 8
const MAX_EVENTS = 3

it('who comes in a storm of holds, thousands of times, misses nothing and is told nothing twice', {
  timeout: 180_000,
}, async () => {
  const show = await here.seed.show({ seats: SEATS })
  const log: Log = { starts: [], stops: [], subscribes: 0 }
  const isOver = () => log.subscribes >= SUBSCRIBES
  const storm = [...(await startBuyers(show, isOver)), blockSeats(show, isOver)]
  const walkers = Array.from({ length: WALKERS }, (_, index) => walk(index, show, log, isOver))
  await expect.poll(() => log.subscribes, { timeout: 120_000 }).toBeGreaterThan(SUBSCRIBES / 2)
  const replaced = there
  there = await startServer({ beside: here })
  await replaced.close()

  const standing = await Promise.all(walkers)
  await Promise.all(storm)
  const truth = await readSeats(here, show)
  for (const { map, close } of standing) {
    await expect.poll(() => map.list(show), { timeout: 10_000 }).toEqual(truth)
    await close()
  }
  expect(log.starts.filter(({ after }) => after !== undefined).length).toBeGreaterThan(SUBSCRIBES / 3)
  expect(await listFalseStarts(here.seed, show, log.starts)).toEqual([])
  expect(await listFalseMaps(here.seed, show, log.stops)).toEqual([])
})

interface Log {
  readonly starts: Start[]
  readonly stops: Stop[]
  subscribes: number
}

async function startBuyers(show: SeededShow, isOver: () => boolean): Promise<Promise<void>[]> {
  const clients = await Promise.all(Array.from({ length: BUYERS }, () => here.signInAsGuest()))
  return clients.map((client, index) => buy(client, show, index, isOver))
}

async function buy(client: Client, show: SeededShow, index: number, isOver: () => boolean): Promise<void> {
  for (let round = index * 7; !isOver(); round++) {
    const first = (round * 5) % (SEATS - BLOCKED - 2)
    const answer = await holdSeats(client, show, show.seatIds.slice(first, first + 2))
    if (answer.booking) await releaseSeats(client, answer.booking.id)
  }
}

/** Transactions that overlap: each begins before the one before it ends, every third is rolled back. */
async function blockSeats(show: SeededShow, isOver: () => boolean): Promise<void> {
  const pool = new pg.Pool({ connectionString: here.databaseUrl, max: 3 })
  const open: pg.PoolClient[] = []
  for (let round = 0; !isOver(); round++) {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query(
      `UPDATE show_seat SET status = CASE status WHEN 'BLOCKED' THEN 'AVAILABLE' ELSE 'BLOCKED' END::seat_status
       WHERE show_id = $1 AND seat_id = (SELECT max(seat_id) - $2::int FROM show_seat WHERE show_id = $1)`,
      [show.key, round % BLOCKED],
    )
    open.push(client)
    if (open.length === 3) await end(open.splice(round % 2, 1)[0]!, round)
  }
  for (const client of open) await end(client, 1)
  await pool.end()
}

async function end(client: pg.PoolClient, round: number): Promise<void> {
  await client.query(round % 3 === 0 ? 'ROLLBACK' : 'COMMIT')
  client.release()
}

/** Comes and goes, with a cursor and without, here and there, until the storm is over; then it stays. */
async function walk(index: number, show: SeededShow, log: Log, isOver: () => boolean) {
  let map = new WatchedMap()
  for (let round = index; ; round++) {
    const socket = openSocket((round % 2 === 0 ? here : there).url)
    for (let turn = 0; turn < 20 && !isOver(); turn++) {
      log.subscribes++
      if ((turn + index) % 5 === 0) map = new WatchedMap()
      if ((turn + index) % 7 === 0) map = await lookAtMap(show)
      const { cursor: after } = map
      const watcher = socket.subscribe(WATCH, { id: show.id, after })
      try {
        for (let events = 0; events <= (turn + round) % MAX_EVENTS && !isOver(); events++) {
          const change: SeatMapChange = (await watcher.next()).seatMapChanged
          map.apply(change)
          if (events === 0) log.starts.push({ after, change })
        }
        if (map.cursor !== undefined) log.stops.push({ cursor: map.cursor, seats: new Map(map.seats) })
        await watcher.close()
      } catch {
        // Its server has stopped.
        break
      }
    }
    await socket.close()
    if (isOver()) return stay(show, map)
  }
}

async function lookAtMap(show: SeededShow): Promise<WatchedMap> {
  const map = new WatchedMap()
  const { seatMap } = await there.anonymous
    .query('query ($id: ID!) { seatMap(showId: $id) { cursor rows { seats { id status version } } } }', { id: show.id })
    .catch(() => ({ seatMap: null }))
  if (seatMap === null) return map
  const seats = seatMap.rows.flatMap((row: { seats: { id: string; status: string; version: number }[] }) =>
    row.seats.map(({ id, status, version }) => ({ seatId: id, status, version })),
  )
  map.apply({ kind: 'SNAPSHOT', cursor: seatMap.cursor, seats })
  return map
}

function stay(show: SeededShow, map: WatchedMap) {
  const socket = openSocket(there.url)
  const watcher = socket.subscribe(WATCH, { id: show.id, after: map.cursor })
  const follow = async () => {
    for (;;) map.apply((await watcher.next()).seatMapChanged)
  }
  void follow().catch(() => {})
  return { map, close: () => socket.close() }
}
