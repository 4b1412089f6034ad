import { describe, expect, it } from 'vitest'
import { judgeAttempt } from '../../../src/modules/webhooks/attemptRules.js'

const DUE = new Date('2026-11-21T12:00:00Z')
const DAY = 86_400
/** The verdict on an attempt so many seconds after the first one. */
const judge = (statusCode: number | null, elapsed = 0, random = 0.5) =>
  judgeAttempt({ statusCode, dueSince: DUE, at: new Date(DUE.getTime() + elapsed * 1000) }, random)
const again = (pauseSeconds: number) => ({ status: 'PENDING', pauseSeconds, isGone: false })
const over = (status: string, isGone = false) => ({ status, pauseSeconds: null, isGone })

describe('judgeAttempt', () => {
  it.each([200, 201, 204, 299])('takes %i as delivered', (status) => {
    expect(judge(status)).toEqual(over('DELIVERED'))
  })

  it('takes 410 as the end of the endpoint', () => {
    expect(judge(410)).toEqual(over('FAILED', true))
  })

  it.each([null, 199, 301, 307, 400, 401, 404, 429, 500, 503])('has %s tried again', (status) => {
    expect(judge(status)).toEqual(again(5))
  })

  it.each([
    [0, 5],
    [5, 5],
    [10, 10],
    [3_600, 3_600],
    [DAY, 21_600],
  ])('waits after %i seconds for %i more', (elapsed, pause) => {
    expect(judge(500, elapsed)).toEqual(again(pause))
  })

  it('waits a quarter shorter or longer by chance', () => {
    expect([judge(500, 100, 0), judge(500, 100, 1)]).toEqual([again(75), again(125)])
  })

  it('tries for the last time when three days are over', () => {
    expect(judge(500, 3 * DAY - 21_600)).toEqual(again(21_600))
    expect(judge(500, 3 * DAY - 1_000)).toEqual(again(1_000))
    expect(judge(500, 3 * DAY)).toEqual(over('FAILED'))
    expect(judge(200, 5 * DAY)).toEqual(over('DELIVERED'))
  })

  it.each([
    [0, 32],
    [0.5, 26],
    [1, 22],
  ])('makes attempts for three days, whatever chance says: %d', (random, attempts) => {
    let [count, elapsed] = [1, 0]
    for (let verdict = judge(500); verdict.pauseSeconds !== null; verdict = judge(500, elapsed, random)) {
      count += 1
      elapsed += verdict.pauseSeconds
    }
    expect([count, Math.round(elapsed)]).toEqual([attempts, 3 * DAY])
  })
})
