import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawRanks } from '../../../src/modules/waitingroom/lottery.js'
import type { Client } from '../../kit/client.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { joinRoom, queueUp, readPlace, readRoom, stage, watchPlace } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

/** Numbers in the order in which a seed lets them in, as anybody can work it out. */
function recompute({ seed, entrants }: { seed: string; entrants: number }): number[] {
  const keyed = Array.from({ length: entrants }, (_, index) => {
    const key = createHash('sha256')
      .update(`${seed}:${index + 1}`)
      .digest('hex')
      .slice(0, 12)
    return { key, number: index + 1 }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ number }) => number)
}

const LOTTERY = { mode: 'LOTTERY', opensInSeconds: 60, admittedPerSecond: 1 } as const

async function positions(clients: readonly Client[], show: SeededShow) {
  const places = await Promise.all(clients.map((client) => readPlace(client, show)))
  return places.map((place) => place!.position)
}

describe('a lottery', () => {
  it('tells numbers, but neither an order nor a seed, before the sale opens', async () => {
    const { show, opened } = await stage(server, LOTTERY)
    expect(opened.waitingRoom).toMatchObject({ mode: 'LOTTERY', lottery: null })
    const [, ben] = await queueUp(server, show, 2)
    const place = { status: 'WAITING', position: null, estimatedSeconds: null, lotteryNumber: 2, admission: null }
    expect(await readPlace(ben!, show)).toEqual(place)
    await server.services.waitingRooms.look()
    expect(await server.seed.sql('SELECT seed, drawn FROM waiting_room WHERE show_id = $1', [show.key])).toEqual([
      { seed: null, drawn: null },
    ])
  })

  it('lets in by what anybody can compute from its seed and the numbers, and who comes later behind', async () => {
    const { show } = await stage(server, LOTTERY)
    const crowd = await queueUp(server, show, 12)
    server.clock.jump(60)
    const late = await queueUp(server, show, 2)
    const { lottery } = await readRoom(crowd[0]!, show)
    expect(lottery).toMatchObject({ seed: expect.stringMatching(/^[0-9a-f]{64}$/), entrants: 12 })
    const order = recompute(lottery)
    expect(await positions(crowd, show)).toEqual(crowd.map((_, index) => order.indexOf(index + 1) + 1))
    expect(await positions(late, show)).toEqual([13, 14])
    expect((await readPlace(late[0]!, show))!.lotteryNumber).toBeNull()
    server.clock.jump(3)
    for (const [index, number] of order.entries()) {
      const { status } = (await readPlace(crowd[number - 1]!, show))!
      expect(status).toBe(index < 3 ? 'ADMITTED' : 'WAITING')
    }
  })

  it('lets in from the draw on, where no server ran when the sale opened', async () => {
    const { show } = await stage(server, LOTTERY)
    const crowd = await queueUp(server, show, 3)
    server.clock.jump(2_000)
    await server.services.waitingRooms.look()
    expect((await positions(crowd, show)).toSorted()).toEqual([1, 2, 3])
  })

  it('is drawn once, whichever server comes first', async () => {
    const other = await startServer({ beside: server, config: { workJobs: false } })
    const { show } = await stage(server, LOTTERY)
    const crowd = await queueUp(server, show, 4)
    await other.services.waitingRooms.look()
    server.clock.jump(60)
    const rooms = [server, other].map(({ services }) => services.waitingRooms)
    await Promise.all([...rooms.map((room) => room.look()), joinRoom(await server.signInAsGuest(), show)])
    for (const room of rooms) await room.look()
    const [here, there] = rooms.map((room) => room.find(show.key)!.lottery)
    expect(here).toEqual(there)
    expect(here!.entrants).toBe(4)
    expect(new Set(await positions(crowd, show))).toEqual(new Set([1, 2, 3, 4]))
    await other.close()
  })

  it('is told to those who watch as soon as it is drawn', async () => {
    const { show } = await stage(server, LOTTERY)
    const [ada] = await queueUp(server, show, 1)
    const watcher = watchPlace(ada!, show)
    expect(await watcher.next()).toMatchObject({ status: 'WAITING', position: null, lotteryNumber: 1 })
    server.clock.jump(60)
    let place = await watcher.next()
    // It may be its turn to be told in the moment before the draw.
    while (place.position === null) place = await watcher.next()
    expect(place).toMatchObject({ status: 'WAITING', position: 1, lotteryNumber: 1 })
    await watcher.close()
  })
})

describe('drawRanks', () => {
  it('gives each number a rank of its own, the same for the same seed', async () => {
    const ranks = await drawRanks('a seed', 6_000)
    expect([...ranks].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 6_000 }, (_, index) => index + 1))
    const order = recompute({ seed: 'a seed', entrants: 6_000 })
    expect(order.slice(0, 20).map((number) => ranks[number - 1])).toEqual(order.slice(0, 20).map((_, rank) => rank + 1))
    expect(await drawRanks('a seed', 6_000)).toEqual(ranks)
  })

  it('gives every number every rank about equally often', async () => {
    const counts = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0])
    for (let seed = 0; seed < 2_000; seed++) {
      const ranks = await drawRanks(`seed ${seed}`, 5)
      for (const [index, rank] of ranks.entries()) counts[index]![rank - 1]! += 1
    }
    // 400 are expected of each, with a standard deviation of 18. The seeds are always the same ones.
    for (const count of counts.flat()) expect(Math.abs(count - 400)).toBeLessThan(80)
  })
})
