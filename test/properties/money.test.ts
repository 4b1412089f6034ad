import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMinor, toMoney } from '../../src/lib/money.js'
import { bounded } from './bounded.js'

fc.configureGlobal(bounded(200))

/** With the number of their decimal places, by ISO 4217. */
const PLACES = { EUR: 2, INR: 2, JPY: 0, KWD: 3 } as const
const MAX = 0x7fffffff

const currency = fc.constantFrom(...(Object.keys(PLACES) as (keyof typeof PLACES)[]))
const minor = fc.oneof(fc.nat(2000), fc.nat(MAX), fc.constantFrom(0, MAX))

describe('an amount', () => {
  it('is the same when it is printed and read again', () => {
    fc.assert(
      fc.property(minor, currency, (minor, currency) => {
        expect(toMinor(toMoney({ minor, currency }))).toBe(minor)
      }),
    )
  })

  it('is printed with all places of its currency', () => {
    fc.assert(
      fc.property(minor, currency, (minor, currency) => {
        const [whole, places = ''] = toMoney({ minor, currency }).amount.split('.')
        expect(places).toHaveLength(PLACES[currency])
        expect(whole).toMatch(/^(0|[1-9]\d*)$/)
      }),
    )
  })

  it('keeps its order: more is never printed as less', () => {
    fc.assert(
      fc.property(minor, minor, currency, (a, b, currency) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((minor) =>
          Number(toMoney({ minor, currency }).amount),
        )
        expect(less).toBeLessThanOrEqual(more!)
      }),
    )
  })
})

describe('what a client sends as an amount', () => {
  const decimal = fc.stringMatching(/^\d{1,12}(\.\d{0,4})?$/)
  const anything = fc.oneof(
    fc.string(),
    decimal,
    fc.constantFrom('', '.', '1.', '.5', '-1', '+1', '1e3', '１', ' 1', '1\n'),
  )

  it('is read exactly, or not at all', () => {
    fc.assert(
      fc.property(anything, currency, (amount, currency) => {
        const read = toMinor({ amount, currency })
        if (read === null) return
        expect(read).toBeGreaterThanOrEqual(0)
        expect(read).toBeLessThanOrEqual(MAX)
        expect(canonical(toMoney({ minor: read, currency }).amount)).toBe(canonical(amount))
      }),
    )
  })

  it('is read with fewer places than its currency has, and with zeros before it', () => {
    fc.assert(
      fc.property(fc.nat(999_999), currency, fc.nat(3), (whole, currency, zeros) => {
        const amount = `${'0'.repeat(zeros)}${whole}`
        expect(toMinor({ amount, currency })).toBe(whole * 10 ** PLACES[currency])
      }),
    )
  })
})

/** A decimal number without zeros that say nothing. */
function canonical(amount: string): string {
  const [whole, places = ''] = amount.split('.')
  return `${BigInt(whole!)}.${places.replace(/0+$/, '')}`
}
