import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { ApiError, decide, type Intent, Ledger, newId, type Params } from './stripe/ledger.js'
import { readForm } from './stripe/readForm.js'

export type Call = 'create' | 'retrieve' | 'list' | 'search' | 'capture' | 'cancel' | 'refund' | 'listRefunds'

/** What becomes of a call, other than its answer. */
export type Mishap =
  /** The connection breaks before anything is done. */
  | 'drop'
  /** It is done, and then the connection breaks. */
  | 'drop after'
  /** It is done, and then nothing comes back until the test lets it go. */
  | 'hold'
  /** A status, such as 500 or 429, that something in front of Stripe gives: nothing is done, nothing is remembered. */
  | number

/** An answer that is held back. */
export interface Held {
  /** Resolves once the work is done and the answer waits. */
  readonly arrived: Promise<void>
  release(): void
}

interface Saved {
  readonly form: string
  readonly answer: Promise<Answer>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

interface Planned {
  readonly call: Call
  /** Of the payment that it is about; null for any. */
  readonly amount: number | null
  readonly mishap: Mishap
  readonly gate: { arrive(): void; readonly released: Promise<void> }
}

/** A server on this machine that speaks the part of Stripe's API that we use, for the real `stripe` package to talk to. */
export class FakeStripe {
  readonly secretKey = 'sk_test_fake'
  readonly webhookSecret = 'whsec_fake'
  readonly ledger = new Ledger()
  /** What was called, in order; the keys of the calls beside it. */
  readonly calls: Call[] = []
  readonly idempotencyKeys: string[] = []
  /** Whether the search knows new payments yet. */
  isIndexed = true
  /** Whether there is a search at all. */
  hasSearch = true
  readonly #planned: Planned[] = []
  readonly #saved = new Map<string, Saved>()
  readonly #http: Server

  private constructor() {
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
  }

  static async start(): Promise<FakeStripe> {
    const stripe = new FakeStripe()
    stripe.#http.listen(0, '127.0.0.1')
    await once(stripe.#http, 'listening')
    return stripe
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  /** The environment of a server that pays by it. */
  get env(): Record<string, string> {
    return {
      PAYMENT_GATEWAY: 'stripe',
      STRIPE_SECRET_KEY: this.secretKey,
      STRIPE_WEBHOOK_SECRET: this.webhookSecret,
      STRIPE_API_URL: this.url,
    }
  }

  /** Plans what becomes of the next call of a kind; several are used up one after the other. */
  next(call: Call, ...mishaps: Exclude<Mishap, 'hold'>[]): void {
    const gate = { arrive: () => {}, released: Promise.resolve() }
    this.#planned.push(...mishaps.map((mishap) => ({ call, amount: null, mishap, gate })))
  }

  /** Holds the next answer to a call of a kind back, after the work is done: one about a payment of that amount, if given. */
  hold(call: Call, amount: number | null = null): Held {
    let arrive = () => {}
    let release = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    this.#planned.push({ call, amount, mishap: 'hold', gate: { arrive: () => arrive(), released } })
    return { arrived, release: () => release() }
  }

  /** Lets the buyer of a payment approve or decline it. */
  decide(key: string, isApproved: boolean): void {
    decide(this.ledger.find(key)!, isApproved)
  }

  /** Makes a payment older than it is. */
  age(key: string, ms: number): void {
    this.ledger.find(key)!.created -= Math.floor(ms / 1000)
  }

  /** Forgets all idempotency keys, as Stripe does after a day. */
  forgetKeys(): void {
    this.#saved.clear()
  }

  /** Sends an event about a payment to a webhook, signed. Gives the status of the answer. */
  async sendEvent(url: string | URL, type: string, options: EventOptions): Promise<number> {
    const object = options.object ?? this.ledger.find(options.key!)!
    const { id = newId('evt'), secret = this.webhookSecret, ageSeconds = 0 } = options
    const created = Math.floor(Date.now() / 1000) - ageSeconds
    const payload = JSON.stringify({ id, object: 'event', type, created, data: { object } })
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: created })
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
    const body = options.tamper?.(payload) ?? payload
    return (await fetch(url, { method: 'POST', headers, body })).status
  }

