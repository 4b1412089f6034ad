import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A network that can hang: then nothing passes, and nobody is told. */
export class HangingProxy {
  /** Where what stands behind it is found. */
  readonly url: string
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #isHanging = false

  private constructor(server: Server, target: URL) {
    this.#server = server
    const url = new URL(target)
    url.port = String((server.address() as AddressInfo).port)
    this.url = url.href
    server.on('connection', (client) => this.#pass(client, connect(Number(target.port), target.hostname)))
  }

  static async open(target: string): Promise<HangingProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new HangingProxy(server, new URL(target))
  }

  hang(): void {
    this.#isHanging = true
    for (const socket of this.#open) socket.pause()
  }

  /** Connections that nobody has given up go on, where they are not `lost`: then nothing ever comes of them. */
  goOn({ isLost = false } = {}): void {
    this.#isHanging = false
    if (!isLost) for (const socket of this.#open) socket.resume()
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const socket of this.#open) socket.destroy()
    await once(this.#server, 'close')
  }

  #pass(client: Socket, target: Socket): void {
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      this.#open.add(from)
      from.on('data', (chunk) => void to.write(chunk))
      from
        .on('error', () => {})
        .on('close', () => {
          this.#open.delete(from)
          to.destroy()
        })
      if (this.#isHanging) from.pause()
    }
  }
}
