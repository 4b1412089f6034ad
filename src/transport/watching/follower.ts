import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { SharedSource } from '../../lib/sharedEvents.js'
import type { Audience } from './audience.js'
import { type Backlog, isOver } from './backlog.js'
import { headOfNext, type Tail, writeNext } from './nextMessage.js'

/** A WebSocket and the connection below it. */
export interface Line {
  readonly socket: WebSocket
  readonly connection: Socket
  readonly backlog: Backlog
}

/**
 * One subscription to shared events. For graphql-ws it is an async iterator that has no value until it ends: the messages
 * are the audience's, and graphql-ws keeps the rules of the protocol. While its client is slow, it is told nothing, and hears
 * all of it as one event afterwards.
 */
export class Follower implements AsyncIterableIterator<never> {
  /** How much of the events it has been told. */
  position: number
  /** Whether it is to be told what comes after that. */
  isReady = false
  readonly #socket: WebSocket
  readonly #connection: Socket
  readonly #backlog: Backlog
  readonly #head: string
  readonly #source: SharedSource
  readonly #audience: Audience
  #resolve: ((result: IteratorResult<never>) => void) | null = null
  #isOver = false

  constructor(line: Line, subscriptionId: string, source: SharedSource, audience: Audience) {
    // Side by side, as ten thousand of them are walked through for each event.
    this.#socket = line.socket
    this.#connection = line.connection
    this.#backlog = line.backlog
    this.#head = headOfNext(subscriptionId)
    this.#source = source
    this.#audience = audience
    this.position = source.position
    audience.join(this)
  }

  next(): Promise<IteratorResult<never>> {
    if (this.#isOver) return Promise.resolve({ done: true, value: undefined })
    const end = new Promise<IteratorResult<never>>((resolve) => {
      this.#resolve = resolve
    })
    void this.#begin()
    return end
  }

  /**
   * Ends it as its client or the socket is gone. `next` never resolves then: graphql-ws would forget a subscription that has been
   * given the same id since.
   */
  async return(): Promise<IteratorResult<never>> {
    this.#leave()
    return { done: true, value: undefined }
  }

  /** Ends it as there is no more to tell, and tells the client so. */
  end(): void {
    this.#leave()
    this.#resolve?.({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** Takes all that has happened up to a position, unless its client has to read first. */
  take(tail: Tail, position: number): void {
    if (isOver(this.#connection)) {
      this.isReady = false
      void this.#continue()
    } else if (this.#write(tail)) this.position = position
  }

  async #begin(): Promise<void> {
    await this.#backlog.drained()
    const tail = await this.#audience.serialize(this.#source.takeFirst())
    if (this.#write(tail)) await this.#continue()
  }

  async #continue(): Promise<void> {
    await this.#backlog.drained()
    if (this.#isOver) return
    this.isReady = true
    this.#audience.catchUp(this)
  }

  /** Whether there is still somebody to write to. */
  #write(tail: Tail): boolean {
    if (this.#isOver || this.#socket.readyState !== WebSocket.OPEN) {
      this.isReady = false
      return false
    }
    writeNext(this.#connection, this.#head, tail)
    return true
  }

  #leave(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.isReady = false
    this.#audience.leave(this)
    this.#source.end()
  }
}
