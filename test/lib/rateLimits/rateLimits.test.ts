import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RateLimit, RateLimits } from '../../../src/lib/rateLimits/rateLimits.js'
import { RedisClusterStand } from '../../kit/redisCluster.js'
import { FaultyRedis, LASTING_FAULTS } from '../../kit/redisFaults.js'
import { open, POLL, pass } from './processes.js'

const LIMIT: RateLimit = { name: 'tries', points: 3, windowSeconds: 60 }

let stand: FaultyRedis

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  stand = await FaultyRedis.start()
})
afterEach(async () => {
  await stand.close()
  vi.useRealTimers()
})

/** What comes of several tries, one after the other: when each that was refused is to come back, null for the others. */
async function tryTimes(limits: RateLimits, times: number, { key = 'ada', limit = LIMIT } = {}) {
  const answers: (number | null)[] = []
  for (let tries = 0; tries < times; tries++) {
    const refusal = await limits.take(limit, key)
    answers.push(refusal?.retryAfterSeconds ?? null)
  }
  return answers
}

let rounds = 0
/** With a key that nobody has used yet. */
const inNewRound = <Result>(work: (key: string) => Promise<Result>) => work(`round ${rounds++}`)

describe.each(['alone', 'with Redis'])('a process %s', (how) => {
  let limits: RateLimits
  beforeEach(async () => {
    limits = open(how === 'alone' ? null : await stand.openBus())
  })

  it('lets as many through as there are points, and tells the others when to come back', async () => {
    expect(await tryTimes(limits, 4)).toEqual([null, null, null, 60])
    pass(20.5)
    expect(await tryTimes(limits, 1)).toEqual([40])
    expect(await tryTimes(limits, 1, { key: 'ben' })).toEqual([null])
  })

  it('lets all through again once the window is over, which no refusal makes longer', async () => {
    await tryTimes(limits, 9)
    pass(59)
    expect(await tryTimes(limits, 2)).toEqual([1, 1])
    pass(1)
    expect(await tryTimes(limits, 4)).toEqual([null, null, null, 60])
  })

  it('lets no more through across the end of a minute than within one', async () => {
    await tryTimes(limits, 1)
    pass(59)
    expect(await tryTimes(limits, 3)).toEqual([null, null, 1])
    pass(1)
    expect(await tryTimes(limits, 2)).toEqual([null, 59])
    pass(59)
    expect(await tryTimes(limits, 3)).toEqual([null, null, 1])
  })

  it('tells who wants several when there is room for all of them', async () => {
    for (let second = 0; second < 3; second++) {
      await tryTimes(limits, 1)
      pass(10)
    }
    expect(await limits.take(LIMIT, 'ada', 2)).toEqual({ retryAfterSeconds: 40 })
    expect(await limits.take(LIMIT, 'ada', 3)).toEqual({ retryAfterSeconds: 50 })
  })

  it('lets no more through when many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => limits.take(LIMIT, 'ada')))
    expect(answers.filter((answer) => answer === null)).toHaveLength(3)
  })

  it('counts nothing that was given back', async () => {
    await tryTimes(limits, 4)
    await limits.giveBack(LIMIT, 'ada', new Date())
    expect(await tryTimes(limits, 2)).toEqual([null, 60])
  })

  it('gives back what was taken for nothing, and nothing that was taken since', async () => {
    const began = new Date()
    await tryTimes(limits, 1)
    pass(5)
    await tryTimes(limits, 2)
    pass(1)
    await limits.giveBack(LIMIT, 'ada', began)
    expect(await tryTimes(limits, 2)).toEqual([null, 59])
    pass(58)
    expect(await tryTimes(limits, 1)).toEqual([1])
  })

  it('gives nothing back to who has taken nothing', async () => {
    await limits.giveBack(LIMIT, 'ada', new Date())
    expect(await tryTimes(limits, 4)).toEqual([null, null, null, 60])
  })

  it('bans from the last point on, and not anew for each refusal', async () => {
    const limit = { ...LIMIT, name: 'banned', banSeconds: 900 }
    await tryTimes(limits, 2, { limit })
    pass(30)
    expect(await tryTimes(limits, 2, { limit })).toEqual([null, 900])
    pass(300)
    expect(await tryTimes(limits, 1, { limit })).toEqual([600])
    pass(600)
    expect(await tryTimes(limits, 1, { limit })).toEqual([null])
  })

  it('looks without taking', async () => {
    for (let times = 0; times < 5; times++) expect(await limits.check(LIMIT, 'ada')).toBeNull()
    await tryTimes(limits, 3)
    expect(await limits.check(LIMIT, 'ada')).toEqual({ retryAfterSeconds: 60 })
  })

  it('lets everything through where there is no limit', async () => {
    const limit = { ...LIMIT, name: 'none', points: 0 }
    expect(await tryTimes(limits, 9, { limit })).toEqual(Array(9).fill(null))
    expect(await limits.check(limit, 'ada')).toBeNull()
  })
})

