import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SUPERUSER } from './postgresCluster.js'
import { reachDatabase } from './reach.js'

/** In postmaster.pid, from 0: https://www.postgresql.org/docs/current/storage-file-layout.html. */
const PORT_LINE = 3

/** The address of the built-in Postgres that another process runs below `dataDir`, null where none answers. */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const folder = join(resolve(dataDir), 'postgres')
  try {
    const password = (await readFile(join(folder, 'password'), 'utf8')).trim()
    const pidFile = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')
    const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${Number(pidFile.split('\n')[PORT_LINE])}/postgres`
    await reachDatabase(url)
    return url
  } catch {
    // There is none, or what a killed one left behind.
    return null
  }
}
