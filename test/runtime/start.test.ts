import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { findOnPath } from '../../src/runtime/findOnPath.js'
import { findFreePort } from '../../src/runtime/freePort.js'
import { RestartableRedis } from '../../torture/world/restartableRedis.js'
import { createTestDatabase } from '../kit/database.js'
import { stillRunning } from './processes.js'
import { build, type Environment, Stage } from './program.js'
import { waitUntil } from './waitUntil.js'

const stage = new Stage()

// Each start is a process or five, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 60_000 })
beforeAll(build)
afterEach(() => stage.clear())

/** Runs the program to its end, which is a refusal to start. */
async function refuse(env: Environment, dataDir?: string): Promise<string> {
  const program = stage.start(dataDir ?? (await stage.folder()), env)
  expect(await program.ended()).toEqual({ code: 1, signal: null })
  expect(program.stdout).toBe('')
  expect(await program.processes()).toEqual([])
  return program.stderr
}

async function health(url: string): Promise<{ bus: string }> {
  return (await fetch(`${url}/health`)).json() as Promise<{ bus: string }>
}

describe('a start with nothing but a data folder', () => {
  it('has a Postgres and a Redis of its own, and says where it is', async () => {
    const program = stage.start(await stage.folder(), { WARM_UP_SECONDS: '5' })
    const url = await program.ready()
    expect(program.stdout).toBe(
      `\nMarquee sells tickets.\n  API       ${url}/graphql\n  Explorer  ${url}/graphiql\n  Health    ${url}/health\n  Outbox    ${join(program.dataDir, 'outbox')}, where messages are written instead of sent: set SMTP_URL for emails, SMS_GATEWAY_URL for SMS\n\n`,
    )
    expect(program.stderr).toBe('')
    expect(await health(url)).toEqual({ status: 'ok', postgres: 'ok', bus: 'connected' })
  })

  it('starts its Redis again whenever that is killed, and leaves none when it stops', async () => {
    const program = stage.start(await stage.folder())
    const url = await program.ready()
    const findRedis = async () =>
      (await program.processes()).find(({ name }) => /^(redis|valkey)-server/.test(name))?.pid
    for (let times = 0; times < 2; times++) {
      const killed = (await findRedis())!
      process.kill(killed, 'SIGKILL')
      await waitUntil(async () => ![undefined, killed].includes(await findRedis()))
      await waitUntil(async () => (await health(url)).bus === 'connected')
    }
    expect(program.stdout).toContain('The built-in Redis has ended (SIGKILL) and is started again.')
    const running = await program.processes()
    program.kill('SIGTERM')
    expect(await program.ended()).toEqual({ code: 0, signal: null })
    await waitUntil(async () => (await stillRunning(running)).length === 0)
  })

  it('keeps its secrets where nobody else reads them', async () => {
    const program = stage.start(await stage.folder(), {})
    await program.ready()
    for (const name of ['jwt.secret', 'ticket.key', 'postgres/password']) {
      expect((await stat(join(program.dataDir, name))).mode & 0o777).toBe(0o600)
    }
    const commands = await Promise.all(
      (await program.processes()).map(({ pid }) => readFile(`/proc/${pid}/cmdline`, 'utf8')),
    )
    const password = (await readFile(join(program.dataDir, 'postgres/password'), 'utf8')).trim()
    expect(commands.join()).not.toContain(password)
  })

  it('makes its data folder, also after an initialisation that was killed half-way', async () => {
    const dataDir = join(await stage.folder(), 'deep', 'data')
    await mkdir(join(dataDir, 'postgres.new', 'cluster', 'base'), { recursive: true })
    await writeFile(join(dataDir, 'postgres.new', 'cluster', 'PG_VERSION'), '18\n')
    await stage.start(dataDir).ready()
    expect((await readdir(dataDir)).sort()).toEqual(['jwt.secret', 'postgres', 'postgres.lock', 'ticket.key'])
  })

  it('works without Redis, and says so', async () => {
    const bin = await mkdtemp(join(await stage.folder(), 'bin-'))
    await symlink((await findOnPath(['flock', 'perl']))!, join(bin, 'flock'))
    const program = stage.start(await stage.folder(), { PATH: bin })
    const url = await program.ready()
    expect(program.stdout).toContain(
      'There is no redis-server here and no REDIS_URL: live seat maps work within this one process.\n',
    )
    expect(await health(url)).toEqual({ status: 'ok', postgres: 'ok', bus: 'local' })
  })
})

