import { WebSocket } from 'ws'

/** So many groups of sockets take turns, so that their pings do not all go out at once. */
const GROUPS = 10

/** So often a client may leave pings unanswered: they stand behind all that it has to read first. */
const MOST_SILENT_ROUNDS = 3

/**
 * Asks sockets by pings whether their clients are there. Who has not answered three of them is gone without a word, and is
 * terminated; where something is still to be sent, that is not held against who has not read it. One timer for all, as ten thousand of them
 * are some megabytes.
 */
export class KeepAlive {
  readonly #groups: Set<WebSocket>[] = Array.from({ length: GROUPS }, () => new Set())
  /** How many pings each has not answered. */
  readonly #silent = new WeakMap<WebSocket, number>()
  readonly #timer: NodeJS.Timeout
  readonly #onPong: (this: WebSocket) => void
  #turn = 0
  #added = 0

  constructor(intervalMs: number) {
    const silent = this.#silent
    this.#onPong = function onPong(this: WebSocket) {
      silent.delete(this)
    }
    this.#timer = setInterval(() => this.#ask(), intervalMs / GROUPS)
  }

  add(socket: WebSocket): void {
    this.#added += 1
    this.#groups[this.#added % GROUPS]!.add(socket)
    socket.on('pong', this.#onPong)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #ask(): void {
    this.#turn += 1
    const group = this.#groups[this.#turn % GROUPS]!
    for (const socket of group) {
      if (socket.readyState === WebSocket.CLOSED) group.delete(socket)
      else if (this.#silenceOf(socket) === MOST_SILENT_ROUNDS) socket.terminate()
      else if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount === 0) this.#ping(socket)
    }
  }

  #ping(socket: WebSocket): void {
    this.#silent.set(socket, this.#silenceOf(socket) + 1)
    socket.ping()
  }

  #silenceOf(socket: WebSocket): number {
    return this.#silent.get(socket) ?? 0
  }
}
