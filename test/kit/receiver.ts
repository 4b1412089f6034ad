import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Says what becomes of a request: 200 with `ok`, unless it is told otherwise. */
export type Answer = (response: ServerResponse, request: ReceivedRequest) => void

/** A server of somebody else, which is called by ours. */
export class Receiver {
  readonly requests: ReceivedRequest[] = []
  answer: Answer = accept
  readonly #server: Server

  private constructor(readonly host: string) {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const received = { headers: request.headers, body: Buffer.concat(chunks).toString() }
      this.requests.push(received)
      this.answer(response, received)
    })
  }

  static async start(host = '127.0.0.1', port = 0): Promise<Receiver> {
    const receiver = new Receiver(host)
    receiver.#server.listen(port, host)
    await once(receiver.#server, 'listening')
    return receiver
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://${this.host}:${this.port}/hook`
  }

  async stop(): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }
}

export const accept: Answer = (response) => response.end('ok')
export const answerWith =
  (status: number, body = ''): Answer =>
  (response) =>
    response.writeHead(status).end(body)