describe('a start with DATABASE_URL and REDIS_URL', () => {
  it('starts neither of them', async () => {
    const database = await createTestDatabase()
    const program = stage.start(await stage.folder(), { DATABASE_URL: database.url, REDIS_URL: inject('redisUrl') })
    expect(await health(await program.ready())).toEqual({ status: 'ok', postgres: 'ok', bus: 'connected' })
    expect((await program.processes()).map(({ pid }) => pid)).toEqual([program.pid])
    expect(await readdir(program.dataDir)).toEqual(['jwt.secret', 'ticket.key'])
    await stage.clear()
    await database.drop()
  })
})

describe('a start that is refused says why in one line', () => {
  it('when a variable is wrong', async () => {
    expect(await refuse({ PORT: 'abc' })).toBe(
      'PORT is "abc". Set it to a port from 0 to 65535, where 0 is any free one.\n',
    )
  })

  it('when the port is taken, before it has touched anything', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const dataDir = await stage.folder()
    expect(await refuse({ PORT: String(port) }, dataDir)).toBe(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start\n`,
    )
    expect(await readdir(dataDir)).toEqual([])
    taken.close()
  })

  it('when HOST is no address of this machine', async () => {
    expect(await refuse({ HOST: '203.0.113.7' })).toBe(
      'HOST is "203.0.113.7", which is no address of this machine. Unset it, or set it to 127.0.0.1.\n',
    )
  })

  it('when the database is down', async () => {
    const port = await findFreePort()
    expect(await refuse({ DATABASE_URL: `postgres://ann:opensesame@127.0.0.1:${port}/marquee` })).toBe(
      `The database postgres://***@127.0.0.1:${port}/marquee cannot be used: nothing listens there. Correct DATABASE_URL, or unset it to use the built-in Postgres.\n`,
    )
  })

  it('when the password of the database is wrong', async () => {
    const url = new URL(inject('postgresUrl'))
    url.password = 'opensesame'
    expect(await refuse({ DATABASE_URL: url.href })).toBe(
      `The database postgres://***@${url.host}${url.pathname} cannot be used: password authentication failed for user "marquee". Correct DATABASE_URL, or unset it to use the built-in Postgres.\n`,
    )
  })

  it('when the database does not exist', async () => {
    const url = new URL(inject('postgresUrl'))
    url.pathname = '/nowhere'
    expect(await refuse({ DATABASE_URL: url.href })).toBe(
      `The database postgres://***@${url.host}/nowhere cannot be used: database "nowhere" does not exist. Correct DATABASE_URL, or unset it to use the built-in Postgres.\n`,
    )
  })

  it('when the password of Redis is wrong', async () => {
    const redis = await RestartableRedis.start()
    const url = new URL(redis.url)
    url.password = 'opensesame'
    expect(await refuse({ REDIS_URL: url.href })).toBe(
      `The Redis redis://***@${url.host} cannot be used: WRONGPASS invalid username-password pair or user is disabled. Correct REDIS_URL, or unset it to use one of our own.\n`,
    )
    await redis.stop()
  })

  it('when the Redis of a list is no cluster', async () => {
    const { host } = new URL(inject('redisUrl'))
    expect(await refuse({ REDIS_URL: `${inject('redisUrl')},${inject('redisUrl')}` })).toBe(
      `The Redis redis://***@${host} cannot be used: ERR This instance has cluster support disabled. Correct REDIS_URL, or unset it to use one of our own.\n`,
    )
  })

  it('when the data folder cannot be made', async () => {
    const file = join(await stage.folder(), 'file')
    await writeFile(file, '')
    expect(await refuse({}, join(file, 'data'))).toBe(
      `The file ${join(file, 'data', 'jwt.secret')} can be neither read nor made (ENOTDIR). Set JWT_SECRET or MARQUEE_DATA_DIR.\n`,
    )
  })

  it('when another one uses the data folder, which goes on', async () => {
    const dataDir = await stage.folder()
    const first = stage.start(dataDir)
    const url = await first.ready()
    expect(await refuse({}, dataDir)).toBe(
      `The data folder ${dataDir} is in use by process ${first.pid}. Stop that, or set MARQUEE_DATA_DIR to another folder, or DATABASE_URL to a Postgres for both.\n`,
    )
    expect(await health(url)).toEqual({ status: 'ok', postgres: 'ok', bus: 'connected' })
  })
})
