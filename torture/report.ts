import type pg from 'pg'
import { INVARIANTS } from './checker/check.js'
import type { Violation } from './checker/invariant.js'
import { RECONCILIATION } from './checker/reconciliation.js'
import { CRASHES, type RunResult } from './run.js'

const NAME_WIDTH = 66
const MOST_TOLD = 5

/** What was done, what went wrong, and whether it did any harm, as a table. */
export function toTable({ operations, faults, violations, settledMs }: RunResult): string {
  return [
    'what clients were told',
    ...[...operations].flatMap(([operation, outcomes]) =>
      [...outcomes].toSorted(([, a], [, b]) => b - a).map(([outcome, count]) => row(`${operation}: ${outcome}`, count)),
    ),
    '',
    'faults',
    ...[...faults].map(([name, count]) => row(name, count)),
    '',
    'violations',
    ...namesOf(violations).map((name) => row(name, countOf(violations, name))),
    '',
    row('seconds until nothing was pending any more', Math.round(settledMs / 1000)),
  ].join('\n')
}

export function toJson({ operations, faults, violations, settledMs }: RunResult, seed: string): string {
  return JSON.stringify({
    seed,
    operations: Object.fromEntries([...operations].map(([name, outcomes]) => [name, Object.fromEntries(outcomes)])),
    faults: Object.fromEntries(faults),
    invariants: Object.fromEntries(namesOf(violations).map((name) => [name, countOf(violations, name)])),
    settledSeconds: Math.round(settledMs / 1000),
    violations,
  })
}

/** The first violations of each invariant, with all that happened to the booking or the seat. */
export async function tellViolations(pool: pg.Pool, violations: readonly Violation[]): Promise<string> {
  const lines: string[] = []
  for (const name of namesOf(violations)) {
    for (const violation of violations.filter(({ invariant }) => invariant === name).slice(0, MOST_TOLD)) {
      const { detail, bookingId, showId, seatId } = violation
      lines.push('', `${name}:`, `  booking ${bookingId}, show ${showId}, seat ${seatId}: ${detail}`)
      lines.push(...(await readHistory(pool, violation)).map((line) => `    ${line}`))
    }
  }
  return lines.join('\n')
}

/** Of what existed, only what has changed. */
const HISTORY = `
  SELECT to_char(at AT TIME ZONE 'UTC', 'HH24:MI:SS.MS') || '  ' || what AS line FROM (
    SELECT at, concat_ws(' ', 'tx', xid, entity, coalesce(after, before) ->> 'id', CASE
        WHEN before IS NULL THEN jsonb_strip_nulls(after)
        WHEN after IS NULL THEN before || '"is deleted"'
        ELSE (SELECT jsonb_object_agg(key, value) FROM jsonb_each(after) WHERE before -> key IS DISTINCT FROM value)
      END) AS what
    FROM torture.history
    WHERE $1::text IN (before ->> 'id', after ->> 'id', before ->> 'booking_id', after ->> 'booking_id')
      OR entity = 'sandbox_payment' AND after ->> 'key' IN (SELECT id::text FROM payment WHERE booking_id = $1::uuid)
      OR entity = 'refund' AND (after ->> 'payment_id')::uuid IN (SELECT id FROM payment WHERE booking_id = $1::uuid)
      OR entity = 'show_seat' AND (after ->> 'show_id')::int = $2 AND (after ->> 'seat_id')::int = $3
    UNION ALL
    SELECT sent_at, concat_ws(' ', buyer, 'asks', server, 'for', operation, input, 'under ' || key, 'and is told at',
      to_char(answered_at AT TIME ZONE 'UTC', 'HH24:MI:SS.MS'), answer, error)
    FROM torture.told WHERE booking_id = $1::uuid OR key IN (SELECT key FROM torture.told WHERE booking_id = $1::uuid)
  ) AS happened ORDER BY at`

async function readHistory(pool: pg.Pool, { bookingId, showId, seatId }: Violation): Promise<string[]> {
  const { rows } = await pool.query(HISTORY, [bookingId, showId, seatId])
  return rows.map(({ line }) => line)
}

function namesOf(violations: readonly Violation[]): string[] {
  return [
    ...new Set([
      ...INVARIANTS.map(({ name }) => name),
      RECONCILIATION,
      CRASHES,
      ...violations.map(({ invariant }) => invariant),
    ]),
  ]
}

function countOf(violations: readonly Violation[], name: string): number {
  return violations.filter(({ invariant }) => invariant === name).length
}

function row(name: string, count: number): string {
  return `  ${name.padEnd(NAME_WIDTH)}${String(count).padStart(8)}`
}
