export interface Frame {
  /** One letter; empty for the message that begins a connection. */
  readonly type: string
  readonly body: Buffer
}

const LENGTH_BYTES = 4

/**
 * Cuts a stream of one direction into the messages of Postgres' protocol, version 3:
 * https://www.postgresql.org/docs/18/protocol-message-formats.html. What a client sends first has no letter.
 */
export class Frames {
  #rest: Buffer = Buffer.alloc(0)
  #startups: number

  constructor({ hasStartup }: { hasStartup: boolean }) {
    this.#startups = hasStartup ? 1 : 0
  }

  /** The messages that are complete with this chunk. */
  push(chunk: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const frames: Frame[] = []
    for (let frame = this.#take(); frame !== null; frame = this.#take()) frames.push(frame)
    return frames
  }

  #take(): Frame | null {
    const start = this.#startups > 0 ? 0 : 1
    if (this.#rest.length < start + LENGTH_BYTES) return null
    const end = start + this.#rest.readInt32BE(start)
    if (this.#rest.length < end) return null
    const type = this.#rest.toString('latin1', 0, start)
    const body = this.#rest.subarray(start + LENGTH_BYTES, end)
    this.#rest = this.#rest.subarray(end)
    if (start === 0) this.#startups--
    return { type, body }
  }
}
