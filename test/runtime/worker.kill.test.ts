import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteExpiries, readLateness, seedDueHolds } from '../../bench/kit/dueHolds.js'
import { seedShows } from '../../bench/kit/shows.js'
import { cancelBooking, confirmBooking, holdSeats } from '../kit/operations.js'
import { build, type Program } from './program.js'
import { WorkerStage } from './workerStage.js'

const HOLDS = 500
const HOLDS_BEFORE_THE_KILL = 100
const TAKEN_OVER_WITHIN_SECONDS = 30
const PATIENCE = { timeout: 60_000, interval: 50 }

let stage: WorkerStage

// Each start is a process, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000 })
beforeAll(build)
beforeEach(async () => {
  stage = await WorkerStage.open()
})
afterEach(() => stage.clear())

async function kill(program: Program): Promise<void> {
  program.kill('SIGKILL')
  expect(await program.ended()).toEqual({ code: null, signal: 'SIGKILL' })
}

describe('a worker that is killed while holds fall due', () => {
  const countExpired = async () =>
    (await stage.seed.sql(`SELECT count(*)::int AS expired FROM booking WHERE status = 'EXPIRED'`))[0].expired

  /** Holds that fall due for ten seconds, and a worker that is killed when it has ended a part of them. */
  const killAmongHolds = async () => {
    const { url } = stage.database
    await seedShows(url, { shows: 2, seats: HOLDS })
    await noteExpiries(url)
    const worker = await stage.startWorker()
    await seedDueHolds(url, { holds: HOLDS, shows: 2, seatsEach: 2, perSecond: HOLDS / 10, leadSeconds: 2 })
    await expect.poll(countExpired, PATIENCE).toBeGreaterThan(HOLDS_BEFORE_THE_KILL)
    await kill(worker)
    expect(await countExpired()).toBeLessThan(HOLDS)
  }

  const expectNoneForgotten = async () => {
    await expect.poll(countExpired, PATIENCE).toBe(HOLDS)
    expect((await readLateness(stage.database.url)).max).toBeLessThan(TAKEN_OVER_WITHIN_SECONDS)
    expect(await stage.seed.sql('SELECT DISTINCT status, version FROM show_seat')).toEqual([
      { status: 'AVAILABLE', version: 2 },
    ])
  }

  it('leaves them to one beside it', async () => {
    await stage.startWorker()
    await killAmongHolds()
    await expectNoneForgotten()
  })

  it('leaves them to an API that starts later', async () => {
    await killAmongHolds()
    await stage.startApi({ WORK_JOBS: 'true' })
    await expectNoneForgotten()
  })
})

describe('a worker that is killed while it works a job', () => {
  const readJobs = () =>
    stage.seed.sql(`SELECT locked_by AS "lockedBy" FROM graphile_worker.jobs WHERE task_identifier = 'payRefund'`)
  const readWorker = async (): Promise<string | undefined> => (await readJobs())[0]?.lockedBy ?? undefined

  /** A job that waits for us, and a worker that is killed in the middle of it. Gives who has it locked, and how to let it go on. */
  const killAtJob = async () => {
    const buyer = await stage.signInAsGuest(await stage.startApi())
    const show = await stage.seed.show()
    const { booking } = await holdSeats(buyer, show, show.seatIds, { holdSeconds: 900 })
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id)
    const client = new pg.Client({ connectionString: stage.database.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM refund FOR UPDATE')
    const worker = await stage.startWorker()
    await expect.poll(readWorker, PATIENCE).toEqual(expect.any(String))
    const dead = await readWorker()
    await kill(worker)
    expect(await readWorker()).toBe(dead)
    return { dead, goOn: () => client.end() }
  }

  it.each([
    ['another one', () => stage.startWorker()],
    ['an API', () => stage.startApi({ WORK_JOBS: 'true' })],
  ])('leaves it to %s, which does it once', async (_who, startOther) => {
    const { dead, goOn } = await killAtJob()
    const killed = performance.now()
    await startOther()
    await expect.poll(readWorker, PATIENCE).not.toSatisfy((id) => id === dead || id === undefined)
    expect(performance.now() - killed).toBeLessThan(TAKEN_OVER_WITHIN_SECONDS * 1_000)
    await goOn()
    await expect.poll(() => stage.readRefunds(), PATIENCE).toEqual([{ status: 'SUCCEEDED', refunded: 4000, times: 1 }])
    await expect.poll(readJobs, PATIENCE).toEqual([])
  })
})
