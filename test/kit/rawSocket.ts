import { once } from 'node:events'
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'

/** A message of the graphql-transport-ws protocol. */
export interface Message {
  readonly id?: string
  readonly type: string
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  readonly payload?: any
}

export function toSubscribe(id: string, query: string, variables: Record<string, unknown> = {}): Message {
  return { id, type: 'subscribe', payload: { query, variables } }
}

/** A client that speaks the graphql-transport-ws protocol by itself, so that a test sees each message as it came. */
export class RawSocket {
  readonly socket: WebSocket
  /** All that has come, as text. */
  readonly texts: string[] = []
  readonly closed: Promise<{ code: number; reason: string }>

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => this.texts.push(String(data)))
    this.closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  }

  /** Connects, and is acknowledged unless told otherwise. */
  static async open(url: string, { init = true, autoPong = true, token = '' } = {}): Promise<RawSocket> {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { autoPong })
    const raw = new RawSocket(socket)
    await once(socket, 'open')
    if (!init) return raw
    raw.send({ type: 'connection_init', ...(token && { payload: { authorization: `Bearer ${token}` } }) })
    await raw.wait(({ type }) => type === 'connection_ack')
    return raw
  }

  get messages(): Message[] {
    return this.texts.map((text) => JSON.parse(text) as Message)
  }

  /** The payloads of a subscription so far. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  payloads(id: string): any[] {
    return this.messages.filter((message) => message.id === id && message.type === 'next').map(({ payload }) => payload)
  }

  send(...messages: Message[]): void {
    for (const message of messages) this.socket.send(JSON.stringify(message))
  }

  /** All in one packet, so that the server reads them in the same turn. */
  sendAtOnce(...messages: Message[]): void {
    this.connection.cork()
    this.send(...messages)
    this.connection.uncork()
  }

  /** What is below, for what a WebSocket would not send. */
  get connection(): Socket {
    return (this.socket as unknown as { _socket: Socket })._socket
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send(toSubscribe(id, query, variables))
  }

  /** Waits until a message like this has come, and gives the first. Rejects when the socket is closed before. */
  async wait(isIt: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const message = this.messages.find(isIt)
      if (message !== undefined) return message
      if (this.socket.readyState !== WebSocket.OPEN) throw new Error('the socket is closed')
      await Promise.race([once(this.socket, 'message'), this.closed])
    }
  }

  close(): void {
    this.socket.terminate()
  }
}
