import { LRUCache } from 'lru-cache'
import { ImpatientScripts } from '../../../lib/redis/impatientScripts.js'
import type { RedisScripts } from '../../../lib/redis/redisScripts.js'

const MAX_REMEMBERED = 20_000
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000

const NOTE = `redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])`
const FIND = `return redis.call('EXISTS', KEYS[1])`

/** Who has signed in where. */
export interface KnownPlace {
  /** What stands for the account. */
  readonly account: string
  /** What stands for the address. */
  readonly network: string
}

/**
 * From which addresses an account was signed in to within the last month, as far as Redis or this process remembers: there its owner is not
 * disturbed by what others try elsewhere. Where nobody remembers, an address is one like any other.
 */
export class KnownAddresses {
  readonly #own = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS })
  readonly #shared: RedisScripts | null

  constructor(redis: RedisScripts | null) {
    this.#shared = redis && new ImpatientScripts(redis)
  }

  /** Never waits, never fails. */
  note(place: KnownPlace): void {
    const key = toKey(place)
    this.#own.set(key, true)
    this.#shared?.runScript(NOTE, key, [REMEMBERED_MS]).catch(() => {})
  }

  async has(place: KnownPlace): Promise<boolean> {
    const key = toKey(place)
    if (this.#own.has(key) || this.#shared === null) return this.#own.has(key)
    return (await this.#shared.runScript(FIND, key, []).catch(() => 0)) === 1
  }
}

function toKey({ account, network }: KnownPlace): string {
  return `signedIn:${account}:${network}`
}
