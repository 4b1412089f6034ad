import pg from 'pg'
import type { TestServer } from './server.js'

/** Keeps whatever reads movies waiting. */
export class MovieLock {
  readonly #server: TestServer
  readonly #client: pg.Client

  private constructor(server: TestServer, client: pg.Client) {
    this.#server = server
    this.#client = client
  }

  static async open(server: TestServer): Promise<MovieLock> {
    const client = new pg.Client(server.databaseUrl)
    await client.connect()
    return new MovieLock(server, client)
  }

  async take(): Promise<void> {
    await this.#client.query('BEGIN; LOCK TABLE movie')
  }

  async release(): Promise<void> {
    await this.#client.query('ROLLBACK')
  }

  /** How many statements wait for it. */
  async countWaiting(): Promise<number> {
    const [row] = await this.#server.seed.sql(
      `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'movie'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    return row!.count
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}
