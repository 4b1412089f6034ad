import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from '../logger.js'

interface FailedJob {
  readonly id: string
  readonly task_identifier: string
  readonly attempts: number
  readonly max_attempts: number
}

/** What graphile-worker says, in our log. It tells of each job that went well, and of its own comings and goings, at debug. */
export function bridgeLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta = {}) => {
    if (meta.failure === true) tellFailure(log, meta.job as FailedJob, meta.error)
    else if (level === 'error') log.error({ err: meta.error }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}

/** Without the payload, which may name people. */
function tellFailure(log: Logger, job: FailedJob, err: unknown): void {
  const isFinal = job.attempts >= job.max_attempts
  const fields = { err, task: job.task_identifier, jobId: job.id, attempt: job.attempts, maxAttempts: job.max_attempts }
  if (isFinal) log.error(fields, 'a job failed for the last time')
  else log.warn(fields, 'a job failed, and is tried again')
}
