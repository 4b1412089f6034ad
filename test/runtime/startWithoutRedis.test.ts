import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { RestartableRedis } from '../../torture/world/restartableRedis.js'
import { createClient } from '../kit/client.js'
import { holdSeats } from '../kit/operations.js'
import { build, type Program } from './program.js'
import { WORKER, WORKS, WorkerStage } from './workerStage.js'

const PATIENCE = { timeout: 60_000, interval: 50 }
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { status } } }'

let stage: WorkerStage
let redis: RestartableRedis

// Each start is a process, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000 })
beforeAll(build)
beforeEach(async () => {
  stage = await WorkerStage.open()
  redis = await RestartableRedis.start()
  await redis.kill()
})
afterEach(async () => {
  await stage.clear()
  await redis.stop()
})

async function readBus(api: Program): Promise<string> {
  const response = await fetch(`${await api.ready()}/health`)
  return `${response.status} ${((await response.json()) as { bus: string }).bus}`
}

/** What it tells of a Redis that it did not reach. */
function warningOf({ stdout }: Program): string {
  const { msg } = JSON.parse(stdout.slice(0, stdout.indexOf('\n')))
  return msg
}

const warning = () =>
  `The Redis redis://***@${new URL(redis.url).host} cannot be reached: nothing listens there. Until it is, other processes hear of changed seats from Postgres, within a second.`

describe('a server that starts while Redis is away', () => {
  it('warns, serves, and uses Redis once it is there', async () => {
    const [api, other] = await Promise.all([0, 1].map(() => stage.startApi({ REDIS_URL: redis.url })))
    expect(warningOf(api!)).toBe(warning())
    expect(await readBus(api!)).toBe('200 lost')
    const buyer = await stage.signInAsGuest(api!)
    const show = await stage.seed.show({ seats: 2 })
    const watchers = [buyer, createClient(`${await other!.ready()}/graphql`)].map((client) =>
      client.subscribe(WATCH, { id: show.id }),
    )
    for (const watcher of watchers) await watcher.next()
    expect(await holdSeats(buyer, show, show.seatIds.slice(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    for (const watcher of watchers) {
      expect((await watcher.next()).seatMapChanged).toEqual({ kind: 'DELTA', seats: [{ status: 'HELD' }] })
      await watcher.close()
    }
    await redis.start()
    await expect.poll(() => readBus(api!), PATIENCE).toBe('200 connected')
    expect(await holdSeats(buyer, show, show.seatIds.slice(1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
  })
})

describe('a worker that starts while Redis is away', () => {
  it('warns and works', async () => {
    const worker = await stage.start(WORKER, { REDIS_URL: redis.url })
    await worker.says(WORKS)
    expect(warningOf(worker)).toBe(warning())
  })
})
