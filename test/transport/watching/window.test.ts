import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromSeatId } from '../../../src/modules/seatmaps/index.js'
import { RawSocket } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import type { SeatMapChange } from '../../kit/watchedMap.js'

const WINDOW_MS = 400
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId status version } } }'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { seatMapWindowMs: WINDOW_MS } })
})
afterAll(() => server.close())

it('the first change goes at once, and what follows within the window as one, with the last state of each seat', async () => {
  const show = await server.seed.show({ seats: 3 })
  const [a, b] = show.seatIds as [string, string, string]
  const change = (seatId: string, version: number) =>
    server.services.seatMaps.publish([
      { ...fromSeatId(seatId)!, status: version % 2 === 0 ? 'AVAILABLE' : 'HELD', version },
    ])
  const socket = await RawSocket.open(server.url)
  const changes = (): SeatMapChange[] => socket.payloads('1').map(({ data }) => data.seatMapChanged)
  socket.subscribe('1', WATCH, { id: show.id })
  await expect.poll(changes).toHaveLength(1)

  change(a, 1)
  await expect.poll(changes, { interval: 5 }).toHaveLength(2)
  const firstAt = performance.now()
  for (let version = 2; version <= 20; version++) change(a, version)
  for (let version = 1; version <= 5; version++) change(b, version)
  await expect.poll(changes, { interval: 5 }).toHaveLength(3)
  expect(performance.now() - firstAt).toBeGreaterThan(WINDOW_MS * 0.7)
  expect(changes().slice(1)).toEqual([
    { kind: 'DELTA', seats: [{ seatId: a, status: 'HELD', version: 1 }] },
    {
      kind: 'DELTA',
      seats: [
        { seatId: a, status: 'AVAILABLE', version: 20 },
        { seatId: b, status: 'HELD', version: 5 },
      ],
    },
  ])
  socket.close()
})
