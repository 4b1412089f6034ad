import type { Services } from './context.js'
import { type JobTask, runJobs } from './lib/jobs/index.js'
import { runPeriodically } from './lib/periodic.js'
import { SEND_ACCOUNT_MAIL } from './modules/accounts/index.js'
import { endDueAllocations, expireDueHolds, settleUnfinished } from './modules/bookings/index.js'
import { SEND_NOTIFICATION } from './modules/notifications/index.js'
import { DELIVER_WEBHOOK } from './modules/webhooks/index.js'
import { modules } from './modules.js'

export interface RunningWorker {
  /** Takes no more work, and waits for what runs, a few seconds at most. */
  stop(): Promise<void>
}

const EXPIRE_INTERVAL_MS = 500
const SETTLE_INTERVAL_MS = 5_000
const NEXT_OF_ENDPOINT_MS = 200

/** Works what is to be done after requests and beside them. Any number of processes may do so at once. */
export function startWorker(services: Services): RunningWorker {
  const { config, db, log } = services
  const tasks = listTasks(services)
  const sending = takeTasks(tasks, [SEND_NOTIFICATION, SEND_ACCOUNT_MAIL])
  const telling = takeTasks(tasks, [DELIVER_WEBHOOK])
  const runner = { databaseUrl: db.url, concurrency: config.jobConcurrency, log }
  const stops = [
    runPeriodically(
      { name: 'expiring holds', intervalMs: EXPIRE_INTERVAL_MS, run: () => expireDueHolds(services) },
      log,
    ),
    runPeriodically(
      { name: 'ending allocations', intervalMs: EXPIRE_INTERVAL_MS, run: () => endDueAllocations(services) },
      log,
    ),
    runPeriodically(
      { name: 'settling payments', intervalMs: SETTLE_INTERVAL_MS, run: () => settleUnfinished(services) },
      log,
    ),
    runJobs({ ...runner, tasks, crons: modules.flatMap(({ crons = [] }) => crons) }),
    // By themselves: a mail server that lets everybody wait must not keep anybody's booking waiting.
    runJobs({ ...runner, tasks: sending, crons: [] }),
    // So do those whom partners have us call; nothing tells that the next one of an endpoint may be called.
    runJobs({
      ...runner,
      concurrency: config.webhookConcurrency,
      leaves: () => services.webhooks.shares.usedUp,
      pollIntervalMs: NEXT_OF_ENDPOINT_MS,
      tasks: telling,
      crons: [],
    }),
  ]
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

function listTasks(services: Services): Record<string, JobTask> {
  const tasks = modules.flatMap((module) => Object.entries(module.tasks ?? {}))
  return Object.fromEntries(tasks.map(([name, task]) => [name, (payload) => task(payload, services)]))
}

/** Takes tasks out of all by their names. */
function takeTasks(tasks: Record<string, JobTask>, names: readonly string[]): Record<string, JobTask> {
  const taken = Object.fromEntries(names.map((name) => [name, tasks[name]!]))
  for (const name of names) delete tasks[name]
  return taken
}
