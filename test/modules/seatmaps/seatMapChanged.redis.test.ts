import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fromGlobalId } from '../../../src/lib/globalId.js'
import { toSlot } from '../../../src/lib/redis/redisSlots.js'
import { openStand } from '../../kit/apiProcess.js'
import type { Client } from '../../kit/client.js'
import { holdSeats, releaseSeats } from '../../kit/operations.js'
import { RedisClusterStand } from '../../kit/redisCluster.js'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { StoppingProxy } from '../../kit/stoppingProxy.js'
import { readSeats } from '../../kit/watchedMap.js'
import { expectRight, type WatchedShow, watchShow } from '../../kit/watchedShow.js'

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

const watchBoth = (show: SeededShow) => Promise.all([here, there].map((server) => watchShow(server.anonymous, show)))

const bothRight = (show: SeededShow, watched: readonly WatchedShow[]) =>
  Promise.all([here, there].map((server, index) => expectRight(show, server, watched[index]!)))

const states = () => [here, there].map(({ services }) => services.pubsub.state())

/** A hold, and the release of one made before. */
async function change(show: SeededShow, index: number): Promise<void> {
  const { booking } = await holdSeats(buyer, show, show.seatIds.slice(index, index + 1))
  if (index % 2 === 1) await releaseSeats(buyer, booking.id)
}

describe.each(LASTING_FAULTS)('while Redis is $name', (fault) => {
  it('each map is right within two looks of each change, and after it; no hold waits for it', async () => {
    const show = await here.seed.show({ seats: 6 })
    const watched = await watchBoth(show)
    await change(show, 0)
    await bothRight(show, watched)
    await fault.begin(stand)
    // The first is told to a Redis that is thought to be there, the later ones once it is known to be away.
    for (const index of [1, 2]) {
      await change(show, index)
      await bothRight(show, watched)
    }
    await expect
      .poll(() => [here, there].map(({ services }) => services.pubsub.state()), POLL)
      .toEqual(['lost', 'lost'])
    await change(show, 3)
    await fault.end(stand)
    await bothRight(show, watched)
    await change(show, 4)
    await bothRight(show, watched)
    await expect.poll(states, POLL).toEqual(['connected', 'connected'])
    for (const { close } of watched) await close()
  })
})

describe.each(['pubsub', 'normal'] as const)('when Redis ends the connections of type %s', (type) => {
  it('each map is right within two looks', async () => {
    const show = await here.seed.show({ seats: 6 })
    const watched = await watchBoth(show)
    for (const index of [0, 1, 2, 3]) {
      await stand.killClients(type)
      await change(show, index)
      await bothRight(show, watched)
    }
    for (const { close } of watched) await close()
  })
})

describe('a Redis Cluster', () => {
  it('leaves each map right within two looks while a slot moves, and while a master is away', async () => {
    const cluster = await RedisClusterStand.start()
    const servers = [
      await startServer({ beside: here, redisUrl: cluster.url }),
      await startServer({ beside: here, redisUrl: cluster.url }),
    ]
    const show = await here.seed.show({ seats: 6 })
    const watched = await Promise.all(servers.map((server) => watchShow(server.anonymous, show)))
    const right = () => Promise.all(servers.map((server, index) => expectRight(show, server, watched[index]!)))
    await expect
      .poll(() => servers.map(({ services }) => services.pubsub.state()), POLL)
      .toEqual(['connected', 'connected'])
    const [channel] = (
      await Promise.all(cluster.masters.map((master) => master.call('PUBSUB', 'SHARDCHANNELS')))
    ).flat()
    const owner = cluster.ownerOf(toSlot(channel))
    const other = cluster.masters.find((master) => master !== owner)!
    const seller = await servers[0]!.signInAsGuest()
    const sell = (index: number) => holdSeats(seller, show, show.seatIds.slice(index, index + 1))
    await sell(0)
    await right()
    await cluster.move(toSlot(channel), owner, other)
    await sell(1)
    await right()
    await other.kill()
    await sell(2)
    await right()
    await other.start()
    await sell(3)
    await right()
    for (const { close } of watched) await close()
    for (const server of servers) await server.close()
    await cluster.close()
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
    const watched = await watchShow(survivor.anonymous, show)
    const about = fromGlobalId(booking.id)!.key
    const isCommitted = proxy.stop({ at: 'committed', sql: /show_seat/, about })
    void releaseSeats(client, booking.id).catch(() => {})
    await isCommitted
    await victim.kill()
    const truth = show.seatIds.map((id) => ({ id, status: 'AVAILABLE', version: 2 }))
    expect(await readSeats(other, show)).toEqual(truth)
    await expectRight(show, survivor, watched)
    await watched.close()
    await survivor.close()
    await proxy.close()
    await other.close()
  })
})
