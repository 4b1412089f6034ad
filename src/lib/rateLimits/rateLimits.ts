import { LRUCache } from 'lru-cache'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Clock } from '../clock.js'
import { ImpatientScripts } from '../redis/impatientScripts.js'
import type { RedisScripts } from '../redis/redisScripts.js'
import { openOwnWindows } from './ownWindows.js'
import { openSharedWindows } from './sharedWindows.js'

/** How often something may be done. */
export interface RateLimit {
  /** One name, one limit: what a process has opened under a name stays as it was. */
  readonly name: string
  /** How often within any time as long as the window. 0 for as often as one likes. */
  readonly points: number
  readonly windowSeconds: number
  /** For how long nothing is allowed any more once all points are taken: as long as the window, or longer. Left out, until one is old enough. */
  readonly banSeconds?: number
}

/** Why something may not be done now. */
export interface TooOften {
  /** When to come back: at least 1. */
  readonly retryAfterSeconds: number
}

export interface RateLimitsOptions {
  readonly clock: Clock
  /** What counts for all processes together, null for a process that is alone. */
  readonly redis: RedisScripts | null
}

/** For so long what Redis has refused is refused without it: what others have taken may be given back. */
const REFUSED_MS = 1_000
const MAX_REFUSED = 20_000

interface Limiter {
  readonly own: RateLimiterRedis
  readonly shared: RateLimiterRedis | null
  /** Does not wait for Redis. `since` is in milliseconds since 1970. */
  giveBack(key: string, since: number): Promise<void>
}

/**
 * Counts what is done how often, by windows that slide. Each process counts what it has let through itself, and Redis what all of them have:
 * whoever is over the limit here already costs Redis nothing, and while Redis is lost, or answers nothing within 25 ms, each
 * process holds to the limit by itself. Nothing here ever fails because of Redis.
 */
export class RateLimits {
  readonly #limiters = new Map<string, Limiter>()
  /** When those are to come back whom Redis has refused, in milliseconds since 1970. */
  readonly #refused = new LRUCache<string, number>({ max: MAX_REFUSED, ttl: REFUSED_MS })
  readonly #options: RateLimitsOptions

  constructor({ clock, redis }: RateLimitsOptions) {
    this.#options = { clock, redis: redis && new ImpatientScripts(redis) }
  }

  /** Takes points of a key, one unless told otherwise: null when there were as many. A refusal takes nothing. */
  async take(limit: RateLimit, key: string, count = 1): Promise<TooOften | null> {
    if (limit.points === 0) return null
    const refused = this.#recall(limit, key)
    if (refused !== null) return refused
    const { own, shared } = this.#open(limit)
    const refusal = await takePoints(own, key, count)
    if (refusal !== null) return toTooOften(refusal)
    // Where Redis does not tell, what this process knows has to do.
    const state = shared && (await takePoints(shared, key, count).catch(() => null))
    if (state === null) return null
    await own.reward(key, count)
    // Who wants fewer may find them.
    return count === 1 ? this.#remember(limit, key, state) : toTooOften(state)
  }

  /** Whether a key has no points left, and until when. Takes none. */
  async check(limit: RateLimit, key: string): Promise<TooOften | null> {
    if (limit.points === 0) return null
    const refused = this.#recall(limit, key)
    if (refused !== null) return refused
    const { own, shared } = this.#open(limit)
    const state = await own.penalty(key, 0)
    if (state.consumedPoints >= limit.points) return toTooOften(state)
    const elsewhere = (await shared?.penalty(key, 0).catch(() => null)) ?? null
    if (elsewhere === null || elsewhere.consumedPoints < limit.points) return null
    return this.#remember(limit, key, elsewhere)
  }

  /** Takes a point, and tells how many are taken then. More than there are where none is left: then none is taken. */
  async takeAndCount(limit: RateLimit, key: string): Promise<number> {
    if (limit.points === 0) return 0
    const { own, shared } = this.#open(limit)
    const here = (await own.penalty(key)).consumedPoints
    if (here > limit.points) return here
    const everywhere = await countShared(shared, key, 1)
    if (everywhere > limit.points) await own.reward(key)
    return Math.max(here, everywhere)
  }

  /** How many points are taken. */
  async count(limit: RateLimit, key: string): Promise<number> {
    if (limit.points === 0) return 0
    const { own, shared } = this.#open(limit)
    return Math.max((await own.penalty(key, 0)).consumedPoints, await countShared(shared, key, 0))
  }

  /** Gives a point back that was taken for nothing, at a time or a moment after it: not one that others have taken meanwhile. */
  async giveBack(limit: RateLimit, key: string, takenAt: Date): Promise<void> {
    if (limit.points === 0) return
    this.#refused.delete(`${limit.name}:${key}`)
    await this.#open(limit).giveBack(key, takenAt.getTime())
  }

  /** The time, as points are taken at. */
  now(): Date {
    return this.#options.clock.now()
  }

  #remember({ name }: RateLimit, key: string, state: RateLimiterRes): TooOften {
    this.#refused.set(`${name}:${key}`, this.#options.clock.now().getTime() + state.msBeforeNext)
    return toTooOften(state)
  }

  #recall({ name }: RateLimit, key: string): TooOften | null {
    const until = this.#refused.get(`${name}:${key}`)
    const msBeforeNext = (until ?? 0) - this.#options.clock.now().getTime()
    return msBeforeNext > 0 ? toTooOften({ msBeforeNext }) : null
  }

  #open(limit: RateLimit): Limiter {
    const opened = this.#limiters.get(limit.name)
    if (opened !== undefined) return opened
    const limiter = openLimiter(limit, this.#options)
    this.#limiters.set(limit.name, limiter)
    return limiter
  }
}

function openLimiter({ name, points, windowSeconds, banSeconds = 0 }: RateLimit, options: RateLimitsOptions): Limiter {
  const window = { points, windowMs: windowSeconds * 1000, banMs: banSeconds * 1000 }
  const now = () => options.clock.now().getTime()
  const keyPrefix = `rate:${name}`
  const open = (storeClient: object) =>
    new RateLimiterRedis({ keyPrefix, points, duration: windowSeconds, storeClient })
  const own = openOwnWindows(window, now)
  const shared = options.redis && openSharedWindows(options.redis, window, now)
  return {
    own: open(own),
    shared: shared && open(shared),
    async giveBack(key, since) {
      shared?.giveBack(`${keyPrefix}:${key}`, since).catch(() => {})
      await own.giveBack(`${keyPrefix}:${key}`, since)
    },
  }
}

/** How many points of a key all processes have taken, with as many as are taken now; 0 where Redis does not tell. */
async function countShared(shared: RateLimiterRedis | null, key: string, points: number): Promise<number> {
  const state = (await shared?.penalty(key, points).catch(() => null)) ?? null
  return state?.consumedPoints ?? 0
}

/** The state of a key that has not as many points left, null if it had. */
async function takePoints(limiter: RateLimiterRedis, key: string, count: number): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key, count)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  }
}

function toTooOften({ msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): TooOften {
  return { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
