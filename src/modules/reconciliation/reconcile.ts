import { bookingChecks } from './bookingChecks.js'
import type { Check, Drift, Period, ReconcileServices } from './check.js'
import { gatewayCheck } from './gatewayCheck.js'
import { reportChecks } from './reportChecks.js'

/** What a check has found. */
export interface CheckReport {
  readonly name: string
  readonly title: string
  readonly drift: readonly DriftReport[]
  /** Why it could not look at everything, null when it has. */
  readonly failure: string | null
}

export interface DriftReport {
  readonly subject: string
  readonly detail: string
  readonly isMended: boolean
}

const PERIOD_MS = 7 * 24 * 60 * 60 * 1000
/** Longer than holds that are over, or payments that are collected, usually wait to be written down as such. */
const SETTLING_MS = 5_000

// What is mended comes first: what would be wrong because of it is right by then.
const CHECKS: readonly Check[] = [...bookingChecks, gatewayCheck, ...reportChecks]

/**
 * Looks whether holds, bookings, seats, the log of seats, payments and the provider agree, mends what is safe to mend, and tells
 * everything it has found. May run at any time, and beside itself. Nothing is thrown: a check that fails says so.
 */
export async function reconcile(services: ReconcileServices): Promise<CheckReport[]> {
  const reports: CheckReport[] = []
  // Each check has a time of its own: that of the provider may take minutes, in which holds go over to others.
  for (const check of CHECKS) reports.push(await run(check, services, periodUntil(services.clock.now())))
  return reports
}

function periodUntil(now: Date): Period {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  return { now, since: ago(PERIOD_MS), settledBefore: ago(SETTLING_MS) }
}

async function run(check: Check, services: ReconcileServices, period: Period): Promise<CheckReport> {
  const { name, title } = check
  const drift: DriftReport[] = []
  try {
    for (const found of await check.find(services, period)) drift.push(await settle(found, services))
    return { name, title, drift, failure: null }
  } catch (err) {
    services.log.error({ err, check: name }, 'a check of the reconciliation failed')
    return { name, title, drift, failure: (err as Error).message }
  }
}

async function settle({ subject, detail, mend }: Drift, { log }: ReconcileServices): Promise<DriftReport> {
  if (mend === undefined) return { subject, detail, isMended: false }
  try {
    return { subject, detail, isMended: await mend() }
  } catch (err) {
    log.error({ err, subject }, 'drift could not be mended')
    return { subject, detail: `${detail}; mending it failed: ${(err as Error).message}`, isMended: false }
  }
}
