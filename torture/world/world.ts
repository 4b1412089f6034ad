import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Closers } from '../../bench/kit/closers.js'
import { createLogger } from '../../src/lib/logger.js'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { prepareDatabase } from '../../src/prepareDatabase.js'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres.js'
import { PostgresProxy } from '../proxy/postgresProxy.js'
import { keepHistory } from './history.js'
import { RestartableRedis } from './restartableRedis.js'
import { type ServerOptions, ServerProcess } from './serverProcess.js'
import { seedTheater } from './shows.js'

/** What is tortured. */
export interface World {
  /** Straight to Postgres, for the run itself. */
  readonly pool: pg.Pool
  readonly servers: readonly ServerProcess[]
  readonly worker: ServerProcess
  readonly redis: RestartableRedis
  /** Where mails are written to. */
  readonly outbox: string
  /** Runs a compiled program of the project on its database, to its end, and gives what it prints. */
  run(program: string, ...args: string[]): Promise<string>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const HEALTH = /Health +(http\S+)\/health/
const WORKS = /Marquee's worker/

/** Holds end within seconds, so that many end within a run. */
const SETTINGS = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  DEMO_DATA: 'false',
  DATABASE_POOL_SIZE: '8',
  HOLD_SECONDS: '5',
  HOLD_MIN_SECONDS: '1',
  HOLD_MAX_SECONDS: '20',
  // Buyers stay for as long as the run takes, and do not refresh their sessions.
  ACCESS_TOKEN_TTL_SECONDS: '86400',
  // Some buyers do what many would.
  HOLDS_PER_MINUTE: '0',
  SIGN_IN_FAILURES: '0',
  NEW_ACCOUNTS_PER_MINUTE: '0',
  WRONG_CODES_PER_MINUTE: '0',
}

/** Makes a folder that is there until `closers` close, unless `isKept` says otherwise by then. */
export async function makeFolder(closers: Closers, isKept: () => boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-torture-'))
  closers.add(async () => {
    if (isKept()) await rm(join(folder, 'data'), { recursive: true, force: true })
    else await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return folder
}

/** Starts a durable Postgres, a Redis and the servers, which `closers` will end. */
export async function openWorld(closers: Closers, folder: string, serverCount: number): Promise<World> {
  await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: ROOT })
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: createLogger('silent') })
  closers.add(() => postgres.stop())
  const redis = await RestartableRedis.start()
  closers.add(() => redis.stop())
  await prepareDatabase(postgres.url)
  const pool = await openOwnPool(postgres.url)
  closers.add(() => pool.end())
  await keepHistory(pool)
  await seedTheater(pool)
  const secrets = { JWT_SECRET: randomBytes(32).toString('hex'), TICKET_SIGNING_KEY: makeSigningKey() }
  const env = { ...SETTINGS, ...secrets, REDIS_URL: redis.url, MARQUEE_DATA_DIR: join(folder, 'files') }
  const processes = await openServers(closers, { postgresUrl: postgres.url, folder, env, serverCount })
  return {
    pool,
    ...processes,
    redis,
    outbox: join(env.MARQUEE_DATA_DIR, 'outbox'),
    run: (program, ...args) => runProgram([program, ...args], { ...env, DATABASE_URL: postgres.url }),
  }
}

interface Setting {
  readonly postgresUrl: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly serverCount: number
}

const OWN_CONNECTIONS = 8

/** All of its connections at once, and for good: one that is being made has no name yet, and a fault would take it for a server's. */
async function openOwnPool(url: string): Promise<pg.Pool> {
  const max = OWN_CONNECTIONS
  const pool = new pg.Pool({ connectionString: url, application_name: 'torture', max, idleTimeoutMillis: 0 })
  const clients = await Promise.all(Array.from({ length: max }, () => pool.connect()))
  for (const client of clients) client.release()
  return pool
}

async function openServers(closers: Closers, { postgresUrl, folder, env, serverCount }: Setting) {
  const open = async (options: Pick<ServerOptions, 'name' | 'program' | 'env' | 'ready'>) => {
    const proxy = await PostgresProxy.open(postgresUrl)
    const server = new ServerProcess({ ...options, logFile: join(folder, `${options.name}.log`), proxy })
    closers.add(() => server.close())
    return server
  }
  const worker = await open({ name: 'worker', program: 'dist/worker.js', env, ready: WORKS })
  const servers: ServerProcess[] = []
  for (let index = 0; index < serverCount; index++) {
    // Only some work jobs as well, so that all depends on the worker at times, and at others several come to the same job.
    const ownEnv = { ...env, WORK_JOBS: String(index % 2 === 1) }
    servers.push(await open({ name: `server-${index}`, program: 'dist/main.js', env: ownEnv, ready: HEALTH }))
  }
  await Promise.all([worker, ...servers].map((server) => server.start()))
  return { worker, servers }
}

/** Whatever its exit code is: what it prints says more. */
async function runProgram(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  return text(child.stdout)
}
