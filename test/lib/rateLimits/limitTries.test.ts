import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limitTries } from '../../../src/lib/rateLimits/limitTries.js'
import type { RateLimit, RateLimits } from '../../../src/lib/rateLimits/rateLimits.js'
import { FaultyRedis } from '../../kit/redisFaults.js'
import { open, POLL, pass } from './processes.js'

const LIMIT: RateLimit = { name: 'guesses', points: 3, windowSeconds: 900, banSeconds: 900 }

let stand: FaultyRedis

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  stand = await FaultyRedis.start()
})
afterEach(async () => {
  await stand.close()
  vi.useRealTimers()
})

type Outcome = 'wrong' | 'right'

/** What comes of a try: 'wrong', 'right', or in how many seconds to come back. */
function tryOnce(limits: RateLimits, run: () => Promise<Outcome>, key = 'ada'): Promise<Outcome | number> {
  return limitTries<Outcome, number>(
    limits,
    { limit: LIMIT, key },
    {
      run,
      counts: (outcome) => outcome === 'wrong',
      refuse: ({ retryAfterSeconds }) => retryAfterSeconds,
    },
  )
}
const wrong = async (): Promise<Outcome> => 'wrong'
const right = async (): Promise<Outcome> => 'right'

describe.each(['alone', 'with Redis'])('a process %s', (how) => {
  let limits: RateLimits
  beforeEach(async () => {
    limits = open(how === 'alone' ? null : await stand.openBus())
  })

  it('lets fail as many as may, however many try at once, and bans then', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => tryOnce(limits, wrong)))
    expect(outcomes.toSorted()).toEqual([...Array(9).fill(900), ...Array(3).fill('wrong')])
    expect(await tryOnce(limits, right)).toBe(900)
    pass(900)
    expect(await tryOnce(limits, right)).toBe('right')
  })

  it('refuses nobody who does not fail, however many try at once and how near the ban is', async () => {
    for (let times = 0; times < 2; times++) expect(await tryOnce(limits, wrong)).toBe('wrong')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => tryOnce(limits, right)))
    expect(outcomes).toEqual(Array(8).fill('right'))
    expect(await tryOnce(limits, wrong)).toBe('wrong')
    expect(await tryOnce(limits, right)).toBe(900)
  })

  it('counts nothing that was not brought to its end', async () => {
    const fail = () => Promise.reject(new Error('no database'))
    for (let times = 0; times < 4; times++) await expect(tryOnce(limits, fail)).rejects.toThrow('no database')
    expect(await tryOnce(limits, right)).toBe('right')
  })

  it('tells whom tries that do not end keep waiting to come back soon, and waits for them half a minute at most', async () => {
    let end = (_outcome: Outcome) => {}
    const ended = new Promise<Outcome>((resolve) => {
      end = resolve
    })
    const outcomes = Array.from({ length: 3 }, () => tryOnce(limits, () => ended))
    await expect.poll(() => tryOnce(limits, right), POLL).toBe(1)
    pass(30)
    expect(await tryOnce(limits, right)).toBe('right')
    end('right')
    expect(await Promise.all(outcomes)).toEqual(Array(3).fill('right'))
  })
})

it('lets fail as many as may at several processes together', async () => {
  const processes = [open(await stand.openBus()), open(await stand.openBus())]
  let rounds = 0
  const countWrong = async () => {
    const key = `round ${rounds++}`
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => tryOnce(processes[n % 2]!, wrong, key)))
    return outcomes.filter((outcome) => outcome === 'wrong').length
  }
  await expect.poll(countWrong, POLL).toBe(3)
})
