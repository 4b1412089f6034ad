import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocateRefund,
  cover,
  type PaymentWithRefunds,
  publicStatus,
  refundedAmount,
} from '../../src/modules/payments/payment.js'
import { bounded } from './bounded.js'

fc.configureGlobal(bounded(200))

const refund = fc.record({
  amount: fc.integer({ min: 1, max: 500 }),
  status: fc.constantFrom('PENDING', 'SUCCEEDED', 'FAILED'),
})

/** Payments that were collected, of which no more has gone back than was collected. */
const collected = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 1, max: 2000 }),
      minute: fc.nat(5),
      refunds: fc.array(refund, { maxLength: 3 }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((payments) =>
    payments.map(({ minute, ...payment }, index) => {
      const all = { id: String(index), status: 'CAPTURED', createdAt: new Date(minute * 60_000), ...payment }
      return all as unknown as PaymentWithRefunds
    }),
  )
  .filter((payments) => payments.every((payment) => refundedAmount(payment) <= payment.amount))

const left = (payment: PaymentWithRefunds): number => payment.amount - refundedAmount(payment)
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

describe('what goes back of several payments', () => {
  const order = collected.chain((payments) =>
    fc.record({ payments: fc.constant(payments), amount: fc.nat(sum(payments.map(left))) }),
  )

  it('is exactly the amount, of each payment once and no more than it has left', () => {
    fc.assert(
      fc.property(order, ({ payments, amount }) => {
        const shares = allocateRefund(payments, amount)
        expect(sum(shares.map((share) => share.amount))).toBe(amount)
        expect(new Set(shares.map(({ payment }) => payment.id)).size).toBe(shares.length)
        for (const share of shares) {
          expect(share.amount).toBeGreaterThan(0)
          expect(share.amount).toBeLessThanOrEqual(left(share.payment))
        }
      }),
    )
  })

  it('is of the latest first: an older one gives only where all later ones have nothing left', () => {
    fc.assert(
      fc.property(order, ({ payments, amount }) => {
        const shares = new Map(allocateRefund(payments, amount).map(({ payment, amount }) => [payment.id, amount]))
        for (const older of payments.filter(({ id }) => shares.has(id))) {
          const later = payments.filter(({ createdAt }) => createdAt > older.createdAt)
          for (const payment of later) expect(shares.get(payment.id) ?? 0).toBe(left(payment))
        }
      }),
    )
  })

  it('is never more than was collected', () => {
    fc.assert(
      fc.property(collected, fc.integer({ min: 1, max: 1000 }), (payments, more) => {
        expect(() => allocateRefund(payments, sum(payments.map(left)) + more)).toThrow('more is to be refunded')
      }),
    )
  })

  it('is told by the status of each payment', () => {
    fc.assert(
      fc.property(order, ({ payments, amount }) => {
        for (const { payment, amount: back } of allocateRefund(payments, amount)) {
          const refunds = [...payment.refunds, { amount: back, status: 'PENDING' }]
          const status = publicStatus({ ...payment, refunds } as PaymentWithRefunds)
          expect(status).toBe(back === left(payment) ? 'REFUNDED' : 'PARTIALLY_REFUNDED')
        }
      }),
    )
  })
})

describe('which payments cover a total', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
  const payments = amounts.map((amounts) => amounts.map((amount, index) => ({ id: String(index), amount })))
  const totalOf = (some: readonly { amount: number }[]) => sum(some.map(({ amount }) => amount))
  const preferred = fc.option(fc.nat(5).map(String), { nil: null })

  it('are all of them where they are just enough, and none where they are not', () => {
    fc.assert(
      fc.property(payments, preferred, fc.integer({ min: 1, max: 100 }), (payments, preferred, missing) => {
        const ids = cover(payments, totalOf(payments), preferred)?.map(({ id }) => id)
        expect(ids?.sort()).toEqual(payments.map(({ id }) => id))
        expect(cover(payments, totalOf(payments) + missing, preferred)).toBe(null)
      }),
    )
  })

  it('are some of them, each once, that come to the total exactly', () => {
    fc.assert(
      fc.property(payments, preferred, fc.integer({ min: 1, max: 3000 }), (payments, preferred, total) => {
        const chosen = cover(payments, total, preferred)
        if (chosen === null) return
        expect(totalOf(chosen)).toBe(total)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(chosen.every((payment) => payments.includes(payment))).toBe(true)
      }),
    )
  })

  it('have the preferred one among them where it covers what the older ones leave, whatever came after', () => {
    fc.assert(
      fc.property(payments, payments, (older, younger) => {
        const own = { id: 'own', amount: 100 }
        const later = younger.map(({ id, amount }) => ({ id: `later ${id}`, amount }))
        expect(cover([...older, ...later, own], totalOf(older) + own.amount, 'own')).toContain(own)
      }),
    )
  })
})
