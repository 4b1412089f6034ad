import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDatabase } from '../../src/prepareDatabase.js'
import { JumpingClock } from '../kit/clock.js'
import { createTestDatabase, type TestDatabase } from '../kit/database.js'
import { Seed } from '../kit/seed.js'

let database: TestDatabase
let seed: Seed

beforeEach(async () => {
  database = await createTestDatabase('template0')
  seed = new Seed(database.url, new JumpingClock())
})
afterEach(async () => {
  await seed.close()
  await database.drop()
})

async function listMigrations(): Promise<string[]> {
  const rows = await seed.sql('SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at')
  return rows.map(({ name }: { name: string }) => name)
}

describe('a database without tables', () => {
  it('gets those that it lacks once, however many come at once', async () => {
    const entries = await readdir(new URL('../../prisma/migrations', import.meta.url), { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    await Promise.all(Array.from({ length: 6 }, () => prepareDatabase(database.url)))
    expect(await listMigrations()).toEqual(folders.sort())
    expect(await seed.sql('SELECT * FROM graphile_worker.jobs')).toEqual([])
  })
})
