import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

/** What may wait for a slow reader in our memory, beside one message. */
const MAX_WAITING_BYTES = 64 * 1024
/** The good-bye stands behind what is not read: so long it is left for the client to get there. */
const CLOSE_WITHIN_MS = 5_000
/** "Try again later": clients come back after it, which they do not after most codes of the protocol of graphql-ws. */
const TRY_AGAIN_LATER = 1013

/** Whether so much waits on a connection that nothing should be written before it has drained. */
export function isOver(connection: Socket): boolean {
  return connection.writableLength > MAX_WAITING_BYTES
}

/** What waits on a WebSocket until its client reads. Who does not read for too long is closed. */
export class Backlog {
  readonly #socket: WebSocket
  readonly #connection: Socket
  readonly #patienceMs: number
  #drained: Promise<void> | null = null

  constructor(socket: WebSocket, connection: Socket, patienceMs: number) {
    this.#socket = socket
    this.#connection = connection
    this.#patienceMs = patienceMs
  }

  /** Resolves once the client has read; at once if it has. Never, if it is closed before. */
  drained(): Promise<void> {
    if (!isOver(this.#connection)) return Promise.resolve()
    this.#drained ??= new Promise((resolve) => {
      const impatience = setTimeout(() => this.close(), this.#patienceMs)
      const end = () => {
        clearTimeout(impatience)
        this.#connection.off('drain', end).off('close', end)
        this.#drained = null
        if (!this.#connection.destroyed) resolve()
      }
      this.#connection.on('drain', end).on('close', end)
    })
    return this.#drained
  }

  /** Sends a client away that does not read. */
  close(): void {
    this.#socket.close(TRY_AGAIN_LATER, 'You read too slowly')
    setTimeout(() => this.#socket.terminate(), CLOSE_WITHIN_MS).unref()
  }
}
