import { once } from 'node:events'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../../../src/lib/db/index.js'
import { enqueueJob, type JobRunnerOptions, type NewJob, runJobs } from '../../../src/lib/jobs/index.js'
import { createLogger } from '../../../src/lib/logger.js'
import { JumpingClock } from '../../kit/clock.js'
import { createTestDatabase, type TestDatabase } from '../../kit/database.js'
import { Seed } from '../../kit/seed.js'

const PATIENCE = { timeout: 25_000, interval: 50 }
const log = createLogger(process.env.TEST_LOG_LEVEL ?? 'silent')

let database: TestDatabase
let db: Database
let seed: Seed
let stops: (() => Promise<void>)[]

beforeEach(async () => {
  database = await createTestDatabase()
  db = new Database({ url: database.url, poolSize: 2 })
  seed = new Seed(database.url, new JumpingClock())
  stops = []
})
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()))
  await db.close()
  await seed.close()
  await database.drop()
})

function start(tasks: JobRunnerOptions['tasks'], more: Partial<JobRunnerOptions> = {}): () => Promise<void> {
  const stop = runJobs({ databaseUrl: database.url, tasks, crons: [], concurrency: 2, log, ...more })
  stops.push(stop)
  return stop
}

function enqueue(job: NewJob): Promise<void> {
  return db.transact((tx) => enqueueJob(tx, job))
}

async function countJobs(): Promise<number> {
  return (await seed.sql('SELECT count(*)::int AS jobs FROM graphile_worker.jobs'))[0].jobs
}

