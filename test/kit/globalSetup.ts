import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createLogger } from '../../src/lib/logger.js'
import { prepareDatabase } from '../../src/prepareDatabase.js'
import { startEmbeddedPostgres } from '../../src/runtime/embeddedPostgres.js'
import { startRedisServer } from '../../src/runtime/redisServer.js'
import { runSql, TEMPLATE } from './database.js'
import { installRedis } from './installRedis.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's own database, with all rights. */
    postgresUrl: string
    redisUrl: string
  }
}

/** Starts one Postgres with one migrated template database, and one Redis, for all tests. */
export default async function setUp({ provide }: TestProject) {
  const log = createLogger('warn')
  const dataDir = await mkdtemp(join(tmpdir(), 'marquee-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, log, isDurable: false })
  await runSql(postgres.url, `CREATE DATABASE ${TEMPLATE}`)
  const template = new URL(postgres.url)
  template.pathname = `/${TEMPLATE}`
  await prepareDatabase(template.href)

  const external = process.env.REDIS_URL
  if (external === undefined) installRedis()
  const redis = external === undefined ? await startRedisServer({ log }) : null
  provide('postgresUrl', postgres.url)
  provide('redisUrl', external ?? redis!.url)

  return async () => {
    await Promise.all([postgres.stop(), redis?.stop()])
    await rm(dataDir, { recursive: true })
  }
}
