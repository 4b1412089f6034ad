import type { Logger } from './logger.js'

export interface Task {
  /** What it does, for the log. */
  readonly name: string
  readonly intervalMs: number
  readonly run: () => Promise<void>
}

/**
 * Runs a task again and again, never beside itself, `intervalMs` after its last end. A failure is logged and the next run comes
 * as usual. Gives a function that stops it and waits for a run in progress.
 */
export function runPeriodically({ name, intervalMs, run }: Task, log: Logger): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout
  let running = Promise.resolve()
  const schedule = () => {
    timer = setTimeout(() => {
      running = run()
        .catch((err: unknown) => log.error({ err }, `${name} failed`))
        .finally(() => {
          if (!isStopped) schedule()
        })
    }, intervalMs)
  }
  schedule()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
