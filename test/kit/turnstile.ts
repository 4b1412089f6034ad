import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export const SECRET = '1x0000000000000000000000000000000AA'

/** What siteverify is asked. */
export interface Question {
  readonly secret: string
  readonly response: string
  readonly remoteip?: string
  readonly idempotency_key: string
}

/** What goes wrong with one question: a code is answered, or nothing at all, or the connection breaks once it is understood, or it is no JSON. */
export type Trouble = { readonly code: string } | 'silence' | 'break' | 'nonsense'

/**
 * Cloudflare's siteverify, as far as it is documented: a token that begins with `solved` is good once, and again for the same
 * idempotency key.
 */
export class FakeTurnstile {
  readonly questions: Question[] = []
  /** What goes wrong with the questions that come, in their order; nothing does with those after them. */
  readonly troubles: (Trouble | null)[] = []
  readonly #usedFor = new Map<string, string>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  static async start(): Promise<FakeTurnstile> {
    const fake = new FakeTurnstile()
    fake.#server.listen(0, '127.0.0.1')
    await once(fake.#server, 'listening')
    return fake
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/siteverify`
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = (await json(request)) as Question
    this.questions.push(question)
    const trouble = this.troubles.shift() ?? null
    if (trouble === 'silence') return
    const codes = trouble !== null && typeof trouble === 'object' ? [trouble.code] : this.#judge(question)
    if (trouble === 'break') request.socket.destroy()
    else if (trouble === 'nonsense') response.writeHead(502).end('<html>Bad gateway</html>')
    else response.end(JSON.stringify({ success: codes.length === 0, 'error-codes': codes, messages: [] }))
  }

  #judge({ secret, response, idempotency_key: key }: Question): string[] {
    if (secret !== SECRET) return ['invalid-input-secret']
    if (!response.startsWith('solved')) return ['invalid-input-response']
    const usedFor = this.#usedFor.get(response) ?? key
    this.#usedFor.set(response, usedFor)
    return usedFor === key ? [] : ['timeout-or-duplicate']
  }
}
