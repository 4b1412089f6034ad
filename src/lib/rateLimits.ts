import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Clock } from './clock.js'
import { ImpatientScripts } from './redis/impatientScripts.js'
import type { RedisScripts } from './redis/redisScripts.js'
import { TAKE_POINTS, toStoreClient } from './redis/takePoints.js'

/** How often something may be done. */
export interface RateLimit {
  /** One name, one limit: what a process has opened under a name stays as it was. */
  readonly name: string
  /** How often within a window, which begins with the first time. 0 for as often as one likes. */
  readonly points: number
  readonly windowSeconds: number
  /** For how long nothing is allowed any more once all points are taken. The rest of the window when left out. */
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

interface Limiter {
  readonly own: RateLimiterMemory
  readonly shared: RateLimiterRedis | null
}

/**
 * Counts what is done how often, by fixed windows. Each process counts what it has let through itself, and Redis what all of them have:
 * whoever is over the limit here already costs Redis nothing, and while Redis is lost, or answers nothing within 25 ms, each
 * process holds to the limit by itself. Nothing here ever fails because of Redis.
 */
export class RateLimits {
  readonly #limiters = new Map<string, Limiter>()
  readonly #options: RateLimitsOptions

  constructor({ clock, redis }: RateLimitsOptions) {
    this.#options = { clock, redis: redis && new ImpatientScripts(redis) }
  }

  /** Takes a point of a key: null when there was one. A refusal takes nothing. */
  async take(limit: RateLimit, key: string): Promise<TooOften | null> {
    if (limit.points === 0) return null
    const { own, shared } = this.#open(limit)
    const refusal = await takeOwn(own, limit, key)
    if (refusal !== null || shared === null) return refusal
    const elsewhere = await takeShared(shared, key)
    // From now on this process knows by itself.
    if (elsewhere !== null) await own.set(key, limit.points, elsewhere.retryAfterSeconds)
    return elsewhere
  }

  /** Whether a key has no points left, and until when. Takes none. */
  async check(limit: RateLimit, key: string): Promise<TooOften | null> {
    if (limit.points === 0) return null
    const { own, shared } = this.#open(limit)
    for (const limiter of shared === null ? [own] : [own, shared]) {
      const state = await limiter.penalty(key, 0).catch(() => null)
      if (state !== null && state.consumedPoints >= limit.points) return toTooOften(state)
    }
    return null
  }

  /** Gives a point back that was taken for nothing. */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    if (limit.points === 0) return
    const { own, shared } = this.#open(limit)
    shared?.reward(key).catch(() => {})
    const state = await own.get(key)
    if (state !== null && state.consumedPoints > 0) await own.reward(key)
  }

  #open(limit: RateLimit): Limiter {
    const opened = this.#limiters.get(limit.name)
    if (opened !== undefined) return opened
    const { clock, redis } = this.#options
    const { name, points, windowSeconds: duration, banSeconds = 0 } = limit
    const options = { keyPrefix: `limit:${name}`, points, duration }
    const storeClient = redis && toStoreClient(redis, () => [banSeconds, clock.now().getTime()])
    const shared = storeClient && new RateLimiterRedis({ ...options, storeClient, customIncrTtlLuaScript: TAKE_POINTS })
    const limiter = { own: new RateLimiterMemory(options), shared }
    this.#limiters.set(name, limiter)
    return limiter
  }
}

async function takeOwn(
  own: RateLimiterMemory,
  { points, banSeconds }: RateLimit,
  key: string,
): Promise<TooOften | null> {
  try {
    const { consumedPoints } = await own.consume(key)
    if (consumedPoints === points && banSeconds !== undefined) await own.set(key, points, banSeconds)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    await own.reward(key)
    return toTooOften(refusal)
  }
}

/** Null also where Redis does not tell. */
async function takeShared(shared: RateLimiterRedis, key: string): Promise<TooOften | null> {
  try {
    await shared.consume(key)
    return null
  } catch (refusal) {
    return refusal instanceof RateLimiterRes ? toTooOften(refusal) : null
  }
}

function toTooOften({ msBeforeNext }: RateLimiterRes): TooOften {
  return { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
