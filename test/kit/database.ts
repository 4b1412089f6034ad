import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** The migrated database that all others are cloned from. Nobody connects to it, so that it can be. */
export const TEMPLATE = 'marquee_template'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** A database of the test's own, empty and migrated; or without any table, as a clone of `template0`. */
export async function createTestDatabase(template: string = TEMPLATE): Promise<TestDatabase> {
  const admin = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await runSql(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runSql(admin, `DROP DATABASE ${name} WITH (FORCE)`) }
}

export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