/** The sessions in which this database's runners show that they live. */
async function listPresences(): Promise<number[]> {
  const rows = await seed.sql(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
  return rows.map(({ pid }: { pid: number }) => pid)
}

describe('a runner that cannot write how two jobs have ended', () => {
  it('is followed by another one', async () => {
    const lock = new pg.Client(database.url)
    await lock.connect()
    await lock.query('SELECT pg_advisory_lock(1)')
    const ends: (() => void)[] = []
    const done: unknown[] = []
    start({
      mail: () => new Promise<void>((resolve) => ends.push(resolve)),
      other: async (payload) => void done.push(payload),
    })
    for (const n of [1, 2]) await enqueue({ task: 'mail', payload: { n } })
    await expect.poll(() => ends.length, PATIENCE).toBe(2)
    await seed.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_lock_shared(1);
      RAISE 'not now';
    END $$`)
    await seed.sql(
      'CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()',
    )
    const countWaiting = async () =>
      (await seed.sql(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).length
    for (const [index, end] of ends.entries()) {
      end()
      await expect.poll(countWaiting, PATIENCE).toBe(index + 1)
    }
    await lock.end()
    await expect.poll(countWaiting, PATIENCE).toBe(0)
    await seed.sql('DROP TRIGGER refuse ON graphile_worker._private_jobs')
    await enqueue({ task: 'other', payload: { n: 3 } })
    await expect.poll(() => done, PATIENCE).toEqual([{ n: 3 }])
    for (const end of ends) end()
  })
})

describe('a job', () => {
  it('is done once, and is gone', async () => {
    const done: unknown[] = []
    start({ mail: async (payload) => void done.push(payload) })
    await enqueue({ task: 'mail', payload: { to: 'ann' } })
    await expect.poll(countJobs, PATIENCE).toBe(0)
    expect(done).toEqual([{ to: 'ann' }])
  })

  it('is not done before its time', async () => {
    const done: unknown[] = []
    start({ mail: async (payload) => void done.push(payload) })
    await enqueue({ task: 'mail', payload: { n: 1 }, runAt: new Date(Date.now() + 3_600_000) })
    await enqueue({ task: 'mail', payload: { n: 2 } })
    await expect.poll(() => done, PATIENCE).toEqual([{ n: 2 }])
    await expect.poll(countJobs, PATIENCE).toBe(1)
    await seed.sql('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await expect.poll(() => done, PATIENCE).toEqual([{ n: 2 }, { n: 1 }])
  })

  it('of a task that is not known here is left alone', async () => {
    const done: unknown[] = []
    start({ mail: async (payload) => void done.push(payload) })
    await enqueue({ task: 'other', payload: {} })
    await enqueue({ task: 'mail', payload: {} })
    await expect.poll(() => done, PATIENCE).toEqual([{}])
    await expect
      .poll(() => seed.sql('SELECT task_identifier, attempts FROM graphile_worker.jobs'), PATIENCE)
      .toEqual([{ task_identifier: 'other', attempts: 0 }])
  })
})

describe('a job that fails', () => {
  it('is tried again, later each time, until it has been tried as often as it may', async () => {
    let tries = 0
    start({
      mail: async () => {
        tries++
        throw new Error(`no ${tries}`)
      },
    })
    await enqueue({ task: 'mail', payload: {}, maxAttempts: 2 })
    const read = () =>
      seed.sql(`SELECT attempts, last_error, locked_by,
        round(extract(epoch FROM run_at - updated_at))::int AS pause FROM graphile_worker.jobs`)
    await expect.poll(read, PATIENCE).toMatchObject([{ attempts: 1, last_error: 'no 1', locked_by: null }])
    const [first] = await seed.sql('SELECT run_at FROM graphile_worker.jobs')
    await expect.poll(read, PATIENCE).toMatchObject([{ attempts: 2, last_error: 'no 2', locked_by: null }])
    const [second] = await seed.sql('SELECT run_at FROM graphile_worker.jobs')
    expect(second.run_at - first.run_at).toBeGreaterThan(5_000)
    expect(tries).toBe(2)
  })
})

describe('a stop', () => {
  it('lets a job that runs come to its end', async () => {
    const gate = new EventTarget()
    let isDone = false
    const stop = start({
      mail: async () => {
        gate.dispatchEvent(new Event('begun'))
        await once(gate, 'go')
        isDone = true
      },
    })
    const begun = once(gate, 'begun')
    await enqueue({ task: 'mail', payload: {} })
    await begun
    const stopped = stop()
    gate.dispatchEvent(new Event('go'))
    await stopped
    expect(isDone).toBe(true)
    expect(await countJobs()).toBe(0)
    expect(await listPresences()).toEqual([])
  })

  it('leaves a job that does not end to another runner', async () => {
    const gate = new EventTarget()
    const stop = start({
      mail: async () => {
        gate.dispatchEvent(new Event('begun'))
        await once(gate, 'never')
      },
    })
    const begun = once(gate, 'begun')
    await enqueue({ task: 'mail', payload: { n: 1 } })
    await begun
    await stop()
    const done: unknown[] = []
    start({ mail: async (payload) => void done.push(payload) })
    await expect.poll(() => done, PATIENCE).toEqual([{ n: 1 }])
    await expect.poll(countJobs, PATIENCE).toBe(0)
  })
})

describe('a lost connection', () => {
  it('does not end the runner, nor give its jobs away', async () => {
    const gate = new EventTarget()
    let begun = 0
    start({
      mail: async () => {
        begun++
        await once(gate, 'go')
      },
    })
    await enqueue({ task: 'mail', payload: {} })
    await expect.poll(() => begun, PATIENCE).toBe(1)
    const [pid] = await listPresences()
    await seed.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'marquee'`)
    await expect.poll(async () => (await listPresences()).filter((other) => other !== pid), PATIENCE).toHaveLength(1)
    gate.dispatchEvent(new Event('go'))
    await expect.poll(countJobs, PATIENCE).toBe(0)
    expect(begun).toBe(1)
    await enqueue({ task: 'mail', payload: {} })
    await expect.poll(() => begun, PATIENCE).toBe(2)
    gate.dispatchEvent(new Event('go'))
    await expect.poll(countJobs, PATIENCE).toBe(0)
  })
})

describe('a cron', () => {
  it('enqueues its task for a time that was missed, once for all runners', async () => {
    const due = new Date()
    const match = `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`
    const crons = [{ task: 'clean', match }]
    let runs = 0
    await seed.sql(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since)
       VALUES ($1, now() - interval '10 minutes')`,
      [`clean ${match}`],
    )
    const tasks = { clean: async () => void runs++ }
    start(tasks, { crons })
    start(tasks, { crons })
    await expect.poll(() => runs, PATIENCE).toBe(1)
    await expect.poll(countJobs, PATIENCE).toBe(0)
  })
})
