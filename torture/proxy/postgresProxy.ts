import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { CommitWatch } from './commitWatch.js'

/**
 * Stands between a process and Postgres. At each commit of writes, before the process hears of it, it asks `isCut`: true ends
 * the connection on both sides, and the process will never know.
 */
export class PostgresProxy {
  /** Where the process shall find Postgres. */
  readonly url: string
  isCut: () => boolean = () => false
  readonly #server: Server
  readonly #open = new Set<Socket>()

  private constructor(server: Server, target: string) {
    this.#server = server
    const url = new URL(target)
    url.port = String((server.address() as AddressInfo).port)
    this.url = url.href
    server.on('connection', (client) => this.#pass(client, connect(Number(new URL(target).port), '127.0.0.1')))
  }

  static async open(target: string): Promise<PostgresProxy> {
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new PostgresProxy(server, target)
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const socket of this.#open) socket.destroy()
  }

  #pass(client: Socket, postgres: Socket): void {
    const watch = new CommitWatch()
    postgres.setNoDelay(true)
    const end = () => {
      client.destroy()
      postgres.destroy()
    }
    for (const socket of [client, postgres]) {
      this.#open.add(socket)
      socket.on('error', end).on('close', () => {
        this.#open.delete(socket)
        end()
      })
    }
    client.on('data', (chunk) => {
      watch.sent(chunk)
      postgres.write(chunk)
    })
    postgres.on('data', (chunk) => {
      if (watch.answered(chunk) && this.isCut()) end()
      else client.write(chunk)
    })
  }
}
