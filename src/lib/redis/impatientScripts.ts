import { setImmediate } from 'node:timers/promises'
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import { within } from '../within.js'
import type { RedisScripts } from './redisScripts.js'

const TIMEOUT_MS = 25
/** For so long a Redis that has not answered is not asked again. */
const SPARE_MS = 1_000

/** Scripts in a Redis that nobody waits for: rejected after 25 ms without an answer, and for a second after that at once. */
export class ImpatientScripts implements RedisScripts {
  readonly #redis: RedisScripts
  readonly #breaker = circuitBreaker(handleAll, { halfOpenAfter: SPARE_MS, breaker: new ConsecutiveBreaker(1) })

  constructor(redis: RedisScripts) {
    this.#redis = redis
  }

  runScript(lua: string, key: string, values: readonly (string | number)[]): Promise<unknown> {
    return this.#breaker.execute(() => {
      const answer = this.#redis.runScript(lua, key, values)
      return within(TIMEOUT_MS, answer, () => Promise.race([answer, giveUp()]))
    })
  }
}

/** After what has arrived is read: where this process was busy for so long, it is not Redis that was slow. */
async function giveUp(): Promise<never> {
  await setImmediate()
  throw new Error(`Redis has not answered within ${TIMEOUT_MS} ms.`)
}
