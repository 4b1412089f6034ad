import pg from 'pg'
import { statement } from '../db/index.js'

/** 'jobs' in ASCII: the first half of the keys of the locks that runners hold. */
const LOCK_SPACE = 0x6a6f6273
const TIMEOUT_MS = 5_000
/** Postgres gives a client up that it has not heard of for 11 s. */
const SETTINGS = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3'

// Shared, as the session of a connection that broke may still be there when we come again.
const ENTER = statement('jobs.enter', 'SELECT pg_advisory_lock_shared($1, hashtext($2))')
const LIST_ABSENT = statement(
  'jobs.listAbsent',
  `WITH runner AS MATERIALIZED (
    SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by <> $2
  )
  SELECT id FROM runner WHERE NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid::int8 = $1 AND objid::int8 = hashtext(runner.id)::int8 & 4294967295 AND objsubid = 2
  )`,
)
const UNLOCK_JOBS = statement('jobs.unlockJobsOf', 'SELECT graphile_worker.force_unlock_workers($1)')

/** A connection that shows to the others that a runner lives, for as long as it is there. */
export interface PresenceConnection {
  /** Rejected when the connection breaks. */
  readonly broken: Promise<never>
  /** The other runners that have jobs locked and show no presence. */
  listAbsent(): Promise<string[]>
  /** Lets others have the jobs that these runners have locked. */
  unlockJobsOf(runnerIds: readonly string[]): Promise<void>
  end(): Promise<void>
}

/** Connects, and shows the presence of `runnerId`. */
export async function connectPresence(url: string, runnerId: string): Promise<PresenceConnection> {
  const client = new pg.Client({
    connectionString: url,
    options: SETTINGS,
    application_name: 'marquee',
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
  })
  const broken = new Promise<never>((_, reject) => client.on('error', reject))
  broken.catch(() => {})
  await client.connect()
  await client.query({ ...ENTER, values: [LOCK_SPACE, runnerId] })
  return {
    broken,
    async listAbsent() {
      const { rows } = await client.query<{ id: string }>({ ...LIST_ABSENT, values: [LOCK_SPACE, runnerId] })
      return rows.map(({ id }) => id)
    },
    async unlockJobsOf(runnerIds) {
      await client.query({ ...UNLOCK_JOBS, values: [runnerIds] })
    },
    end: () => client.end(),
  }
}
