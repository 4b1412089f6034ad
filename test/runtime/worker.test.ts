import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hidePassword } from '../../src/config.js'
import { findFreePort } from '../../src/runtime/freePort.js'
import { cancelBooking, confirmBooking, holdSeats } from '../kit/operations.js'
import { stillRunning } from './processes.js'
import { build } from './program.js'
import { waitUntil } from './waitUntil.js'
import { WORKER, WORKS, WorkerStage } from './workerStage.js'

const BY_NPM = ['npm', 'run', 'worker']
const STOP_WITHIN_MS = 5_000
const PATIENCE = { timeout: 60_000, interval: 50 }
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { status } } }'

let stage: WorkerStage

// Each start is a process, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 90_000 })
beforeAll(build)
beforeEach(async () => {
  stage = await WorkerStage.open()
})
afterEach(() => stage.clear())

describe('a worker', () => {
  it('says what it is and where messages are that are not sent, and serves no HTTP', async () => {
    const port = await findFreePort()
    const worker = await stage.start(WORKER, { PORT: String(port) })
    await worker.says(WORKS)
    expect(worker.stdout).toMatch(/^Outbox: .*outbox, where messages are written instead of sent: .*\n/)
    expect(worker.stdout.split('\n', 2)[1]).toBe(
      `Marquee's worker ends due holds and works the jobs of ${hidePassword(stage.database.url)}, without HTTP.`,
    )
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect((await worker.processes()).map(({ pid }) => pid)).toEqual([worker.pid])
  })

  it('says so where it has no Redis', async () => {
    const worker = await stage.start(WORKER, { REDIS_URL: '' })
    await worker.says(WORKS)
    expect(worker.stdout).toMatch(
      /^There is no REDIS_URL: live seat maps hear within a second of what ends here, not at once\.\nOutbox: .*\nMarquee's worker .*\n$/,
    )
  })

  it('ends due holds on the maps of those who watch at an API, and gives money back, where the API does neither', async () => {
    const buyer = await stage.signInAsGuest(await stage.startApi())
    const show = await stage.seed.show({ seats: 1 })
    const other = await stage.seed.show({ seats: 1 })
    const { booking } = await holdSeats(buyer, other, other.seatIds, { holdSeconds: 900 })
    await confirmBooking(buyer, booking.id)
    await cancelBooking(buyer, booking.id)
    const watcher = buyer.subscribe(WATCH, { id: show.id })
    await watcher.next()
    await holdSeats(buyer, show)
    expect(await watcher.next()).toMatchObject({ seatMapChanged: { seats: [{ status: 'HELD' }] } })
    expect(await stage.readRefunds()).toEqual([{ status: 'PENDING', refunded: 0, times: 0 }])

    await stage.startWorker()
    expect(await watcher.next()).toEqual({ seatMapChanged: { kind: 'DELTA', seats: [{ status: 'AVAILABLE' }] } })
    await expect.poll(() => stage.readRefunds(), PATIENCE).toEqual([{ status: 'SUCCEEDED', refunded: 1000, times: 1 }])
    await watcher.close()
  })
})

describe('a worker that cannot start says why in one line', () => {
  it('without a DATABASE_URL', async () => {
    const worker = await stage.start(WORKER, { DATABASE_URL: '' })
    expect(await worker.ended()).toEqual({ code: 1, signal: null })
    expect(worker.stderr).toBe(
      'A worker needs the DATABASE_URL of its API. With the built-in Postgres, npm start works the jobs itself: run that alone.\n',
    )
    expect(worker.stdout).toBe('')
  })

  it('when the database is down', async () => {
    const port = await findFreePort()
    const worker = await stage.start(WORKER, { DATABASE_URL: `postgres://ann:opensesame@127.0.0.1:${port}/marquee` })
    expect(await worker.ended()).toEqual({ code: 1, signal: null })
    expect(worker.stderr).toBe(
      `The database postgres://***@127.0.0.1:${port}/marquee cannot be used: nothing listens there. Correct DATABASE_URL.\n`,
    )
  })
})

describe('a worker and an API that start at once on a database without tables', () => {
  it('both find them', async () => {
    const empty = await WorkerStage.open('template0')
    const [worker, api] = await Promise.all([empty.start(WORKER), empty.start(undefined)])
    await Promise.all([worker.says(WORKS), api.ready()])
    expect([worker.stderr, api.stderr]).toEqual(['', ''])
    await empty.clear()
  })
})

describe('npm run worker', () => {
  it('ends in order within 5 s of a SIGTERM', async () => {
    const npm = await stage.startWorker(BY_NPM)
    const processes = await npm.processes()
    expect(processes.map(({ name }) => name)).toContain('node')
    const asked = performance.now()
    npm.kill('SIGTERM')
    expect(await npm.ended()).toEqual({ code: 0, signal: null })
    expect(performance.now() - asked).toBeLessThan(STOP_WITHIN_MS)
    expect(await stillRunning(processes)).toEqual([])
  })

  it('ends in order within 5 s when npm is killed', async () => {
    const npm = await stage.startWorker(BY_NPM)
    const processes = await npm.processes()
    expect(processes.length).toBeGreaterThan(1)
    npm.kill('SIGKILL')
    expect(await waitUntil(async () => (await stillRunning(processes)).length === 0)).toBeLessThan(STOP_WITHIN_MS)
  })
})
