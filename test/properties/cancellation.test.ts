import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refundOf, type Tier, termsAt } from '../../src/modules/bookings/changes/cancellation.js'
import { bounded } from './bounded.js'

fc.configureGlobal(bounded(200))

const MINUTE = 60_000
const STARTS_AT = new Date('2026-11-21T19:00:00Z')

/** Tiers of which a longer time gives back more, in any order. */
const tiers = fc
  .record({
    minutes: fc.uniqueArray(fc.nat(5000), { maxLength: 5 }),
    percents: fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
    inclusive: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  .map(({ minutes, percents, inclusive }): Tier[] => {
    const [times, parts] = [minutes, percents].map((numbers) => numbers.toSorted((a, b) => a - b))
    return times!.map((minutesBefore, i) => ({ minutesBefore, percent: parts![i]!, isInclusive: inclusive[i]! }))
  })
const policy = fc.record({ name: fc.constant('any'), tiers, resaleMinutes: fc.nat(300) })
const shuffledPolicy = policy.chain(({ tiers, ...rest }) =>
  fc.shuffledSubarray(tiers, { minLength: tiers.length }).map((shuffled) => ({ ...rest, tiers, shuffled })),
)
/** Milliseconds before the start, often where a tier may begin. */
const before = fc.oneof(
  fc.integer({ min: -60, max: 6000 }).map((minutes) => minutes * MINUTE),
  fc.integer({ max: 6000 * MINUTE, min: 0 }),
)
const percent = fc.nat(100)
const prices = fc.array(fc.nat(100_000), { maxLength: 10 })

const booking = { show: { startsAt: STARTS_AT, cancelledAt: null }, refundCap: 100 }
const at = (ms: number) => new Date(STARTS_AT.getTime() - ms)

describe('the terms of a cancellation', () => {
  it('never get better as the show comes nearer', () => {
    fc.assert(
      fc.property(policy, before, before, (policy, a, b) => {
        const early = termsAt(policy, booking, at(Math.max(a, b)))
        const late = termsAt(policy, booking, at(Math.min(a, b)))
        expect(early.percent).toBeGreaterThanOrEqual(late.percent)
        expect(early.isResold || !late.isResold).toBe(true)
      }),
    )
  })

  it('do not depend on the order in which the tiers are listed', () => {
    fc.assert(
      fc.property(shuffledPolicy, before, ({ shuffled, ...policy }, ms) => {
        expect(termsAt({ ...policy, tiers: shuffled }, booking, at(ms))).toEqual(termsAt(policy, booking, at(ms)))
      }),
    )
  })

  it('are those of a tier from its bound on, the bound included where the tier says so', () => {
    fc.assert(
      fc.property(policy, fc.nat(4), (policy, index) => {
        const tier = policy.tiers[index]
        fc.pre(tier !== undefined)
        const bound = tier.minutesBefore * MINUTE
        const [above, exactly] = [bound + 1, bound].map((ms) => termsAt(policy, booking, at(ms)).percent)
        expect(above).toBe(tier.percent)
        if (tier.isInclusive) expect(exactly).toBe(tier.percent)
        else expect(exactly).toBe(policy.tiers[index - 1]?.percent ?? 0)
      }),
    )
  })

  it('never give back more than what an earlier show gave', () => {
    fc.assert(
      fc.property(policy, before, percent, (policy, ms, refundCap) => {
        const [capped, free] = [{ ...booking, refundCap }, booking].map((of) => termsAt(policy, of, at(ms)))
        expect(capped!.percent).toBe(Math.min(free!.percent, refundCap))
        expect(capped!.isResold).toBe(free!.isResold)
      }),
    )
  })

  it('give all back for a show that is cancelled, at any time, and never put its seats on sale', () => {
    fc.assert(
      fc.property(policy, before, percent, (policy, ms, refundCap) => {
        const cancelled = { show: { ...booking.show, cancelledAt: STARTS_AT }, refundCap }
        expect(termsAt(policy, cancelled, at(ms))).toEqual({ percent: 100, reason: 'SHOW_CANCELLED', isResold: false })
      }),
    )
  })
})

describe('what goes back', () => {
  it('is the same whether seats are cancelled at once or one after the other', () => {
    fc.assert(
      fc.property(prices, prices, percent, (some, others, percent) => {
        expect(refundOf([...some, ...others], percent)).toBe(refundOf(some, percent) + refundOf(others, percent))
      }),
    )
  })

  it('is a whole number from nothing to the price, and more for more percent', () => {
    fc.assert(
      fc.property(prices, percent, percent, (prices, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((percent) => refundOf(prices, percent))
        expect(Number.isInteger(less)).toBe(true)
        expect([less, more]).toEqual([less, more].toSorted((a, b) => a! - b!))
        expect(refundOf(prices, 0)).toBe(0)
        expect(refundOf(prices, 100)).toBe(prices.reduce((sum, price) => sum + price, 0))
      }),
    )
  })

  it('is at most half a minor unit a seat off', () => {
    fc.assert(
      fc.property(prices, percent, (prices, percent) => {
        const exact = prices.reduce((sum, price) => sum + price * percent, 0)
        const off = refundOf(prices, percent) * 100 - exact
        expect(Math.abs(off)).toBeLessThanOrEqual(50 * prices.length)
      }),
    )
  })
})
