import { expect, it } from 'vitest'
import { RECONCILIATION, readReconciliation } from '../../torture/checker/reconciliation.js'

const REPORTS = [
  { name: 'money', drift: [{ subject: 'booking a', detail: 'is CONFIRMED: 1 was kept' }], failure: null },
  { name: 'money', drift: [{ subject: 'booking b', detail: 'is CANCELLED: 1 was kept' }], failure: null },
  { name: 'provider', drift: [], failure: 'it is away' },
  { name: 'failedRefunds', drift: [{ subject: 'refund c', detail: 'did not go back' }], failure: null },
]

it('tells what the reconciliation has found, but for refunds that the gateway was told to refuse', async () => {
  const stuck = [
    { name: 'money', subject: 'booking b' },
    { name: 'failedRefunds', subject: 'refund c' },
  ]
  const query = async () => ({ rows: stuck })
  const nowhere = { invariant: RECONCILIATION, showId: null, seatId: null }
  expect(await readReconciliation({ query } as never, JSON.stringify(REPORTS))).toEqual([
    { ...nowhere, detail: 'money: booking a is CONFIRMED: 1 was kept', bookingId: 'a' },
    { ...nowhere, detail: 'provider failed: it is away', bookingId: null },
  ])
})
