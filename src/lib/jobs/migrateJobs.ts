import { runMigrations } from 'graphile-worker'
import { whileMigrating } from '../db/index.js'
import { SCHEMA } from './schema.js'

/** Gives the database at `url` the tables of the job queue that it lacks. Whoever comes at the same time waits. */
export async function migrateJobs(url: string): Promise<void> {
  await whileMigrating(url, () => runMigrations({ connectionString: url, schema: SCHEMA }))
}
