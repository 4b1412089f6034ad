import pg from 'pg'
import type { Statement } from './statement.js'

/**
 * A pg pool that keeps a connection whose statement the server refused. pg's own Pool.query destroys it on any error, and
 * a serialization failure, which is no fault of the connection, would cost a reconnect each time.
 */
export class Pool extends pg.Pool {
  /**
   * Runs one prepared statement and gives its rows.
   *
   * @throws {pg.DatabaseError} when the server refuses it; any other error means that the outcome is unknown.
   */
  async run<Row>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.connect()
    try {
      const result = await client.query({ name, text, values: values as unknown[] })
      client.release()
      return result.rows as Row[]
    } catch (error) {
      client.release(isRefusal(error) ? undefined : (error as Error))
      throw error
    }
  }
}

/** The server is well and answered no, as opposed to a broken connection or a server that goes away. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR'
}
