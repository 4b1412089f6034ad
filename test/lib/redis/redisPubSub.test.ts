import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'

let stand: FaultyRedis

// Two processes and their bus, each with all of it to itself.
beforeEach(async () => {
  stand = await FaultyRedis.start()
})
afterEach(() => stand.close())

const POLL = { timeout: 15_000 }

async function openBus() {
  const onStateChange = vi.fn()
  const onForeignMessage = vi.fn()
  const bus = await stand.openBus({ onStateChange, onForeignMessage })
  return { bus, onStateChange, onForeignMessage }
}

type Bus = Awaited<ReturnType<typeof openBus>>

function listen({ bus }: Bus, topic: string): unknown[] {
  const heard: unknown[] = []
  bus.subscribe(topic, (message) => heard.push(message))
  return heard
}

/** Waits until what is published in one process is heard in another. */
async function reach({ bus }: Bus, topic: string, heard: unknown[]): Promise<void> {
  const before = heard.length
  const tell = () => {
    bus.publish(topic, 'news')
    return heard.length
  }
  await expect.poll(tell, POLL).toBeGreaterThan(before)
}

describe.each(LASTING_FAULTS)('a Redis that is $name', (fault) => {
  it('is told as lost, delays nobody, and is listened to again for all topics once it is back', async () => {
    const [here, there] = [await openBus(), await openBus()]
    const [early, own] = [listen(there, 'early'), listen(here, 'early')]
    await reach(here, 'early', early)
    await fault.begin(stand)
    await expect.poll(() => [here.bus.state(), there.bus.state()], POLL).toEqual(['lost', 'lost'])
    await expect.poll(() => there.onStateChange.mock.calls, POLL).toEqual([[expect.any(Error)]])
    const count = own.length
    here.bus.publish('early', 'told while it is away')
    expect(own).toHaveLength(count + 1)
    const late = listen(there, 'late')
    await fault.end(stand)
    await expect.poll(() => [here.bus.state(), there.bus.state()], POLL).toEqual(['connected', 'connected'])
    await reach(here, 'early', early)
    await reach(here, 'late', late)
    await expect.poll(() => there.onStateChange.mock.calls, POLL).toEqual([[expect.any(Error)], []])
  })
})

describe.each(['pubsub', 'normal'] as const)('connections of type %s that Redis ends', (type) => {
  it('are made again, with all topics', async () => {
    const [here, there] = [await openBus(), await openBus()]
    const topics = ['one', 'two', 'three']
    const heard = topics.map((topic) => listen(there, topic))
    for (const [index, topic] of topics.entries()) await reach(here, topic, heard[index]!)
    await stand.killClients(type)
    for (const [index, topic] of topics.entries()) await reach(here, topic, heard[index]!)
    await expect.poll(() => [here.bus.state(), there.bus.state()], POLL).toEqual(['connected', 'connected'])
  })
})

describe('a Redis that hangs', () => {
  it('costs a bounded amount of memory, however much is published', async () => {
    const here = await openBus()
    stand.redis.signal('SIGSTOP')
    const before = countBytes()
    const message = { text: 'x'.repeat(1_000) }
    for (let round = 0; round < 200; round++) {
      for (let index = 0; index < 1_000; index++) here.bus.publish(`show:${index}`, { ...message, index: round })
      await new Promise((resolve) => setTimeout(resolve, 6))
    }
    // A fifth of what was published: 200 MB.
    expect(countBytes() - before).toBeLessThan(40_000_000)
  })

  it('does not keep a process from closing its bus', async () => {
    const here = await openBus()
    stand.redis.signal('SIGSTOP')
    here.bus.publish('topic', 'the last words')
    await here.bus.close()
    expect(here.bus.state()).toBe('lost')
  })

  it('hears what was published just before a process closed its bus', async () => {
    const [here, there] = [await openBus(), await openBus()]
    const heard = listen(there, 'topic')
    await reach(here, 'topic', heard)
    here.bus.publish('topic', 'the last words')
    await here.bus.close()
    await expect.poll(() => heard, POLL).toContain('the last words')
  })
})

describe('a message that is none of ours', () => {
  it.each(['nonsense', '{}', '{"origin":"other"}', '{"origin":"other","messages":5}'])(
    'is dropped and told: %s',
    async (text) => {
      const [here, there] = [await openBus(), await openBus()]
      const heard = listen(there, 'topic')
      await reach(here, 'topic', heard)
      const stranger = new Redis(stand.redis.url)
      await stranger.publish('marquee:test:topic', text)
      stranger.disconnect()
      await expect.poll(() => there.onForeignMessage.mock.calls, POLL).toEqual([[expect.any(Error)]])
      await reach(here, 'topic', heard)
    },
  )
})

/** What is in use once the garbage is gone. */
function countBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
