import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOwnWindows } from '../../../src/lib/rateLimits/ownWindows.js'
import { openSharedWindows } from '../../../src/lib/rateLimits/sharedWindows.js'
import type { WindowLimit } from '../../../src/lib/rateLimits/slidingWindow.js'
import type { RedisScripts } from '../../../src/lib/redis/redisScripts.js'
import { FaultyRedis } from '../../kit/redisFaults.js'

const WINDOW_MS = 60_000
/** What is taken within a second of a minute counts as taken with the last of it. */
const PART_MS = 1_000

interface Step {
  readonly afterMs: number
  readonly points: number
}

const steps = (points: fc.Arbitrary<number>) =>
  fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 9_000 }), points }), { minLength: 20, maxLength: 60 })
const limits = fc.record({ points: fc.integer({ min: 1, max: 12 }), windowMs: fc.constant(WINDOW_MS) })

/** What was let through, and when, and what was not. */
async function takeAll(limit: WindowLimit, steps: readonly Step[]) {
  let now = Date.now()
  const window = openOwnWindows(limit, () => now)
  const takes: (Step & { readonly at: number; readonly isTaken: boolean })[] = []
  for (const step of steps) {
    now += step.afterMs
    const [points] = await window.rlflxIncr(['ada', String(step.points)])
    takes.push({ ...step, at: now, isTaken: points <= limit.points })
  }
  return takes
}

function countTaken(takes: Awaited<ReturnType<typeof takeAll>>, after: number, until: number): number {
  const counted = takes.filter(({ at, isTaken }) => isTaken && at > after && at <= until)
  return counted.reduce((sum, { points }) => sum + points, 0)
}

describe('within any window', () => {
  it('no more is taken than there are points, and nothing refused that fits', async () => {
    const oneRun = fc.asyncProperty(limits, steps(fc.integer({ min: 1, max: 4 })), async (limit, given) => {
      const takes = await takeAll({ ...limit, banMs: 0 }, given)
      for (const [n, { at, isTaken, points }] of takes.entries()) {
        const before = takes.slice(0, n)
        if (isTaken) expect(countTaken(before, at - WINDOW_MS, at) + points).toBeLessThanOrEqual(limit.points)
        else expect(countTaken(before, at - WINDOW_MS - PART_MS, at) + points).toBeGreaterThan(limit.points)
      }
    })
    await fc.assert(oneRun, { numRuns: 300 })
  })
})

describe('in Redis', () => {
  let stand: FaultyRedis
  let redis: RedisScripts

  beforeEach(async () => {
    stand = await FaultyRedis.start()
    redis = await stand.openBus()
  })
  afterEach(() => stand.close())

  it('everything is counted as a process does', async () => {
    let rounds = 0
    const banMs = fc.constantFrom(0, 3 * WINDOW_MS)
    const oneRun = fc.asyncProperty(
      limits,
      banMs,
      steps(fc.integer({ min: -3, max: 4 })),
      async (limit, banMs, given) => {
        let now = Date.now()
        const key = `round ${rounds++}`
        const own = openOwnWindows({ ...limit, banMs }, () => now)
        const shared = openSharedWindows(redis, { ...limit, banMs }, () => now)
        for (const { afterMs, points } of given) {
          now += afterMs
          const asked: [string, string] = [key, String(points)]
          expect(await shared.rlflxIncr(asked)).toEqual(await own.rlflxIncr(asked))
          if (points < 0)
            expect(await shared.giveBack(key, now - 7_000)).toEqual((await own.giveBack(key, now - 7_000)) ?? [0, 0])
        }
      },
    )
    await fc.assert(oneRun, { numRuns: 30 })
  })
})
