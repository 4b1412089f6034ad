import { describe, expect, it } from 'vitest'
import {
  allocateRefund,
  cover,
  PAYMENT_TRANSITIONS,
  type PaymentWithRefunds,
  REFUND_TRANSITIONS,
  refundedAmount,
  statusesBefore,
} from '../../../src/modules/payments/payment.js'
import type { PaymentStatus, RefundStatus } from '../../../src/modules/payments/store.js'

const PAYMENT_STATUSES = Object.keys(PAYMENT_TRANSITIONS) as PaymentStatus[]
const LEGAL = [
  'INITIATED ACTION_REQUIRED',
  'INITIATED AUTHORIZED',
  'INITIATED DECLINED',
  'INITIATED VOIDING',
  'ACTION_REQUIRED AUTHORIZED',
  'ACTION_REQUIRED DECLINED',
  'ACTION_REQUIRED VOIDING',
  'AUTHORIZED CAPTURING',
  'AUTHORIZED VOIDING',
  'CAPTURING CAPTURED',
  'CAPTURING VOIDING',
  'VOIDING VOIDED',
  'VOIDING CAPTURED',
  'VOIDED VOIDING',
]

describe('the transitions of a payment', () => {
  it.each(PAYMENT_STATUSES.flatMap((from) => PAYMENT_STATUSES.map((to) => [from, to] as const)))(
    '%s -> %s',
    (from, to) => {
      expect(statusesBefore(PAYMENT_TRANSITIONS, to).includes(from)).toBe(LEGAL.includes(`${from} ${to}`))
    },
  )
})

describe('the transitions of a refund', () => {
  it.each(
    (Object.keys(REFUND_TRANSITIONS) as RefundStatus[]).flatMap((from) =>
      (Object.keys(REFUND_TRANSITIONS) as RefundStatus[]).map((to) => [from, to] as const),
    ),
  )('%s -> %s', (from, to) => {
    const isLegal = (from === 'PENDING' && to !== 'PENDING') || (from === 'SUCCEEDED' && to === 'FAILED')
    expect(statusesBefore(REFUND_TRANSITIONS, to).includes(from)).toBe(isLegal)
  })
})

describe('which payments cover a total', () => {
  const payments = (amounts: number[]) => amounts.map((amount, index) => ({ id: String(index), amount }))

  it.each([
    ['one of just that much', [2000], 2000, null, ['0']],
    ['several', [500, 1500], 2000, null, ['0', '1']],
    ['the preferred one alone, where it is enough', [500, 2000], 2000, '1', ['1']],
    ['the preferred one and what fits', [1500, 500, 500], 2000, '2', ['2', '0']],
    ['others, where the preferred one does not fit', [1500, 500, 1000], 2000, '2', ['0', '1']],
    ['one of nothing, for a total of nothing', [0], 0, null, ['0']],
    ['none, where it is too little', [500, 1000], 2000, null, null],
    ['none, where one is too much', [2001], 2000, null, null],
    ['none, without payments', [], 2000, null, null],
    ['none, without payments, not even of nothing', [], 0, null, null],
  ])('%s', (_what, amounts, total, preferred, expected) => {
    expect(cover(payments(amounts), total, preferred)?.map(({ id }) => id) ?? null).toEqual(expected)
  })
})

describe('which payments a refund goes back to', () => {
  interface Paid {
    readonly amount: number
    readonly refunds?: readonly [number, RefundStatus][]
  }
  const paid = (all: readonly Paid[]) =>
    all.map(({ amount, refunds = [] }, index) => ({
      id: String(index),
      amount,
      createdAt: new Date(index),
      refunds: refunds.map(([refunded, status]) => ({ amount: refunded, status })),
    })) as unknown as PaymentWithRefunds[]

  it.each<[string, Paid[], number, [string, number][]]>([
    ['the only one', [{ amount: 2000 }], 500, [['0', 500]]],
    ['the latest first', [{ amount: 500 }, { amount: 1500 }], 1000, [['1', 1000]]],
    [
      'the one before for the rest',
      [{ amount: 500 }, { amount: 1500 }],
      1700,
      [
        ['1', 1500],
        ['0', 200],
      ],
    ],
    [
      'all',
      [{ amount: 500 }, { amount: 1500 }],
      2000,
      [
        ['1', 1500],
        ['0', 500],
      ],
    ],
    [
      'what is left of one',
      [{ amount: 500 }, { amount: 1500, refunds: [[1400, 'PENDING']] }],
      200,
      [
        ['1', 100],
        ['0', 100],
      ],
    ],
    ['one whose refund has failed', [{ amount: 1500, refunds: [[1500, 'FAILED']] }], 1500, [['0', 1500]]],
    ['none, for nothing', [{ amount: 1500 }], 0, []],
  ])('%s', (_what, payments, amount, expected) => {
    const shares = allocateRefund(paid(payments), amount)
    expect(shares.map((share) => [share.payment.id, share.amount])).toEqual(expected)
  })

  it.each<[string, Paid[], number]>([
    ['than was collected', [{ amount: 2000 }], 2001],
    ['than is left', [{ amount: 2000, refunds: [[1, 'SUCCEEDED']] }], 2000],
    ['than nothing', [], 1],
  ])('is never more %s', (_what, payments, amount) => {
    expect(() => allocateRefund(paid(payments), amount)).toThrow('1 more is to be refunded than was collected')
  })

  it('counts what is on the way as gone', () => {
    const [payment] = paid([
      {
        amount: 100,
        refunds: [
          [10, 'PENDING'],
          [20, 'SUCCEEDED'],
          [40, 'FAILED'],
        ],
      },
    ])
    expect(refundedAmount(payment!)).toBe(30)
  })
})