  async close(): Promise<void> {
    this.#http.close()
    this.#http.closeAllConnections()
    await once(this.#http, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readText(request)
    const { pathname, search } = new URL(request.url!, this.url)
    const call = toCall(request.method!, pathname)
    this.calls.push(call)
    const params = readForm(form || search.slice(1))
    const planned = this.#takePlanned(call, this.#amountOf(call, pathname, params))
    if (planned?.mishap === 'drop') return void response.destroy()
    if (typeof planned?.mishap === 'number') return send(response, toError(planned.mishap))
    const work = async () => this.#work(call, pathname, params)
    const key = request.headers['idempotency-key'] as string | undefined
    const answer = await (key === undefined ? work() : this.#once(key, form, work))
    if (planned?.mishap === 'drop after') return void response.destroy()
    planned?.gate.arrive()
    await planned?.gate.released
    send(response, answer)
  }

  #takePlanned(call: Call, about: number | null): Planned | undefined {
    const isIt = ({ call: planned, amount }: Planned) => planned === call && (amount === null || amount === about)
    const index = this.#planned.findIndex(isIt)
    return index === -1 ? undefined : this.#planned.splice(index, 1)[0]
  }

  /** What the payment comes to that a call is about, null where it is about none. */
  #amountOf(call: Call, path: string, params: Params): number | null {
    if (call === 'create') return Number(params.amount)
    return this.ledger.intents.get(String(params.payment_intent ?? path.split('/')[3]))?.amount ?? null
  }

  /** https://docs.stripe.com/api/idempotent_requests */
  async #once(key: string, form: string, work: () => Promise<Answer>): Promise<Answer> {
    this.idempotencyKeys.push(key)
    const saved = this.#saved.get(key) ?? { form, answer: work() }
    this.#saved.set(key, saved)
    if (saved.form === form) return saved.answer
    return { status: 400, body: { error: { type: 'idempotency_error', message: 'other parameters' } } }
  }

  async #work(call: Call, path: string, params: Params): Promise<Answer> {
    const id = path.split('/')[3]!
    try {
      return { status: 200, body: structuredClone(this.#call(call, id, params)) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { status: error.status, body: structuredClone({ error: error.body }) }
    }
  }

  #call(call: Call, id: string, params: Params): unknown {
    const calls: Record<Call, () => unknown> = {
      create: () => toJson(this.ledger.create(params), params),
      retrieve: () => toJson(this.ledger.get(id), params),
      list: () => this.#list(params),
      search: () => this.#search(String(params.query)),
      capture: () => toJson(this.ledger.capture(id), params),
      cancel: () => toJson(this.ledger.cancel(id), params),
      refund: () => this.ledger.refund(params),
      listRefunds: () =>
        toList(this.ledger.refunds.filter((refund) => refund.payment_intent === params.payment_intent)),
    }
    return calls[call]()
  }

  /** The newest first, page by page. */
  #list(params: Params): unknown {
    const since = Number((params.created as { gte?: string } | undefined)?.gte ?? 0)
    const all = [...this.ledger.intents.values()].filter(({ created }) => created >= since).reverse()
    const start = params.starting_after ? all.findIndex(({ id }) => id === params.starting_after) + 1 : 0
    const end = start + Number(params.limit ?? 10)
    const data = all.slice(start, end).map((intent) => toJson(intent, params))
    return toList(data, end < all.length)
  }

  #search(query: string): unknown {
    if (!this.hasSearch) throw new ApiError(400, { type: 'invalid_request_error', message: 'no search here' })
    const [, key] = /^metadata\['marquee_payment'\]:'(.*)'$/.exec(query)!
    const found = this.isIndexed ? this.ledger.find(key!) : undefined
    return { ...toList(found ? [toJson(found, {})] : []), object: 'search_result', next_page: null }
  }
}

export interface EventOptions {
  /** Our key of the payment that it is about. */
  readonly key?: string
  /** What it is about, instead of a payment. */
  readonly object?: object
  readonly id?: string
  readonly secret?: string
  readonly ageSeconds?: number
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string
}

function toCall(method: string, path: string): Call {
  const [, , resource, id, verb] = path.split('/')
  if (resource === 'refunds') return method === 'POST' ? 'refund' : 'listRefunds'
  if (id === 'search') return 'search'
  if (method === 'GET') return id === undefined ? 'list' : 'retrieve'
  return id === undefined ? 'create' : (verb as 'capture' | 'cancel')
}

/** Its charge is told by its id alone, unless it is asked for. */
function toJson(intent: Intent, { expand }: Params): unknown {
  const isExpanded = Array.isArray(expand) && expand.some((path) => String(path).endsWith('latest_charge'))
  return isExpanded ? intent : { ...intent, latest_charge: intent.latest_charge?.id ?? null }
}

function toList(data: unknown[], hasMore = false) {
  return { object: 'list', data, has_more: hasMore }
}

const TYPES: Readonly<Record<number, string>> = { 401: 'invalid_request_error', 409: 'idempotency_error' }

function toError(status: number): Answer {
  const type = TYPES[status] ?? 'api_error'
  return { status, body: { error: { type, message: `a planned ${status}` } } }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const headers = { 'content-type': 'application/json', 'request-id': newId('req') }
  response.writeHead(status, headers).end(JSON.stringify(body))
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
