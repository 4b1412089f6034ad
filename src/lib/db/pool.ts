import pg from 'pg'
import { PreparedStatements } from './preparedStatements.js'
import type { Statement } from './statement.js'

const STATEMENT_TIMEOUT_MS = 10_000
/**
 * The settings of sessions whose statements are serializable transactions of their own. A sequential scan in such a one conflicts
 * with every write to the table.
 */
export const SERIALIZABLE_SESSION =
  '-c default_transaction_isolation=serializable -c enable_seqscan=off -c plan_cache_mode=force_generic_plan'
/** The settings of all others, whatever the database has as its default. */
export const READ_COMMITTED_SESSION = '-c default_transaction_isolation=read\\ committed'

/** For a connection on which nothing comes back any more: the server's own timeout comes first where there is one. */
const QUERY_TIMEOUT_MS = 12_000
const CONNECT_TIMEOUT_MS = 5_000

/**
 * A pg pool that keeps a connection whose statement the server refused. pg's own Pool.query destroys it on any error, and
 * a serialization failure, which is no fault of the connection, would cost a reconnect each time.
 */
export class Pool extends pg.Pool {
  readonly #statements = new PreparedStatements()

  /**
   * Runs one prepared statement and gives its rows.
   *
   * @throws {pg.DatabaseError} when the server refuses it; any other error means that the outcome is unknown.
   */
  async run<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.connect()
    try {
      const rows = await this.#statements.run<Row>(client, statement, values)
      client.release()
      return rows
    } catch (error) {
      client.release(isRefusal(error) ? undefined : (error as Error))
      // Told by what Postgres has sent, it knows nothing of who has asked.
      Error.captureStackTrace(error as Error)
      throw error
    }
  }
}

export interface PoolOptions {
  /** A postgres:// URL. */
  readonly url: string
  readonly size: number
  /** Settings of its sessions, as `-c name=value`. */
  readonly settings?: string
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: ((error: Error) => void) | undefined
}

/** A pool whose statements end after 10 s at most, and whose lost connections do not end the process. */
export function openPool({ url, size, settings = '', onConnectionLost = () => {} }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    options: settings,
    application_name: 'marquee',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  })
  pool.on('error', (error) => {
    if (!pool.ending) onConnectionLost(error)
  })
  // A client that is in use tells of its lost connection itself, besides failing its statement: unheard, that ends the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The server is well and answered no, as opposed to a broken connection or a server that goes away. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR'
}
