import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** 'marq' in ASCII: whoever migrates this database holds it. */
const LOCK = 0x6d617271

// As Prisma makes it, so that `prisma migrate deploy` agrees with what it finds.
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

interface Migration {
  readonly name: string
  readonly sql: string
}

/**
 * Applies the migrations of `folder` (prisma/migrations) that the database at `url` lacks, in order, each in a transaction of
 * its own, and gives their names. Whoever comes at the same time waits. They are recorded as Prisma records them.
 *
 * @throws {Error} when one fails, or when one that was applied has been changed since.
 */
export function migrate(url: string, folder: string): Promise<string[]> {
  return whileMigrating(url, async (client) => {
    await client.query(CREATE_TABLE)
    const applied = await listApplied(client)
    const missing: string[] = []
    for (const migration of await readMigrations(folder)) {
      const known = applied.get(migration.name)
      if (known === undefined) {
        await apply(client, migration)
        missing.push(migration.name)
      } else if (known !== checksum(migration)) {
        throw new Error(
          `The migration ${migration.name} was changed after it was applied: undo that, and write a new one.`,
        )
      }
    }
    return missing
  })
}

/** Runs `work` while nobody else migrates the database at `url`: whoever comes at the same time waits. */
export async function whileMigrating<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await work(client)
  } finally {
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

async function listApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum(migration), migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`The migration ${migration.name} failed, and nothing of it was kept.`, { cause: error })
  }
}

function checksum({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex')
}
