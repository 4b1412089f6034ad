import { WebSocket } from 'ws'

export interface WatchOptions {
  readonly port: number
  readonly token: string
  readonly showId: string
  readonly query: string
  /** Where the socket comes from: one address has only some 28,000 ports. */
  readonly localAddress: string
  /** Takes a message, gives the cursor of what it tells, null if it tells nothing about seats. */
  readonly onMessage: (message: string) => string | null
}

const BACK_AFTER_MS = 200
const NORMAL = 1000

/** A socket that watches the seats of a show, and comes back with its last cursor when it was lost. */
export class Watch {
  breaks = 0
  readonly #options: WatchOptions
  #socket: WebSocket | null = null
  #cursor: string | null = null
  #isClosed = false
  #tellBegun = () => {}

  constructor(options: WatchOptions) {
    this.#options = options
  }

  /** Connects, and waits for the first event. */
  async open(): Promise<void> {
    const begun = new Promise<void>((resolve) => {
      this.#tellBegun = resolve
    })
    this.#connect()
    await begun
  }

  close(): void {
    this.#isClosed = true
    this.#socket?.close(NORMAL)
  }

  #connect(): void {
    const { port, token, localAddress } = this.#options
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      localAddress,
    })
    this.#socket = socket
    socket.on('open', () => send(socket, { type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
    socket.on('message', (data: Buffer) => this.#take(socket, data.toString('latin1')))
    // What went wrong is told by its closing.
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#isClosed) return
      this.breaks++
      setTimeout(() => this.#connect(), BACK_AFTER_MS)
    })
  }

  #take(socket: WebSocket, message: string): void {
    const cursor = this.#options.onMessage(message)
    if (cursor === null) this.#answer(socket, JSON.parse(message).type)
    else {
      if (this.#cursor === null) this.#tellBegun()
      this.#cursor = cursor
    }
  }

  #answer(socket: WebSocket, type: string): void {
    const { showId, query } = this.#options
    if (type === 'connection_ack') {
      const variables = { showId, ...(this.#cursor && { after: this.#cursor }) }
      send(socket, { id: '1', type: 'subscribe', payload: { query, variables } })
    } else if (type === 'ping') send(socket, { type: 'pong' })
    else if (type === 'error' || type === 'complete') socket.terminate()
  }
}

function send(socket: WebSocket, message: unknown): void {
  socket.send(JSON.stringify(message))
}
