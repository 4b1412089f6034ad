import { Redis } from 'ioredis'
import { expect } from 'vitest'
import { RedisPubSub, type RedisPubSubOptions } from '../../src/lib/redis/redisPubSub.js'
import { RestartableRedis } from '../../torture/world/restartableRedis.js'
import { HangingProxy } from './hangingProxy.js'

/** A Redis of the test's own behind a network of its own, and what can happen to them. */
export class FaultyRedis {
  readonly redis: RestartableRedis
  readonly network: HangingProxy
  readonly #opened: RedisPubSub[] = []

  private constructor(redis: RestartableRedis, network: HangingProxy) {
    this.redis = redis
    this.network = network
  }

  static async start(): Promise<FaultyRedis> {
    const redis = await RestartableRedis.start()
    return new FaultyRedis(redis, await HangingProxy.open(redis.url))
  }

  get url(): string {
    return this.network.url
  }

  /** The bus of one more process, once it is connected. It ends with the stand. */
  async openBus(options: Partial<RedisPubSubOptions> = {}): Promise<RedisPubSub> {
    const nobody = { onStateChange: () => {}, onForeignMessage: () => {} }
    const bus = new RedisPubSub({ url: this.url, namespace: 'test', ...nobody, ...options })
    this.#opened.push(bus)
    await expect.poll(() => bus.state(), { timeout: 15_000 }).toBe('connected')
    return bus
  }

  /** Ends the connections of everybody. */
  async killClients(type: 'pubsub' | 'normal'): Promise<void> {
    const admin = new Redis(this.redis.url)
    await admin.call('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes')
    admin.disconnect()
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((bus) => bus.close()))
    this.redis.signal('SIGCONT')
    await this.network.close()
    await this.redis.stop()
  }
}

export interface RedisFault {
  readonly name: string
  begin(stand: FaultyRedis): Promise<void>
  end(stand: FaultyRedis): Promise<void>
}

/** Faults that last until they are ended. */
export const LASTING_FAULTS: readonly RedisFault[] = [
  {
    name: 'killed, and started again with nothing in it',
    begin: ({ redis }) => redis.kill(),
    end: ({ redis }) => redis.start(),
  },
  {
    name: 'hanging',
    begin: async ({ redis }) => redis.signal('SIGSTOP'),
    end: async ({ redis }) => redis.signal('SIGCONT'),
  },
  {
    name: 'behind a network that hangs',
    begin: async ({ network }) => network.hang(),
    end: async ({ network }) => network.goOn(),
  },
  {
    name: 'behind a network that hangs and forgets its connections',
    begin: async ({ network }) => network.hang(),
    end: async ({ network }) => network.goOn({ isLost: true }),
  },
]
