import type { RawData } from 'ws'
import type { Turns } from '../lib/turns.js'
import { isLong } from './isLong.js'
import type { OperationQueue } from './operationQueue.js'
import { isOver } from './watching/backlog.js'
import type { Line } from './watching/follower.js'

/** What is kept of somebody who asks and does not read. */
const MAX_UNREAD = { messages: 100, bytes: 512 * 1024 }

interface QueuedLine extends Line {
  readonly queue: OperationQueue
}

/**
 * Gives the messages of a socket to `take`, each when it is its turn, in their order: while any waits for one, no more is read. Who has
 * not read what he was answered has to read it first, and is closed when he asks on and on instead.
 */
export function readAtPace(line: QueuedLine, turns: Turns, take: (data: RawData) => void): void {
  const { socket, connection, queue } = line
  const inbox = new Inbox(line, turns, take)
  socket.on('message', (data) => {
    if (socket.readyState !== socket.OPEN) return
    const isFree = inbox.isEmpty && !isOver(connection) && !queue.isFull
    if (isFree && turns.beginAtOnce(isLong(sizeOf(data)))) take(data)
    else inbox.add(data)
  })
  socket.on('ping', (data) => {
    if (!isOver(connection)) socket.pong(data)
  })
}

/** Messages that wait: for their turn, and for their client to read. */
class Inbox {
  readonly #line: QueuedLine
  readonly #turns: Turns
  readonly #take: (data: RawData) => void
  readonly #messages: RawData[] = []
  #bytes = 0

  constructor(line: QueuedLine, turns: Turns, take: (data: RawData) => void) {
    this.#line = line
    this.#turns = turns
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
      await this.#turn(data)
      if (isOver(connection)) continue
      if (socket.readyState !== socket.OPEN) return this.#clear()
      this.#take(data)
      this.#messages.shift()
      this.#bytes -= sizeOf(data)
    }
  }

  async #turn(data: RawData): Promise<void> {
    const { socket, queue } = this.#line
    socket.pause()
    await queue.room()
    await this.#turns.begin(socket, isLong(sizeOf(data)))
    socket.resume()
  }

  #clear(): void {
    this.#messages.length = 0
    this.#bytes = 0
  }
}

function sizeOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((size, part) => size + part.length, 0) : data.byteLength
}
