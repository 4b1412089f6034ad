import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresBinaries, PostgresUser } from './postgresBinaries.js'
import { StartupError } from './startupError.js'
import { startTied } from './tiedProcess.js'
import { explain } from './tiedServer.js'

export interface Cluster {
  /** The folder of files that Postgres calls its data directory. */
  readonly folder: string
  readonly password: string
}

export interface ClusterOptions {
  readonly folder: string
  readonly binaries: PostgresBinaries
  readonly user: PostgresUser | null
  readonly isDurable: boolean
  readonly heldFile: number
}

export const SUPERUSER = 'marquee'

/**
 * The path by which Postgres, run in `folder`, knows it. As another user it could not walk there through a folder that only
 * root may enter, but its working directory it has already.
 */
export function pathFromWithin(folder: string, user: PostgresUser | null): string {
  return user !== null && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/**
 * Opens the cluster in `folder`, made now if there is none. It is made under another name and then renamed: what a killed
 * initialisation left behind is never taken for a cluster. The caller holds the lock on it.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  if (!(await exists(options.folder))) await createCluster(options)
  return {
    folder: join(options.folder, 'cluster'),
    password: (await readFile(join(options.folder, 'password'), 'utf8')).trim(),
  }
}

/** Whom an existing cluster belongs to, as Postgres runs as its owner alone. Null when there is none, or it is root's. */
export async function findClusterOwner(folder: string): Promise<PostgresUser | null> {
  const { uid, gid } = await stat(join(folder, 'cluster')).catch(() => ({ uid: 0, gid: 0 }))
  return uid === 0 ? null : { uid, gid }
}

async function createCluster({ folder, binaries, user, isDurable, heldFile }: ClusterOptions): Promise<void> {
  const draft = `${folder}.new`
  const cluster = join(draft, 'cluster')
  const password = join(draft, 'password')
  await rm(draft, { recursive: true, force: true })
  await mkdir(cluster, { recursive: true, mode: 0o700 })
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (user !== null) for (const path of [draft, cluster, password]) await chown(path, user.uid, user.gid)
  const lines: string[] = []
  const path = pathFromWithin(cluster, user)
  const initdb = await startTied({
    command: binaries.initdb,
    args: [
      `--pgdata=${path}`,
      `--pwfile=${path}/../password`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(isDurable ? [] : ['--no-sync']),
    ],
    cwd: cluster,
    user,
    heldFile,
    stopSignals: [{ signal: 'TERM', seconds: 1 }],
    onLine: (line) => lines.push(line),
  })
  if ((await initdb.ended) !== 'exit code 0') {
    throw new StartupError(
      `Postgres could not make its files in ${cluster}: ${explain(lines)}. Set MARQUEE_DATA_DIR to another folder, or DATABASE_URL to a Postgres of your own.`,
    )
  }
  await rename(draft, folder)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
