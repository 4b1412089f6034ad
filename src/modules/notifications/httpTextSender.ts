import type { Delivery, TextMessage, TextSender } from './delivery.js'

export interface HttpTextSenderOptions {
  readonly url: string
  /** Null for a gateway that wants none. */
  readonly token: string | null
}

const TIMEOUT_MS = 10_000
/** What says nothing of the message: a token that is wrong or has ended, a gateway that is slow or has too much to do. */
const ABOUT_EVERYBODY = new Set([401, 403, 404, 408, 425, 429])

/**
 * Hands SMS to a gateway: POST of `{ to, text }` as JSON with a bearer token. The id of the message comes as `Idempotency-Key`,
 * by which the gateway knows one that it has taken: so one without an answer may be sent again.
 */
export class HttpTextSender implements TextSender {
  readonly #options: HttpTextSenderOptions

  constructor(options: HttpTextSenderOptions) {
    this.#options = options
  }

  async send(message: TextMessage): Promise<Delivery> {
    try {
      const response = await this.#post(message)
      await response.body?.cancel()
      return judge(response)
    } catch (error) {
      const { message, cause } = error as Error
      return { kind: 'away', reason: cause instanceof Error ? `${message}: ${cause.message}` : message }
    }
  }

  #post({ id, to, text }: TextMessage): Promise<Response> {
    const { url, token } = this.#options
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to, text }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  }
}

function judge({ ok, status }: Response): Delivery {
  if (ok) return { kind: 'sent' }
  const reason = `the gateway answered ${status}`
  return { kind: status >= 400 && status < 500 && !ABOUT_EVERYBODY.has(status) ? 'refused' : 'away', reason }
}
