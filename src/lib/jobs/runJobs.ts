import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { parseCronItems, type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker'
import { openPool } from '../db/index.js'
import type { Logger } from '../logger.js'
import { bridgeLogger } from './bridgeLogger.js'
import { SCHEMA } from './schema.js'
import { type Presence, showPresence } from './showPresence.js'

/** Does one job, perhaps not for the first time. When it throws, the job is tried again later. */
export type JobTask = (payload: unknown) => Promise<void>

/** A task that comes by the clock. */
export interface Cron {
  readonly task: string
  /** When, in UTC, as crontab(5) has it: `0 4 * * *`. */
  readonly match: string
}

export interface JobRunnerOptions {
  readonly databaseUrl: string
  /** By name. Jobs of other names are left to other processes. */
  readonly tasks: Readonly<Record<string, JobTask>>
  readonly crons: readonly Cron[]
  /** How many jobs run at once. */
  readonly concurrency: number
  /** How often a job is looked for that nothing tells of, such as the next one of a queue. 2 s when left out. */
  readonly pollIntervalMs?: number
  /** The flags of jobs that are left for later, asked for each time that one is looked for. */
  readonly leaves?: () => string[]
  readonly log: Logger
}

const RESTART_MS = 1_000
const POLL_MS = 2_000
/** What runs longer when we stop is left to others, who do it again. */
const STOP_WITHIN_MS = 2_500
/** What a process was away for at a cron's time, it does when it is back within an hour. */
const BACKFILL_MS = 3_600_000

/**
 * Works jobs until it is stopped. When the runner ends by itself, as the database was away, that is logged and another one is
 * started. Gives a function that stops it and waits for the jobs that run, 2.5 s at most.
 */
export function runJobs(options: JobRunnerOptions): () => Promise<void> {
  if (Object.keys(options.tasks).length === 0) return async () => {}
  const stopping = new AbortController()
  const ended = keepRunning(options, stopping.signal)
  return () => {
    stopping.abort()
    return ended
  }
}

async function keepRunning(options: JobRunnerOptions, signal: AbortSignal): Promise<void> {
  const stopped = once(signal, 'abort')
  while (!signal.aborted) {
    try {
      await runOnce(options, { signal, stopped })
    } catch (err) {
      options.log.error({ err }, 'no jobs are worked here: trying again')
      await delay(RESTART_MS, undefined, { signal }).catch(() => {})
    }
  }
}

interface Stopping {
  readonly signal: AbortSignal
  /** Fulfilled when the signal is aborted. */
  readonly stopped: Promise<unknown>
}

/** One runner, from its start until it is stopped. Throws when it ends by itself, or would have to and does not. */
async function runOnce(options: JobRunnerOptions, { signal, stopped }: Stopping): Promise<void> {
  const { databaseUrl, concurrency, log } = options
  const pool = openPool({ url: databaseUrl, size: concurrency + 1 })
  const events: WorkerEvents = new EventEmitter()
  let presence: Presence | undefined
  events.on('pool:create', ({ workerPool }) => {
    presence = showPresence({ databaseUrl, runnerId: workerPool.id, log })
  })
  const broken = failSoon(events)
  // No job is locked before others can see that we live.
  const waitForPresence = async () => {
    await Promise.race([presence!.shown, stopped])
  }
  try {
    const runner = await run({ ...toRunnerOptions(options, waitForPresence), pgPool: pool, events })
    await Promise.race([runner.promise, broken, stopped])
    if (!signal.aborted) throw new Error('the job runner ended by itself')
    await stop(runner, log)
  } finally {
    await presence?.leave()
    await Promise.race([pool.end(), delay(STOP_WITHIN_MS, undefined, { ref: false })])
  }
}

/**
 * Rejects a while after the end of a job could not be written: graphile-worker then ends its runner, but where that happens to two jobs at
 * once, it waits for good for what has failed already, and for a connection of its own besides.
 */
function failSoon(events: WorkerEvents): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    events.once('pool:fatalError', ({ error }) => setTimeout(() => reject(error), STOP_WITHIN_MS).unref())
  })
  broken.catch(() => {})
  return broken
}

function toRunnerOptions(options: JobRunnerOptions, startWorker: () => Promise<void>): RunnerOptions {
  const { tasks, crons, concurrency, pollIntervalMs = POLL_MS, leaves, log } = options
  return {
    schema: SCHEMA,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload) => task(payload)])),
    parsedCronItems: parseCronItems(crons.map(toCronItem)),
    concurrency,
    pollInterval: pollIntervalMs,
    ...(leaves && { forbiddenFlags: leaves }),
    noHandleSignals: true,
    logger: bridgeLogger(log),
    preset: {
      plugins: [{ name: 'presence', version: '1.0.0', worker: { hooks: { startWorker } } }],
      // Unbatched, a job's end is written without anybody waiting for it: a failure to would end the process.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  }
}

/** A job that still waits when its time comes again is not joined by another. */
function toCronItem({ task, match }: Cron) {
  return {
    task,
    match,
    identifier: `${task} ${match}`,
    options: { backfillPeriod: BACKFILL_MS, jobKey: `cron ${task}` },
  }
}

async function stop(runner: Runner, log: Logger): Promise<void> {
  const patience = new AbortController()
  const inTime = await Promise.race([
    runner.stop().then(() => true),
    delay(STOP_WITHIN_MS, false, { signal: patience.signal }),
  ])
  patience.abort()
  if (!inTime) log.warn('left jobs that still ran: another process will do them again')
}
