import type { Socket } from 'node:net'
import type { HttpAnswer } from '../../bench/kit/httpAnswer.js'
import { exchange, openSocket } from '../../bench/kit/load.js'

/** An answer, and when its request got a connection, by performance.now(). */
export interface Exchanged {
  readonly answer: HttpAnswer
  readonly sentAt: number
}

interface Line {
  readonly port: number
  socket: Socket | null
}

/** Connections that are kept and shared, as between a load balancer and its servers. Who finds none free waits in line. */
export class Connections {
  readonly #lines: readonly Line[]
  readonly #free: Line[]
  readonly #waiting: ((line: Line) => void)[] = []
  #served = 0

  constructor(ports: readonly number[], size: number) {
    this.#lines = Array.from({ length: size }, (_, index) => ({ port: ports[index % ports.length]!, socket: null }))
    this.#free = [...this.#lines]
  }

  /** Connects those that are not connected. */
  async open(): Promise<void> {
    await Promise.all(this.#free.map(connect))
  }

  /**
   * @throws {Error} when the connection is lost before the answer comes: nobody knows whether the request was done.
   */
  async send(request: Buffer): Promise<Exchanged> {
    const line = this.#free.pop() ?? (await this.#wait())
    try {
      const socket = await connect(line)
      const sentAt = performance.now()
      return { answer: await exchange(socket, request), sentAt }
    } catch (error) {
      line.socket?.destroy()
      throw error
    } finally {
      this.#release(line)
    }
  }

  close(): void {
    for (const { socket } of this.#lines) socket?.destroy()
  }

  #wait(): Promise<Line> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  #release(line: Line): void {
    const next = this.#waiting[this.#served]
    if (next === undefined) {
      this.#free.push(line)
      return
    }
    this.#served++
    // Taking the first of thousands from an array each time would move all others.
    if (this.#served === this.#waiting.length) {
      this.#waiting.length = 0
      this.#served = 0
    }
    next(line)
  }
}

async function connect(line: Line): Promise<Socket> {
  if (line.socket === null || line.socket.destroyed) line.socket = await openSocket(line.port)
  return line.socket
}
