import { type Frame, Frames } from './frames.js'

const WRITES = /\b(INSERT\s+INTO|UPDATE\s+\S+\s+SET|UPDATE\s+\S+\s+\S+\s+SET|DELETE\s+FROM)\b/i
const IDLE = 'I'

/**
 * Listens to both directions of a connection to Postgres and knows when a transaction with writes has been committed: by a
 * COMMIT, or by a statement outside of a transaction, by the simple or the extended protocol.
 */
export class CommitWatch {
  readonly #toServer = new Frames({ hasStartup: true })
  readonly #toClient = new Frames({ hasStartup: false })
  /** Whether each prepared statement writes, by its name. */
  readonly #statements = new Map<string, boolean>()
  #hasWritten = false
  #hasFailed = false
  #tag = ''

  /** Takes what the client sends. */
  sent(chunk: Buffer): void {
    for (const frame of this.#toServer.push(chunk)) this.#hear(frame)
  }

  /** Takes what the server answers: true when these bytes tell the client that its writes are committed. */
  answered(chunk: Buffer): boolean {
    let isCommitted = false
    for (const frame of this.#toClient.push(chunk)) if (this.#follow(frame)) isCommitted = true
    return isCommitted
  }

  #hear({ type, body }: Frame): void {
    if (type === 'Q') this.#write(WRITES.test(readText(body, 0)))
    if (type === 'P') {
      const name = readText(body, 0)
      this.#statements.set(name, WRITES.test(readText(body, Buffer.byteLength(name) + 1)))
    }
    if (type === 'B') {
      const portal = readText(body, 0)
      this.#write(this.#statements.get(readText(body, Buffer.byteLength(portal) + 1)) ?? false)
    }
  }

  #write(isWrite: boolean): void {
    if (isWrite) this.#hasWritten = true
  }

  #follow({ type, body }: Frame): boolean {
    if (type === 'C') this.#tag = readText(body, 0)
    if (type === 'E') this.#hasFailed = true
    return type === 'Z' && this.#becomeReady(body.toString('latin1'))
  }

  /** The server waits for the next command: with no transaction open, what was written before has been decided. */
  #becomeReady(status: string): boolean {
    const hasFailed = this.#hasFailed
    this.#hasFailed = false
    if (status !== IDLE) return false
    const isCommitted = this.#hasWritten && !hasFailed && this.#tag !== 'ROLLBACK'
    this.#hasWritten = false
    return isCommitted
  }
}

/** The zero-terminated text at an offset. */
function readText(body: Buffer, offset: number): string {
  return body.toString('utf8', offset, body.indexOf(0, offset))
}
