import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createLogger } from '../../src/lib/logger.js'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { prepareDatabase } from '../../src/prepareDatabase.js'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres.js'
import { startRedisServer } from '../../src/runtime/redisServer.js'
import { type Child, startChild } from './child.js'
import type { Closers } from './closers.js'
import { compileServers } from './compile.js'

/** How many connections every server under test may have for holds. */
export const POOL_SIZE = 16
export const JWT_SECRET = 'a secret that only the benches know, of 32 characters'
const TICKET_SIGNING_KEY = makeSigningKey()

/** Variables of the environment, in the place of those that all servers have. */
export type Settings = Readonly<Record<string, string>>

/** What benches are run with: a Postgres and a Redis of their own, and servers in processes of their own. */
export interface Lab {
  /** A new, migrated database. */
  createDatabase(): Promise<string>
  /** Starts bench/servers/<name>.ts. */
  startServer(name: string, databaseUrl?: string, settings?: Settings): Promise<Child>
}

/** Opens a lab, which `closers` will end. With `profileDir`, our own server writes its CPU profiles there. */
export async function openLab(closers: Closers, profileDir: string | null): Promise<Lab> {
  const log = createLogger('silent')
  const servers = await compileServers()
  const dataDir = await mkdtemp(join(tmpdir(), 'marquee-bench-'))
  closers.add(() => rm(dataDir, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  closers.add(() => postgres.stop())
  // As `npm start` does: with a Redis where there is one.
  const redis = await startRedisServer({ log })
  if (redis !== null) closers.add(() => redis.stop())
  let databases = 0

  return {
    async createDatabase() {
      const name = `bench_${++databases}`
      await runSql(postgres.url, `CREATE DATABASE ${name}`)
      const url = new URL(postgres.url)
      url.pathname = `/${name}`
      await prepareDatabase(url.href)
      return url.href
    },
    async startServer(name, databaseUrl = postgres.url, settings = {}) {
      const child = await startChild({
        module: join(servers, `${name}.js`),
        env: {
          DATABASE_URL: databaseUrl,
          // A few buyers stand for many here.
          MAX_HOLDS_PER_SHOW: '1000',
          HOLDS_PER_MINUTE: '0',
          NEW_ACCOUNTS_PER_MINUTE: '0',
          DATABASE_POOL_SIZE: String(POOL_SIZE),
          REDIS_URL: redis?.url ?? '',
          JWT_SECRET,
          TICKET_SIGNING_KEY,
          LOG_LEVEL: 'warn',
          ...settings,
        },
        profileDir: name === 'marquee' || name === 'marqueeTelling' ? profileDir : null,
      })
      closers.add(() => child.stop())
      return child
    },
  }
}

/** Runs SQL on a connection of its own and gives the rows of its last statement. */
// biome-ignore lint/suspicious/noExplicitAny: what was asked for is what it gets
export async function runSql(url: string, sql: string, values?: unknown[]): Promise<any[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}
