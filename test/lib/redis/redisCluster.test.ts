import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { RedisPubSub } from '../../../src/lib/redis/redisPubSub.js'
import { toSlot } from '../../../src/lib/redis/redisSlots.js'
import { RedisClusterStand } from '../../kit/redisCluster.js'

let cluster: RedisClusterStand
let here: RedisPubSub
let there: RedisPubSub
const onStateChange = vi.fn()

const NAMESPACE = 'test'
const POLL = { timeout: 30_000 }
const TOPICS = Array.from({ length: 12 }, (_, index) => `show:${index}:seats`)
const channelOf = (topic: string) => `marquee:${NAMESPACE}:${topic}`

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })
beforeAll(async () => {
  cluster = await RedisClusterStand.start()
  here = openBus()
  there = openBus(onStateChange)
})
afterAll(async () => {
  await here.close()
  await there.close()
  await cluster.close()
})

function openBus(onChange = vi.fn()): RedisPubSub {
  const onForeignMessage = vi.fn()
  return new RedisPubSub({ url: cluster.url, namespace: NAMESPACE, onStateChange: onChange, onForeignMessage })
}

async function areConnected(): Promise<void> {
  await expect.poll(() => [here.state(), there.state()], POLL).toEqual(['connected', 'connected'])
}

/** Waits until what is published here is heard there, for each topic. */
async function reach(heard: ReadonlyMap<string, unknown[]>): Promise<void> {
  for (const [topic, messages] of heard) {
    const before = messages.length
    const tell = () => {
      here.publish(topic, 'news')
      return messages.length
    }
    await expect.poll(tell, POLL).toBeGreaterThan(before)
  }
}

function listen(topics: readonly string[]): Map<string, unknown[]> {
  const heard = new Map<string, unknown[]>()
  for (const topic of topics) {
    const messages: unknown[] = []
    heard.set(topic, messages)
    there.subscribe(topic, (message) => messages.push(message))
  }
  return heard
}

describe('slots', () => {
  it.each(['123456789', 'foo', '{user1000}.following', 'foo{}{bar}', 'foo{{bar}}zap', 'a{b', '{}', 'é'])(
    'are those that Redis says: %s',
    async (key) => {
      expect(toSlot(key)).toBe(await cluster.masters[0]!.call('CLUSTER', 'KEYSLOT', key))
    },
  )
})

describe('a Redis Cluster', () => {
  it('carries each topic by the master that has its slot', async () => {
    await reach(listen(TOPICS))
    for (const master of cluster.masters) {
      const own = TOPICS.map(channelOf).filter((channel) => cluster.ownerOf(toSlot(channel)) === master)
      expect(own).not.toEqual([])
      expect((await master.call('PUBSUB', 'SHARDCHANNELS')).toSorted()).toEqual(own.toSorted())
    }
  })

  it('is followed when a slot moves, and when it moves back', async () => {
    const [topic] = TOPICS as [string]
    const heard = listen([topic])
    await reach(heard)
    const slot = toSlot(channelOf(topic))
    const from = cluster.ownerOf(slot)
    const to = cluster.masters.find((master) => master !== from)!
    for (const [source, target] of [
      [from, to],
      [to, from],
    ] as const) {
      await cluster.move(slot, source, target)
      await reach(heard)
      await expect.poll(() => target.call('PUBSUB', 'SHARDCHANNELS'), POLL).toContain(channelOf(topic))
    }
  })

  it.each([
    {
      fault: 'is killed and comes back',
      begin: async (index: number) => cluster.masters[index]!.kill(),
      end: async (index: number) => cluster.masters[index]!.start(),
    },
    {
      fault: 'hangs',
      begin: async (index: number) => cluster.masters[index]!.signal('SIGSTOP'),
      end: async (index: number) => cluster.masters[index]!.signal('SIGCONT'),
    },
  ])('of which a master $fault is told as lost, and carries all topics afterwards', async ({ begin, end }) => {
    onStateChange.mockClear()
    const heard = listen(TOPICS)
    await reach(heard)
    await begin(1)
    await expect.poll(() => [here.state(), there.state()], POLL).toEqual(['lost', 'lost'])
    for (const topic of TOPICS) here.publish(topic, 'told while it is away')
    await end(1)
    await reach(heard)
    await areConnected()
    await expect.poll(() => onStateChange.mock.calls.slice(0, 1), POLL).toEqual([[expect.any(Error)]])
    await expect.poll(() => onStateChange.mock.calls.at(-1), POLL).toEqual([])
  })

  it('is followed when a replica takes the place of a master', async () => {
    const replica = await cluster.addReplica(cluster.masters[2]!)
    const heard = listen(TOPICS)
    await reach(heard)
    await cluster.masters[2]!.kill()
    await expect.poll(() => replica.call('INFO', 'replication'), POLL).toContain('role:master')
    await reach(heard)
    await areConnected()
    await cluster.masters[2]!.start()
  })
})
