import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../../../src/lib/db/index.js'
import { enqueueJob, enqueueJobs } from '../../../src/lib/jobs/index.js'
import { JumpingClock } from '../../kit/clock.js'
import { createTestDatabase, type TestDatabase } from '../../kit/database.js'
import { Seed } from '../../kit/seed.js'

let database: TestDatabase
let db: Database
let seed: Seed

beforeAll(async () => {
  database = await createTestDatabase()
  db = new Database({ url: database.url, poolSize: 16 })
  seed = new Seed(database.url, new JumpingClock())
})
afterAll(async () => {
  await db.close()
  await seed.close()
  await database.drop()
})
beforeEach(() => seed.sql('TRUNCATE graphile_worker._private_jobs'))

async function listJobs() {
  return seed.sql(
    `SELECT task_identifier AS task, payload, max_attempts AS "maxAttempts", run_at AS "runAt"
     FROM graphile_worker.jobs JOIN graphile_worker._private_jobs USING (id, max_attempts, run_at) ORDER BY id`,
  )
}

describe('a transaction that commits', () => {
  it('has enqueued its job', async () => {
    await db.transact((tx) => enqueueJob(tx, { task: 'mail', payload: { to: 'ann', n: 1 } }))
    expect(await listJobs()).toEqual([
      { task: 'mail', payload: { to: 'ann', n: 1 }, maxAttempts: 25, runAt: expect.any(Date) },
    ])
  })

  it('has enqueued several at once', async () => {
    const runAt = new Date('2030-01-02T03:04:05.678Z')
    await db.transact(async (tx) => {
      await enqueueJobs(tx, [])
      await enqueueJobs(tx, [
        { task: 'mail', payload: { to: 'ann' } },
        { task: 'mail', payload: { to: 'bob' }, runAt, maxAttempts: 3 },
      ])
    })
    expect(await listJobs()).toEqual([
      { task: 'mail', payload: { to: 'ann' }, maxAttempts: 25, runAt: expect.any(Date) },
      { task: 'mail', payload: { to: 'bob' }, maxAttempts: 3, runAt },
    ])
  })

  it('may say when, and how often it is tried', async () => {
    const runAt = new Date('2030-01-02T03:04:05.678Z')
    await db.transact((tx) => enqueueJob(tx, { task: 'mail', payload: {}, runAt, maxAttempts: 3 }))
    expect(await listJobs()).toEqual([{ task: 'mail', payload: {}, maxAttempts: 3, runAt }])
  })
})

describe('a transaction that rolls back', () => {
  it('has enqueued nothing', async () => {
    const work = db.transact(async (tx) => {
      await enqueueJob(tx, { task: 'mail', payload: {} })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await listJobs()).toEqual([])
  })
})

describe('many transactions at once', () => {
  const enqueueAtOnce = async (task: string) => {
    let tries = 0
    const enqueue = (n: number) =>
      db.transact(async (tx) => {
        tries++
        await enqueueJob(tx, { task, payload: { n } })
      })
    await Promise.all(Array.from({ length: 50 }, (_, n) => enqueue(n)))
    return tries
  }

  it('enqueue the first jobs of a task, each losing once at most', async () => {
    expect(await enqueueAtOnce('first')).toBeLessThanOrEqual(100)
    const jobs = await listJobs()
    expect(
      jobs.map(({ payload }: { payload: { n: number } }) => payload.n).sort((a: number, b: number) => a - b),
    ).toEqual(Array.from({ length: 50 }, (_, n) => n))
  })

  it('enqueue further jobs of a task without losing', async () => {
    await enqueueAtOnce('known')
    expect(await enqueueAtOnce('known')).toBe(50)
  })

  it('enqueue without losing while thousands of jobs wait', async () => {
    await seed.sql(`SELECT graphile_worker.add_job('known', '{}', run_at := now() + interval '1 day')
      FROM generate_series(1, 5000)`)
    await seed.sql('ANALYZE')
    expect(await enqueueAtOnce('known')).toBe(50)
  })
})
