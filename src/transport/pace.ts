import type { RawData, WebSocket } from 'ws'
import { Turns } from '../lib/turns.js'
import { isLong } from './isLong.js'
import { isOver } from './watching/backlog.js'
import type { Line } from './watching/follower.js'

/** What takes longer to be read was made to: a read of the usual size takes some hundredths of it. */
const LONG_MS = 2
/** What is kept of somebody who asks and does not read. */
const MAX_UNREAD = { messages: 100, bytes: 512 * 1024 }

/** Reads WebSockets at a pace that leaves time for everybody else. */
export class Pace {
  readonly #messages: Turns
  /** Of what took long to be read, one in a turn. */
  readonly #longReads = new Turns(0)
  #readingSince = 0
  readonly #startReading = () => {
    this.#readingSince = performance.now()
  }

  constructor(messages: Turns) {
    this.#messages = messages
  }

  /**
   * Gives the messages of a socket to `take`, each when it is its turn, in their order: while any waits, and where reading takes long, no
   * more is read until others were read. Who has not read what he was answered has to read it first, and is closed when he asks
   * on and on instead.
   */
  read(line: Line, take: (data: RawData) => void): void {
    const { socket, connection } = line
    const pauseUntilTurn = pauses(socket)
    const inbox = new Inbox(line, (bytes) => pauseUntilTurn(this.#messages, isLong(bytes)), take)
    socket.on('message', (data) => {
      if (socket.readyState !== socket.OPEN) return
      if (inbox.isEmpty && !isOver(connection) && this.#messages.beginAtOnce(isLong(sizeOf(data)))) take(data)
      else inbox.add(data)
    })
    connection.prependListener('data', this.#startReading)
    connection.on('data', () => {
      if (performance.now() - this.#readingSince > LONG_MS) void pauseUntilTurn(this.#longReads)
    })
    answerPings(socket)
  }
}

/** Messages that wait: for their turn, and for their client to read. */
class Inbox {
  readonly #line: Line
  /** Of a message of so many bytes. */
  readonly #turn: (bytes: number) => Promise<void>
  readonly #take: (data: RawData) => void
  readonly #messages: RawData[] = []
  #bytes = 0

  constructor(line: Line, turn: (bytes: number) => Promise<void>, take: (data: RawData) => void) {
    this.#line = line
    this.#turn = turn
    this.#take = take
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0
  }

  add(data: RawData): void {
    const isFirst = this.isEmpty
    this.#messages.push(data)
    this.#bytes += sizeOf(data)
    const isFull = this.#messages.length > MAX_UNREAD.messages || this.#bytes > MAX_UNREAD.bytes
    if (isFull && isOver(this.#line.connection)) this.#line.backlog.close()
    else if (isFirst) void this.#handOn()
  }

  async #handOn(): Promise<void> {
    const { socket, connection, backlog } = this.#line
    while (!this.isEmpty) {
      await backlog.drained()
      const data = this.#messages[0]!
      await this.#turn(sizeOf(data))
      if (isOver(connection)) continue
      if (socket.readyState !== socket.OPEN) return this.#clear()
      this.#take(data)
      this.#messages.shift()
      this.#bytes -= sizeOf(data)
    }
  }

  #clear(): void {
    this.#messages.length = 0
    this.#bytes = 0
  }
}

function sizeOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((size, part) => size + part.length, 0) : data.byteLength
}

/** Reads nothing from a socket until there is a turn, for as many reasons as there are. */
function pauses(socket: WebSocket): (turns: Turns, hasLong?: boolean) => Promise<void> {
  let reasons = 0
  return async (turns, hasLong) => {
    if (reasons === 0) socket.pause()
    reasons += 1
    await turns.begin(socket, hasLong)
    reasons -= 1
    if (reasons === 0) socket.resume()
  }
}

/** Pings that come at once are answered as one, by the last of them: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.3 */
function answerPings(socket: WebSocket): void {
  let last: Buffer | null = null
  socket.on('ping', (data) => {
    if (last === null) setImmediate(answer)
    last = data
  })
  const answer = () => {
    if (socket.readyState === socket.OPEN) socket.pong(last)
    last = null
  }
}
