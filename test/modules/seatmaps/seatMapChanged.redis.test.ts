import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import { openStand } from '../../kit/apiProcess.js'
import type { Client, Subscription } from '../../kit/client.js'
import { holdSeats, releaseSeats } from '../../kit/operations.js'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { StoppingProxy } from '../../kit/stoppingProxy.js'
import { readSeats, WATCH, WatchedMap } from '../../kit/watchedMap.js'

// Two servers on one database, and one Redis that something happens to.
let stand: FaultyRedis
let here: TestServer
let there: TestServer
let buyer: Client

vi.setConfig({ testTimeout: 60_000 })
beforeAll(async () => {
  stand = await FaultyRedis.start()
  here = await startServer({ redisUrl: stand.url })
  there = await startServer({ beside: here, redisUrl: stand.url })
  buyer = await here.signInAsGuest()
})
afterAll(async () => {
  await there.close()
  await here.close()
  await stand.close()
})

const POLL = { timeout: 20_000, interval: 10 }
/** A server looks a second after its last look: what it does not know by the end of the second look from now, it knows after 2 s. */
const LOOKS_WITHIN_2_S = 2

/** Watches a show, and has its map as a client keeps it. */
async function watch(server: TestServer, show: SeededShow) {
  const map = new WatchedMap()
  const watcher = server.anonymous.subscribe(WATCH, { id: show.id })
  map.apply((await watcher.next()).seatMapChanged)
  void follow(watcher, map)
  return { server, map, close: () => watcher.close() }
}

async function follow(watcher: Subscription, map: WatchedMap): Promise<void> {
  try {
    for (;;) map.apply((await watcher.next()).seatMapChanged)
  } catch {
    // It was closed.
  }
}

/** Counts the looks of a server that have ended. */
function countLooks({ services: { db } }: TestServer) {
  const run = db.run.bind(db)
  const looks = { ended: 0 }
  const counting: typeof db.run = async (statement, values) => {
    try {
      return await run(statement, values)
    } finally {
      if (statement.name === 'seatmaps.readChanges') looks.ended++
    }
  }
  const spy = vi.spyOn(db, 'run').mockImplementation(counting)
  return { looks, stop: () => spy.mockRestore() }
}

/** Expects all maps to become equal to the database within so many looks of their servers. */
async function expectRight(show: SeededShow, watched: readonly Awaited<ReturnType<typeof watch>>[]): Promise<void> {
  const truth = await readSeats(here, show)
  await Promise.all(
    watched.map(async ({ server, map }) => {
      const { looks, stop } = countLooks(server)
      await expect.poll(() => map.list(show), POLL).toEqual(truth)
      stop()
      expect(looks.ended).toBeLessThanOrEqual(LOOKS_WITHIN_2_S)
    }),
  )
}

/** A hold, and the release of one made before. */
async function change(show: SeededShow, index: number): Promise<void> {
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(index, index + 1))
  if (index % 2 === 1) await releaseSeats(buyer, booking.id)
}

describe.each(LASTING_FAULTS)('while Redis is $name', (fault) => {
  it('each map is right within two looks of each change, and after it; no hold waits for it', async () => {
    const show = await here.seed.show({ seats: 6 })
    const watched = await Promise.all([watch(here, show), watch(there, show)])
    await change(show, 0)
    await expectRight(show, watched)
    await fault.begin(stand)
    // The first is told to a Redis that is thought to be there, the later ones once it is known to be away.
    for (const index of [1, 2]) {
      await change(show, index)
      await expectRight(show, watched)
    }
    await expect
      .poll(() => [here, there].map(({ services }) => services.pubsub.state()), POLL)
      .toEqual(['lost', 'lost'])
    await change(show, 3)
    await fault.end(stand)
    await expectRight(show, watched)
    await change(show, 4)
    await expectRight(show, watched)
    await expect
      .poll(() => [here, there].map(({ services }) => services.pubsub.state()), POLL)
      .toEqual(['connected', 'connected'])
    for (const { close } of watched) await close()
  })
})

describe.each(['pubsub', 'normal'] as const)('when Redis ends the connections of type %s', (type) => {
  it('each map is right within two looks', async () => {
    const show = await here.seed.show({ seats: 6 })
    const watched = await Promise.all([watch(here, show), watch(there, show)])
    for (const index of [0, 1, 2, 3]) {
      await stand.killClients(type)
      await change(show, index)
      await expectRight(show, watched)
    }
    for (const { close } of watched) await close()
  })
})

describe('a server that dies after it has committed and before it has told anybody', () => {
  it('leaves the maps of others right within two looks', async () => {
    const other = await openStand()
    const proxy = await StoppingProxy.open(other.databaseUrl)
    const survivor = await startServer({ beside: { ...here, databaseUrl: other.databaseUrl, seed: other.seed } })
    const victim = await other.start({ DATABASE_URL: proxy.url, WORK_JOBS: 'false' })
    const show = await other.seed.show({ seats: 2 })
    const { signInAsGuest } = await victim
      .client()
      .query('mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }')
    const client = victim.client(signInAsGuest.accessToken)
    const { booking } = await holdSeats(client, show)
    const watched = await watch(survivor, show)
    const about = fromGlobalId(booking.id)!.key
    const isCommitted = proxy.stop({ at: 'committed', sql: /show_seat/, about })
    void releaseSeats(client, booking.id).catch(() => {})
    await isCommitted
    await victim.kill()
    const truth = show.seatIds.map((id) => ({ id, status: 'AVAILABLE', version: 2 }))
    expect(await readSeats(other, show)).toEqual(truth)
    const { looks, stop } = countLooks(survivor)
    await expect.poll(() => watched.map.list(show), POLL).toEqual(truth)
    expect(looks.ended).toBeLessThanOrEqual(LOOKS_WITHIN_2_S)
    stop()
    await watched.close()
    await survivor.close()
    await proxy.close()
    await other.close()
  })
})
