import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Client, createClient } from './client.js'

/** Gives each request and each WebSocket to the next server, whoever sends it: without sticky sessions. */
export class LoadBalancer {
  /** The address of the API behind it. */
  readonly url: string
  /** How many requests and WebSockets each server got, by its address. */
  readonly served = new Map<string, number>()
  readonly #server: Server
  #targets: readonly URL[]
  #turn = 0

  private constructor(server: Server, targets: readonly string[]) {
    this.#server = server
    this.#targets = targets.map((target) => new URL(target))
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
    server.on('request', (incoming, outgoing) => this.#forward(incoming, outgoing))
    server.on('upgrade', (incoming, socket) => this.#tunnel(incoming, socket))
  }

  static async open(targets: readonly string[]): Promise<LoadBalancer> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new LoadBalancer(server, targets)
  }

  client(token?: string): Client {
    return createClient(this.url, token)
  }

  /** Gives a server nothing more, as a load balancer does that finds it dead. */
  remove(target: string): void {
    this.#targets = this.#targets.filter(({ href }) => href !== new URL(target).href)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #next(): URL {
    const target = this.#targets[this.#turn++ % this.#targets.length]!
    this.served.set(target.href, (this.served.get(target.href) ?? 0) + 1)
    return target
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { hostname, port } = this.#next()
    const { method, url: path, headers } = incoming
    const forwarded = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  }

  #tunnel({ url, rawHeaders }: IncomingMessage, socket: Duplex): void {
    const { hostname, port } = this.#next()
    const server = connect(Number(port), hostname)
    const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`))
    server.write(`GET ${url} HTTP/1.1\r\n${lines.join('')}\r\n`)
    for (const [from, to] of [
      [socket, server],
      [server, socket],
    ] as const) {
      from.on('error', () => {}).on('close', () => to.destroy())
      from.pipe(to)
    }
  }
}
