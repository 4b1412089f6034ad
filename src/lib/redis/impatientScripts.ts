import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout } from 'cockatiel'
import type { RedisScripts } from './redisScripts.js'

const TIMEOUT_MS = 25
/** For so long a Redis that has not answered is not asked again. */
const SPARE_MS = 1_000

/** Scripts in a Redis that nobody waits for: rejected after 25 ms without an answer, and for a second after that at once. */
export class ImpatientScripts implements RedisScripts {
  readonly #redis: RedisScripts
  readonly #breaker = circuitBreaker(handleAll, { halfOpenAfter: SPARE_MS, breaker: new ConsecutiveBreaker(1) })
  readonly #timeout = timeout(TIMEOUT_MS, TimeoutStrategy.Aggressive)

  constructor(redis: RedisScripts) {
    this.#redis = redis
  }

  runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    return this.#breaker.execute(() => this.#timeout.execute(() => this.#redis.runScript(lua, key, values)))
  }
}
