import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DatabaseClock } from '../../src/lib/clock.js'

const AHEAD_MS = 5_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

/** A database whose clock is that far ahead, asked over a line with these delays. */
async function startClock(aheadMs: number, delays: { there: number; back: number }[]) {
  const clock = await DatabaseClock.start(async () => {
    const { there, back } = delays.shift() ?? { there: 1, back: 1 }
    vi.advanceTimersByTime(there)
    const time = new Date(Date.now() + aheadMs)
    vi.advanceTimersByTime(back)
    return time
  })
  const offBy = clock.now().getTime() - Date.now() - aheadMs
  clock.stop()
  return offBy
}

test('an answer that comes late does not put the clock wrong', async () => {
  const late = { there: 0, back: 3_000 }
  expect(await startClock(0, [late, late, late])).toBe(0)
})

test('a question that arrives late does not put the clock wrong', async () => {
  const late = { there: 3_000, back: 0 }
  expect(await startClock(0, [late, late, late])).toBe(0)
})

test.each([AHEAD_MS, -AHEAD_MS])(
  'a clock %i ms off is followed to as much as the quickest answer took',
  async (ahead) => {
    const offBy = await startClock(ahead, [
      { there: 400, back: 1_600 },
      { there: 4, back: 6 },
      { there: 900, back: 0 },
    ])
    expect(Math.abs(offBy)).toBeLessThanOrEqual(10)
  },
)
