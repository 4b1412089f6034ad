import { randomBytes, randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { FrameReader, toClientFrame } from './frameReader.js'

const CONNECTING_AT_ONCE = 200
const TEXT = 0x1
const PONG = 0xa
const HANDSHAKE_END = '\r\n\r\n'
/** All sockets are read into it, one after the other. */
const received = Buffer.alloc(64 * 1024)

export interface WatcherOptions {
  readonly port: number
  readonly count: number
  /** What each subscribes with; its id is its own. */
  readonly payload: unknown
  /** What the so-manieth connects with, from 0 on: nothing when left out. */
  readonly initOf?: (nth: number) => unknown
}

/**
 * Many sockets that watch the same, as raw as they can be: what a delivery costs the generator should be small beside what it
 * costs the server.
 */
export class Watchers {
  /** Messages that have come, those that introduce a socket left out. */
  deliveries = 0
  /** Of the last message. */
  messageBytes = 0
  /** Of all messages. */
  bytes = 0
  readonly #sockets: Socket[] = []
  #awaited = Number.POSITIVE_INFINITY
  #arrive = () => {}

  /** Connects them all; each has had its first event by then. */
  static async connect(options: WatcherOptions): Promise<Watchers> {
    const watchers = new Watchers()
    let opened = 0
    const worker = async () => {
      while (opened < options.count) await watchers.#open(options, opened++)
    }
    await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, worker))
    return watchers
  }

  get count(): number {
    return this.#sockets.length
  }

  /** Resolves once so many messages have come since the last call. */
  deliver(count: number): Promise<void> {
    this.deliveries = 0
    this.#awaited = count
    return new Promise((resolve) => {
      this.#arrive = resolve
    })
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#sockets.map((socket) => {
        const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
        socket.destroy()
        return closed
      }),
    )
  }

  #open({ port, payload, initOf }: WatcherOptions, nth: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = randomUUID()
      const introduction = [
        { type: 'connection_init', payload: initOf?.(nth) },
        { id, type: 'subscribe', payload },
      ]
      let isShaken = false
      let greetings = 0
      const reader = new FrameReader(
        (length) => {
          if (greetings < 2) greetings += 1
          // The acknowledgement is what it may subscribe after.
          if (greetings === 1) send(introduction[1])
          if (greetings === 1) return
          this.#count(length)
          resolve()
        },
        () => socket.write(toClientFrame(PONG, Buffer.alloc(0))),
      )
      const send = (message: unknown) => socket.write(toClientFrame(TEXT, Buffer.from(JSON.stringify(message))))
      const onBytes = (bytes: Buffer) => {
        if (isShaken) return reader.push(bytes)
        const end = bytes.indexOf(HANDSHAKE_END)
        if (end === -1) return reject(new Error('a handshake came in pieces, or not at all'))
        isShaken = true
        send(introduction[0])
        reader.push(bytes.subarray(end + HANDSHAKE_END.length))
      }
      const socket = connect({
        port,
        host: '127.0.0.1',
        noDelay: true,
        onread: {
          buffer: received,
          callback: (size) => {
            onBytes(received.subarray(0, size))
            return true
          },
        },
      })
      socket.on('error', reject).on('close', () => reject(new Error('the server has closed a socket')))
      socket.write(handshake(port))
      this.#sockets.push(socket)
    })
  }

  #count(length: number): void {
    this.deliveries += 1
    this.messageBytes = length
    this.bytes += length
    if (this.deliveries === this.#awaited) this.#arrive()
  }
}

function handshake(port: number): string {
  return [
    'GET /graphql HTTP/1.1',
    `host: 127.0.0.1:${port}`,
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    'sec-websocket-protocol: graphql-transport-ws',
    '',
    '',
  ].join('\r\n')
}
