import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Logger } from '../lib/logger.js'
import { type FileLock, lockFile } from './fileLock.js'
import { choosePostgresUser, findPostgres } from './postgresBinaries.js'
import {
  type Cluster,
  type ClusterOptions,
  findClusterOwner,
  openCluster,
  pathFromWithin,
  SUPERUSER,
} from './postgresCluster.js'
import { StartupError } from './startupError.js'
import { type RunningServer, startOnFreePort } from './tiedServer.js'

export interface EmbeddedPostgresOptions {
  /** The files are in `postgres` below it. Made when it is not there. */
  readonly dataDir: string
  readonly log: Logger
  /** False for a database that need not survive a crash of the machine: tests. Default true. */
  readonly isDurable?: boolean
}

export interface EmbeddedPostgres {
  /** With its password, to the database `postgres` as a superuser. */
  readonly url: string
  /** Fulfilled when Postgres has ended, by `stop` or by itself. */
  readonly ended: Promise<string>
  /** Ends connections and writes what there is to write; 4 s at most. */
  stop(): Promise<void>
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 400,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const READY = /database system is ready to accept connections/
/** What /proc says of one that is not a zombie. */
const RUNNING_POSTGRES = /^\d+ \(postgres\) [^ZX]/
/** Fast shutdown, then an immediate one, from which the next start recovers. */
const STOP_SIGNALS = [
  { signal: 'INT', seconds: 2 },
  { signal: 'QUIT', seconds: 1 },
]

/**
 * Starts a Postgres of our own that keeps its files below `dataDir`, listens on the loopback address alone, and does not
 * outlive us. What a killed run left behind (a half-made cluster, a Postgres that is still going down) is taken care of.
 *
 * @throws {StartupError} when another process uses the folder, or Postgres does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, isDurable = true } = options
  const dataDir = await makeFolder(options.dataDir)
  const lock = await lockDataDir(dataDir)
  try {
    const folder = join(dataDir, 'postgres')
    const chosen = await choosePostgresUser()
    const user = chosen && ((await findClusterOwner(folder)) ?? chosen)
    const cluster = { folder, user, isDurable, binaries: await findPostgres(user), heldFile: lock.file }
    const opened = await openCluster(cluster)
    return running(opened, await startServer(opened, cluster, log), lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

function running({ password }: Cluster, { port, process }: RunningServer, lock: FileLock): EmbeddedPostgres {
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    ended: process.ended,
    async stop() {
      await process.stop()
      await lock.release()
    },
  }
}

async function startServer(cluster: Cluster, options: ClusterOptions, log: Logger): Promise<RunningServer> {
  const { binaries, user, isDurable, heldFile } = options
  await removeStalePidFile(cluster.folder)
  return startOnFreePort({
    name: 'Postgres',
    ready: READY,
    command: (port) => ({
      command: binaries.postgres,
      args: ['-D', pathFromWithin(cluster.folder, user), ...settings(port, isDurable)],
      cwd: cluster.folder,
      user,
      heldFile,
      stopSignals: STOP_SIGNALS,
      onLine: (line) => log.debug({ postgres: line }, 'postgres'),
    }),
  })
}

function settings(port: number, isDurable: boolean): string[] {
  const values = { port, ...SETTINGS, ...(isDurable ? {} : NOT_DURABLE) }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function makeFolder(dataDir: string): Promise<string> {
  const path = resolve(dataDir)
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartupError(`The data folder ${path} cannot be made (${code}). Set MARQUEE_DATA_DIR to another one.`)
  }
  return path
}

function lockDataDir(dataDir: string): Promise<FileLock> {
  return lockFile(
    join(dataDir, 'postgres.lock'),
    (holder) =>
      `The data folder ${dataDir} is in use by ${holder}. Stop that, or set MARQUEE_DATA_DIR to another folder, or DATABASE_URL to a Postgres for both.`,
  )
}

/**
 * A killed Postgres leaves its process id behind, and Postgres refuses to start while some process of its user has that id. We
 * hold the lock, so none of ours runs; one that somebody started by hand is left to Postgres to see.
 */
async function removeStalePidFile(folder: string): Promise<void> {
  const path = join(folder, 'postmaster.pid')
  const pid = parseInt(await readFile(path, 'utf8').catch(() => ''), 10)
  if (Number.isNaN(pid)) return
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const runs = process.platform !== 'linux' || RUNNING_POSTGRES.test(stat)
  if (!runs) await rm(path, { force: true })
}
