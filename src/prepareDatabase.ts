import { fileURLToPath } from 'node:url'
import { migrate } from './lib/db/index.js'
import { migrateJobs } from './lib/jobs/index.js'

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations/', import.meta.url))

/** Gives the database at `url` the tables that it lacks: ours, and those of the job queue. Two may do it at once. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url, MIGRATIONS)
  await migrateJobs(url)
}
