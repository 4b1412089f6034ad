import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Closers } from '../../bench/kit/closers.js'
import { migrate } from '../../src/lib/db/index.js'
import { createLogger } from '../../src/lib/logger.js'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres.js'
import { PostgresProxy } from '../proxy/postgresProxy.js'
import { keepHistory } from './history.js'
import { RestartableRedis } from './restartableRedis.js'
import { ServerProcess } from './serverProcess.js'
import { seedTheater } from './shows.js'

/** What is tortured. */
export interface World {
  /** Straight to Postgres, for the run itself. */
  readonly pool: pg.Pool
  readonly servers: readonly ServerProcess[]
  readonly redis: RestartableRedis
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const MIGRATIONS = join(ROOT, 'prisma/migrations')
const HEALTH = /Health +(http\S+)\/health/

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
  await migrate(postgres.url, MIGRATIONS)
  const pool = new pg.Pool({ connectionString: postgres.url, application_name: 'torture', max: 8 })
  closers.add(() => pool.end())
  await keepHistory(pool)
  await seedTheater(pool)
  const env = { ...SETTINGS, REDIS_URL: redis.url, JWT_SECRET: randomBytes(32).toString('hex') }
  const servers: ServerProcess[] = []
  for (let index = 0; index < serverCount; index++) {
    const name = `server-${index}`
    const proxy = await PostgresProxy.open(postgres.url)
    const logFile = join(folder, `${name}.log`)
    servers.push(new ServerProcess({ name, program: 'dist/main.js', env, ready: HEALTH, logFile, proxy }))
  }
  for (const server of servers) closers.add(() => server.close())
  await Promise.all(servers.map((server) => server.start()))
  return { pool, servers, redis }
}
