import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ImpatientScripts } from '../../../src/lib/redis/impatientScripts.js'
import { FaultyRedis } from '../../kit/redisFaults.js'

let stand: FaultyRedis

beforeEach(async () => {
  stand = await FaultyRedis.start()
})
afterEach(() => stand.close())

/** It is not answered at once. */
const SLOW_SCRIPT = 'for _ = 1, 1e6 do end return 1'

/** Longer than Redis is waited for. */
function keepBusy(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

it('takes an answer that came while the process was busy', async () => {
  // Past the network, which is as busy as this process.
  const redis = await stand.openBus({ url: stand.redis.url })
  const askAndBeBusy = async () => {
    const scripts = new ImpatientScripts(redis)
    const answer = scripts.runScript(SLOW_SCRIPT, 'key', []).catch((error: Error) => error)
    // By now it is asked.
    await setImmediate()
    keepBusy(100)
    return answer
  }
  await expect.poll(askAndBeBusy, { timeout: 15_000 }).toBe(1)
})

it('does not wait for a Redis that hangs', async () => {
  const scripts = new ImpatientScripts(await stand.openBus())
  stand.redis.signal('SIGSTOP')
  await expect(scripts.runScript('return 1', 'key', [])).rejects.toThrow()
})
