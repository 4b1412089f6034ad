import type { Queryable, Violation } from './invariant.js'

export const RECONCILIATION = 'npm run reconcile finds nothing either'

interface Report {
  readonly name: string
  readonly drift: readonly { readonly subject: string; readonly detail: string }[]
  readonly failure: string | null
}

/** What it has to find: refunds that the gateway was told to refuse for ever, and bookings whose money they are. */
const EXPECTED = `
  SELECT 'failedRefunds' AS name, 'refund ' || r.id AS subject FROM torture.stuck_refund AS r
  UNION ALL SELECT 'money', 'booking ' || r.booking_id FROM torture.stuck_refund AS r`

/** What the product's own reconciliation has found in what a run has left, by what it prints as JSON. */
export async function readReconciliation(pool: Queryable, json: string): Promise<Violation[]> {
  const { rows } = await pool.query(EXPECTED)
  const expected = new Set(rows.map(({ name, subject }) => `${name} ${subject}`))
  return (JSON.parse(json) as Report[]).flatMap(({ name, drift, failure }) => [
    ...(failure === null ? [] : [toViolation(`${name} failed: ${failure}`)]),
    ...drift
      .filter(({ subject }) => !expected.has(`${name} ${subject}`))
      .map(({ subject, detail }) => toViolation(`${name}: ${subject} ${detail}`)),
  ])
}

function toViolation(detail: string): Violation {
  const bookingId = /^money: booking (\S+)/.exec(detail)?.[1] ?? null
  return { invariant: RECONCILIATION, detail, bookingId, showId: null, seatId: null }
}
