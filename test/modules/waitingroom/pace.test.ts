import { describe, expect, it } from 'vitest'
import { admittedAt, changePace, countAdmitted, type Pace } from '../../../src/modules/waitingroom/pace.js'

const at = (seconds: number) => new Date(seconds * 1000)

/** Two a second from 10 s on, a pause from 20 s on, five a second from 30 s on. */
const PACES: readonly Pace[] = [
  { since: 10_000, before: 0, perSecond: 2 },
  { since: 20_000, before: 20, perSecond: 0 },
  { since: 30_000, before: 20, perSecond: 5 },
]

describe('countAdmitted', () => {
  it.each([
    [0, 0],
    [10, 0],
    [10.4, 0],
    [10.5, 1],
    [19.999, 19],
    [20, 20],
    [29, 20],
    [30.2, 21],
    [40, 70],
  ])('at %d s is %d', (seconds, expected) => {
    expect(countAdmitted(PACES, at(seconds))).toBe(expected)
  })
})

describe('admittedAt', () => {
  it.each([
    [1, 10.5],
    [20, 20],
    [21, 30.2],
    [70, 40],
  ])('of rank %d is at %d s', (rank, seconds) => {
    expect(admittedAt(PACES, rank)).toBe(seconds * 1000)
  })

  it('is never, while it pauses', () => {
    expect(admittedAt(PACES.slice(0, 2), 21)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is the first moment at which so many are let in, whatever the pace', () => {
    for (const perSecond of [1, 3, 7, 999, 10_000]) {
      const paces = [{ since: 5, before: 4, perSecond }]
      for (let rank = 5; rank < 200; rank++) {
        const moment = admittedAt(paces, rank)
        expect(countAdmitted(paces, new Date(moment))).toBeGreaterThanOrEqual(rank)
        expect(countAdmitted(paces, new Date(moment - 1))).toBeLessThan(rank)
      }
    }
  })
})

describe('changePace', () => {
  it('adds a pace that goes on from where the last one has come', () => {
    expect(changePace(PACES, 1, at(40))).toEqual([...PACES, { since: 40_000, before: 70, perSecond: 1 }])
  })

  it('changes a pace that has not begun', () => {
    expect(changePace(PACES.slice(0, 1), 9, at(3))).toEqual([{ since: 10_000, before: 0, perSecond: 9 }])
  })
})
