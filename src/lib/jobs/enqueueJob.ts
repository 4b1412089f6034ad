import type { Transaction } from '../db/index.js'

/** Something to do after a commit, by whichever process works jobs. It may be done more than once: tasks have to bear that. */
export interface NewJob {
  /** The name of the task that does it. */
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Not before then, at the database's time; at once when left out. */
  readonly runAt?: Date
  /** How often it is tried, with growing pauses: 25 times, three days or so, when left out. */
  readonly maxAttempts?: number
}

/** Enqueues a job in the transaction that causes it: both happen, or neither does. */
export async function enqueueJob(tx: Transaction, { task, payload, runAt, maxAttempts }: NewJob): Promise<void> {
  await tx.$executeRaw`/* jobs.enqueueJob */ SELECT graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts ?? null}::int)`
}

/** Enqueues several jobs as one round trip; none costs none. */
export async function enqueueJobs(tx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  await tx.$executeRaw`/* jobs.enqueueJobs */ SELECT graphile_worker.add_job(
      task, payload, run_at := "runAt", max_attempts := "maxAttempts")
    FROM json_to_recordset(${JSON.stringify(jobs)}::json)
      AS job (task text, payload json, "runAt" timestamptz, "maxAttempts" int)`
}
