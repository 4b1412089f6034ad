import { describe, expect, it } from 'vitest'
import { type CancellationPolicy, refundOf, termsAt } from '../../../src/modules/bookings/changes/cancellation.js'

const tier = (minutesBefore: number, percent: number, isInclusive = true) => ({ minutesBefore, isInclusive, percent })

const POLICIES: Record<string, CancellationPolicy> = {
  standard: { name: 'standard', resaleMinutes: 30, tiers: [tier(1440, 100), tier(120, 50)] },
  flexible: { name: 'flexible', resaleMinutes: 30, tiers: [tier(30, 25), tier(360, 100, false), tier(120, 50)] },
  strict: { name: 'strict', resaleMinutes: 30, tiers: [tier(2880, 100), tier(1440, 50)] },
  none: { name: 'none', resaleMinutes: 0, tiers: [] },
}
const NOW = new Date('2026-07-01T12:00:00Z')
const HOUR = 3_600_000
const MINUTE = 60_000

const terms = (policy: string, msLeft: number, cancelledAt: Date | null = null) =>
  termsAt(POLICIES[policy]!, { show: { startsAt: new Date(NOW.getTime() + msLeft), cancelledAt }, refundCap: 100 }, NOW)

describe('how much goes back', () => {
  it.each([
    ['standard', 24 * HOUR + 1, 100],
    ['standard', 24 * HOUR, 100],
    ['standard', 24 * HOUR - 1, 50],
    ['standard', 2 * HOUR, 50],
    ['standard', 2 * HOUR - 1, 0],
    ['standard', 0, 0],
    ['standard', -HOUR, 0],
    ['flexible', 6 * HOUR + 1, 100],
    ['flexible', 6 * HOUR, 50],
    ['flexible', 2 * HOUR, 50],
    ['flexible', 2 * HOUR - 1, 25],
    ['flexible', 30 * MINUTE, 25],
    ['flexible', 30 * MINUTE - 1, 0],
    ['strict', 48 * HOUR, 100],
    ['strict', 48 * HOUR - 1, 50],
    ['strict', 24 * HOUR, 50],
    ['strict', 24 * HOUR - 1, 0],
    ['none', 1000 * HOUR, 0],
  ])('%s, %i ms before the start: %i percent', (policy, msLeft, percent) => {
    const reason = percent === 100 ? 'FULL_REFUND' : percent === 0 ? 'NO_REFUND' : 'PARTIAL_REFUND'
    expect(terms(policy, msLeft)).toMatchObject({ percent, reason })
  })

  it.each([100 * HOUR, HOUR, 0, -HOUR])('is all when the show is cancelled, with %i ms left', (msLeft) => {
    expect(terms('strict', msLeft, NOW)).toEqual({ percent: 100, reason: 'SHOW_CANCELLED', isResold: false })
  })
})

describe('whether seats go back on sale', () => {
  it.each([
    ['standard', 30 * MINUTE, true],
    ['standard', 30 * MINUTE - 1, false],
    ['none', 0, true],
    ['none', -1, false],
  ])('%s, %i ms before the start: %s', (policy, msLeft, isResold) => {
    expect(terms(policy, msLeft).isResold).toBe(isResold)
  })
})

describe('what goes back of prices', () => {
  it.each([
    [[1000, 1000], 100, 2000],
    [[1000, 1000], 50, 1000],
    [[1000, 1000], 0, 0],
    [[999], 50, 500],
    [[999, 999], 50, 1000],
    [[1], 25, 0],
    [[2], 25, 1],
    [[0, 0], 100, 0],
    [[2_147_483_647], 50, 1_073_741_824],
    [[], 100, 0],
  ])('%j at %i percent: %i', (prices, percent, refund) => {
    expect(refundOf(prices, percent)).toBe(refund)
  })

  it('comes to the same seat by seat as at once', () => {
    const prices = [999, 1001, 1, 333, 2500]
    const oneByOne = prices.reduce((sum, price) => sum + refundOf([price], 25), 0)
    expect(refundOf(prices, 25)).toBe(oneByOne)
  })
})
