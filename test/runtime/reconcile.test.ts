import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { holdSeats } from '../kit/operations.js'
import { startServer, type TestServer } from '../kit/server.js'
import { build, type Environment, Stage } from './program.js'

const stage = new Stage()
let server: TestServer

// Each command is a process of its own, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
beforeAll(async () => {
  build()
  // Nobody else mends: jobs do not run.
  server = await startServer({ config: { workJobs: false } })
})
afterEach(() => stage.clear())
afterAll(() => server.close())

/** Runs `npm run reconcile -- ...` to its end. */
async function reconcile(
  args: string[] = [],
  env: Environment = { DATABASE_URL: server.databaseUrl },
  dataDir?: string,
) {
  const command = [process.execPath, 'dist/reconcile.js', ...args]
  const program = stage.start(dataDir ?? (await stage.folder()), env, command)
  const { code } = await program.ended()
  return { code, stdout: program.stdout, stderr: program.stderr }
}

/** A hold whose time is over, and the id of its booking in the tables. */
async function overdueHold(): Promise<string> {
  await holdSeats(await server.signInAsGuest(), await server.seed.show())
  const [{ id }] = await server.seed.sql(
    `UPDATE booking SET expires_at = now() - interval '1 minute' WHERE status = 'PENDING' RETURNING id`,
  )
  return id
}

describe('npm run reconcile', () => {
  it('exits with 1 when it has found something, mended or not, and with 0 when all agrees', async () => {
    const id = await overdueHold()
    const first = await reconcile()
    expect(first).toMatchObject({ code: 1, stderr: '' })
    expect(first.stdout).toMatch(/^check +found +mended +finished\nHolds whose time is over have expired +1 +1 +yes\n/)
    expect(first.stdout).toMatch(new RegExp(`\n  mended  booking ${id} is PENDING, and its time was over at \\S+\n`))
    const second = await reconcile()
    expect(second).toMatchObject({ code: 0, stderr: '' })
    expect(second.stdout).toMatch(/Holds whose time is over have expired +0 +0 +yes\n/)
  })

  it('prints JSON and nothing else with --json', async () => {
    const id = await overdueHold()
    const { code, stdout } = await reconcile(['--json'])
    expect(code).toBe(1)
    const reports = JSON.parse(stdout)
    expect(reports[0]).toEqual({
      name: 'overdueHolds',
      title: 'Holds whose time is over have expired',
      drift: [{ subject: `booking ${id}`, detail: expect.any(String), isMended: true }],
      failure: null,
    })
  })

  it('exits with 2 when it cannot look', async () => {
    const url = new URL(server.databaseUrl)
    url.pathname = '/nowhere'
    const { code, stderr } = await reconcile([], { DATABASE_URL: url.href })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^The database .*\/nowhere cannot be used: .*\n$/)
  })

  it('refuses what it does not know', async () => {
    expect(await reconcile(['--mend'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Unknown arguments "--mend": npm run reconcile takes --json, --help or nothing.\n',
    })
  })

  it('looks into the built-in database of a server that runs, and of one that does not', async () => {
    const folder = await stage.folder()
    const running = stage.start(folder, {})
    await running.ready()
    expect(await reconcile([], {}, folder)).toMatchObject({ code: 0, stderr: '' })
    expect(running.hasEnded).toBe(false)
    running.kill('SIGTERM')
    await running.ended()
    expect(await reconcile([], {}, folder)).toMatchObject({ code: 0, stderr: '' })
  })
})