describe('several processes', () => {
  it('count together', async () => {
    const [here, there] = [open(await stand.openBus()), open(await stand.openBus())]
    const countTogether = () =>
      inNewRound(async (key) => [
        await tryTimes(here, 2, { key }),
        await tryTimes(there, 2, { key }),
        await here.check(LIMIT, key),
      ])
    await expect.poll(countTogether, POLL).toEqual([[null, null], [null, 60], { retryAfterSeconds: 60 }])
  })

  it('let one use what another has given back', async () => {
    const [here, there] = [open(await stand.openBus()), open(await stand.openBus())]
    const handOver = () =>
      inNewRound(async (key) => {
        await tryTimes(here, 2, { key })
        await tryTimes(there, 1, { key })
        await tryTimes(here, 1, { key })
        await here.giveBack(LIMIT, key, new Date())
        return tryTimes(there, 2, { key })
      })
    await expect.poll(handOver, POLL).toEqual([null, 60])
  })

  it('count together in a cluster', async () => {
    const cluster = await RedisClusterStand.start()
    try {
      const [here, there] = [
        open(await stand.openBus({ url: cluster.url })),
        open(await stand.openBus({ url: cluster.url })),
      ]
      const countTogether = () =>
        inNewRound(async (key) => [await tryTimes(here, 2, { key }), await tryTimes(there, 2, { key })])
      // Their keys are on different nodes.
      for (let times = 0; times < 4; times++) {
        await expect.poll(countTogether, POLL).toEqual([
          [null, null],
          [null, 60],
        ])
      }
    } finally {
      await cluster.close()
    }
  })
})

describe('who is refused', () => {
  it('costs Redis nothing from then on, where the process knows all of it', async () => {
    const bus = await stand.openBus()
    const limits = open(bus)
    await tryTimes(limits, 3)
    const asked = vi.spyOn(bus, 'runScript')
    expect(await tryTimes(limits, 3)).toEqual([60, 60, 60])
    expect(asked).not.toHaveBeenCalled()
  })

  it('costs Redis one question a second, where others have taken the points', async () => {
    const bus = await stand.openBus()
    const [here, there] = [open(await stand.openBus()), open(bus)]
    const asked = vi.spyOn(bus, 'runScript')
    const countQuestions = () =>
      inNewRound(async (key) => {
        await tryTimes(here, 3, { key })
        asked.mockClear()
        return [await tryTimes(there, 4, { key }), asked.mock.calls.length]
      })
    await expect.poll(countQuestions, POLL).toEqual([[60, 60, 60, 60], 1])
  })

  it('by another process is let through once the point is given back, a second later at most', async () => {
    const [here, there] = [open(await stand.openBus()), open(await stand.openBus())]
    await tryTimes(here, 3)
    await tryTimes(there, 1)
    await here.giveBack(LIMIT, 'ada', new Date())
    await expect.poll(async () => (await tryTimes(there, 1))[0], POLL).toBeNull()
  })
})

describe.each(LASTING_FAULTS)('a Redis that is $name', (fault) => {
  it('lets each process hold to the limit by what it has let through itself, and waits for nobody', async () => {
    const bus = await stand.openBus()
    const [here, there] = [open(bus), open(await stand.openBus())]
    expect(await tryTimes(here, 2)).toEqual([null, null])
    const asked = vi.spyOn(bus, 'runScript')
    await fault.begin(stand)
    expect(await tryTimes(here, 2)).toEqual([null, 60])
    expect(await tryTimes(there, 4)).toEqual([null, null, null, 60])
    expect(await here.check(LIMIT, 'ada')).toEqual({ retryAfterSeconds: 60 })
    await here.giveBack(LIMIT, 'ada', new Date())
    expect(await tryTimes(here, 2)).toEqual([null, 60])
    for (let times = 0; times < 50; times++) await here.take(LIMIT, `other ${times}`)
    // Whoever has not answered is spared.
    expect(asked.mock.calls.length).toBeLessThan(25)
    await fault.end(stand)
    const countTogether = () =>
      inNewRound(async (key) => {
        await tryTimes(here, 2, { key })
        return tryTimes(there, 2, { key })
      })
    await expect.poll(countTogether, POLL).toEqual([null, 60])
  })
})
