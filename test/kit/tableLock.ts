import pg from 'pg'
import type { TestServer } from './server.js'

type Table = 'movie' | 'show_seat' | 'ticket'

/** Keeps whatever reads a table waiting. */
export class TableLock {
  readonly #server: TestServer
  readonly #client: pg.Client
  readonly #table: Table

  private constructor(server: TestServer, client: pg.Client, table: Table) {
    this.#server = server
    this.#client = client
    this.#table = table
  }

  static async open(server: TestServer, table: Table): Promise<TableLock> {
    const client = new pg.Client(server.databaseUrl)
    await client.connect()
    return new TableLock(server, client, table)
  }

  async take(): Promise<void> {
    await this.#client.query(`BEGIN; LOCK TABLE ${this.#table}`)
  }

  async release(): Promise<void> {
    await this.#client.query('ROLLBACK')
  }

  /** How many statements wait for it. */
  async countWaiting(): Promise<number> {
    const [row] = await this.#server.seed.sql(
      `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = $1::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [this.#table],
    )
    return row!.count
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}
