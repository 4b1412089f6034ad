import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { holdSeats } from '../../kit/operations.js'
import { RawSocket } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { readSeats, type SeatMapChange, WATCH, WatchedMap } from '../../kit/watchedMap.js'

let staying: TestServer
let leaving: TestServer

beforeAll(async () => {
  staying = await startServer()
  leaving = await startServer({ beside: staying })
})
afterAll(() => staying.close())

describe('a server that stops', () => {
  it('sends its watchers to another one, where they miss nothing, not all at once', async () => {
    const show = await staying.seed.show({ seats: 4 })
    const buyer = await staying.signInAsGuest()
    const others = await Promise.all(Array.from({ length: 100 }, () => RawSocket.open(leaving.url)))
    for (const other of others) other.subscribe('1', WATCH, { id: show.id })
    await Promise.all(others.map((other) => other.wait(({ type }) => type === 'next')))

    const addresses = [leaving.url, staying.url]
    const client = createClient({
      url: () => addresses.shift()!.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryWait: async () => {
        // What happens while nobody tells it: it has to hear of that by its cursor.
        await holdSeats(buyer, show, show.seatIds.slice(1, 2))
      },
    })
    const map = new WatchedMap()
    const kinds: string[] = []
    const variables = { id: show.id, after: null as string | null }
    let isComplete = false
    client.subscribe<{ seatMapChanged: SeatMapChange }>(
      { query: WATCH, variables },
      {
        next({ data }) {
          const change = data!.seatMapChanged
          kinds.push(change.kind)
          map.apply(change)
          variables.after = change.cursor
        },
        error: () => {},
        complete: () => {
          isComplete = true
        },
      },
    )
    await expect.poll(() => map.seats.size).toBe(4)
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    await expect.poll(() => kinds).toEqual(['SNAPSHOT', 'DELTA'])

    const startedAt = performance.now()
    const [, ...closes] = await Promise.all([
      leaving.close(),
      ...others.map(({ closed }) => closed.then((close) => ({ ...close, afterMs: performance.now() - startedAt }))),
    ])
    expect(performance.now() - startedAt).toBeLessThan(4_000)
    expect(new Set(closes.map(({ code }) => code))).toEqual(new Set([1001]))
    const times = closes.map(({ afterMs }) => afterMs)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50)
    expect(others.flatMap(({ messages }) => messages.filter(({ type }) => type === 'complete'))).toEqual([])

    await expect.poll(() => kinds.slice(0, 3)).toEqual(['SNAPSHOT', 'DELTA', 'DELTA'])
    await holdSeats(buyer, show, show.seatIds.slice(2, 3))
    const truth = await readSeats(staying, show)
    expect(truth.map(({ status }) => status)).toEqual(['HELD', 'HELD', 'HELD', 'AVAILABLE'])
    await expect.poll(() => map.list(show)).toEqual(truth)
    expect(isComplete).toBe(false)
    await client.dispose()
  })
})
