import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../kit/client.js'
import { type ProcessEntry, stillRunning } from './processes.js'
import { build, type Program, Stage } from './program.js'
import { waitUntil } from './waitUntil.js'

const STOP_WITHIN_MS = 5_000
const DEMO_THEATERS = 15
const NAMES_OF_A_START = ['node', 'postgres', 'redis-server', 'sh']

const stage = new Stage()

// Each start is a process or five, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 })
beforeAll(build)
afterEach(() => stage.clear())

/** What runs of a program that has started, which is more than itself. */
async function running(program: Program): Promise<ProcessEntry[]> {
  const processes = await program.processes()
  expect([...new Set(processes.map(({ name }) => name))]).toEqual(expect.arrayContaining(NAMES_OF_A_START))
  return processes
}

async function gone(processes: readonly ProcessEntry[]): Promise<number> {
  return waitUntil(async () => (await stillRunning(processes)).length === 0)
}

async function signInAsGuest(url: string): Promise<string> {
  const { signInAsGuest } = await createClient(`${url}/graphql`).query(
    'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }',
  )
  return signInAsGuest.accessToken
}

async function viewerOf(url: string, token: string): Promise<string> {
  return (await createClient(`${url}/graphql`, token).query('{ viewer { id } }')).viewer.id
}

describe('a stop in order', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends all processes within 5 s of a %s', async (signal) => {
    const program = stage.start(await stage.folder())
    await program.ready()
    const processes = await running(program)
    const started = performance.now()
    program.kill(signal)
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    expect(performance.now() - started).toBeLessThan(STOP_WITHIN_MS)
    expect(await stillRunning(processes)).toEqual([])
    expect(program.stderr).toBe('')
  })

  it('lets a Ctrl-C that reaches the whole group stop Postgres after the server', async () => {
    const program = stage.start(await stage.folder(), { LOG_LEVEL: 'debug' })
    await program.ready()
    const processes = await running(program)
    program.killGroup('SIGINT')
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    expect(await stillRunning(processes)).toEqual([])
    expect(program.stdout).toContain('database system is shut down')
    expect(program.stdout).not.toContain('was not properly shut down')
  })

  it('is quiet when it comes while the demo catalogue is loaded, and the next start loads the rest', async () => {
    const dataDir = await stage.folder()
    const program = stage.start(dataDir, { DEMO_DATA: 'true' })
    await waitUntil(() => program.stdout.includes('seats of theaters'))
    program.kill('SIGINT')
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    expect(program.stderr).toBe('')
    expect(program.stdout).not.toContain('Error')

    const next = stage.start(dataDir, { DEMO_DATA: 'true' })
    const { theaters } = await createClient(`${await next.ready()}/graphql`).query(
      '{ theaters(first: 100) { edges { node { id } } } }',
    )
    expect(theaters.edges).toHaveLength(DEMO_THEATERS)
  })

  it('leaves nothing running when it comes before the start is complete', async () => {
    const program = stage.start(await stage.folder(), { LOG_LEVEL: 'debug' })
    await waitUntil(() => program.stdout.includes('starting PostgreSQL'))
    const processes = await program.processes()
    program.kill('SIGTERM')
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    await gone(processes)
    expect(program.stderr).toBe('')
  })
})

describe('a kill', () => {
  it('takes Postgres and Redis along, and the next start has all data', async () => {
    const dataDir = await stage.folder()
    const program = stage.start(dataDir)
    const token = await signInAsGuest(await program.ready())
    const viewer = await viewerOf(await program.ready(), token)
    const processes = await running(program)
    program.kill('SIGKILL')
    await program.ended()
    expect(await gone(processes)).toBeLessThan(STOP_WITHIN_MS)

    const next = stage.start(dataDir)
    expect(await viewerOf(await next.ready(), token)).toBe(viewer)
  })

  it('is recovered from by a start that comes at once', async () => {
    const dataDir = await stage.folder()
    const program = stage.start(dataDir)
    const token = await signInAsGuest(await program.ready())
    program.kill('SIGKILL')
    const next = stage.start(dataDir)
    expect(await viewerOf(await next.ready(), token)).not.toBeNull()
  })

  it('of Postgres and the program is recovered from', async () => {
    const dataDir = await stage.folder()
    const program = stage.start(dataDir)
    const token = await signInAsGuest(await program.ready())
    const postmaster = parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
    program.kill('SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    const next = stage.start(dataDir)
    expect(await viewerOf(await next.ready(), token)).not.toBeNull()
  })

  it('of Postgres alone ends the program, which says so', async () => {
    const program = stage.start(await stage.folder())
    await program.ready()
    const processes = await running(program)
    process.kill(
      parseInt(await readFile(join(program.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10),
      'SIGKILL',
    )
    expect(await program.ended()).toEqual({ code: 1, signal: null })
    // Below it, graphile-worker prints a trace for each worker that was just beginning.
    expect(program.stderr).toMatch(/^The built-in Postgres has ended \(SIGKILL\)\.\n/)
    await gone(processes)
  })

  it.each([
    ['that runs it', `${process.execPath} dist/main.js & wait`],
    ['behind the shell that runs it', `sh -c '${process.execPath} dist/main.js; true'; true`],
  ])('of the npm %s stops it in order', async (_where, script) => {
    const env = { npm_lifecycle_event: 'start' }
    const program = stage.start(await stage.folder(), env, ['/bin/sh', '-c', script])
    await program.ready()
    const processes = await running(program)
    program.kill('SIGKILL')
    expect(await gone(processes)).toBeLessThan(STOP_WITHIN_MS)
  })
})
