import { setTimeout as delay } from 'node:timers/promises'
import { keyOf } from '../../src/lib/globalId.js'
import type { Random } from '../kit/random.js'
import type { Transcript } from '../transcript.js'
import type { Market } from './market.js'
import { DOCUMENTS, type Mutation } from './operations.js'

export interface Request {
  readonly operation: Mutation | 'booking'
  readonly input: Readonly<Record<string, unknown>>
  readonly key?: string
}

interface Answered {
  /** Null when none came. */
  // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
  readonly answer: any
  /** Why none came. */
  readonly error: string | null
}

interface ClientOptions {
  readonly market: Market
  readonly transcript: Transcript
  readonly random: Random
}

const TIMEOUT_MS = 15_000
const SOON_MS = 500
const LATER_MS = 2_000
/** Outcomes that ask to send the same again. */
const NOT_YET = new Set(['RequestInProgressError', 'PaymentUnavailableError', 'ServerBusyError'])
const FINAL_ERRORS = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'])

/** Sends requests for one account as a careful client does: again, under the same key, until an answer comes. */
export class Client {
  readonly name: string
  readonly #options: ClientOptions
  #account: { readonly id: string; readonly token: string } | null = null

  constructor(name: string, options: ClientOptions) {
    this.name = name
    this.#options = options
  }

  /** Its key in the database, null before it has signed in. */
  get accountId(): string | null {
    return this.#account?.id ?? null
  }

  async signIn(): Promise<void> {
    while (this.#account === null && !this.#options.market.isOver) {
      const url = this.#options.market.pickServer(this.#options.random)?.url
      const { answer } = await catchBroken(() => this.#send(`${url}`, 'signInAsGuest', {}))
      if (answer !== null) this.#account = { id: keyOf('Account', answer.viewer.id)!, token: answer.accessToken }
      else await this.#pause(SOON_MS)
    }
  }

  /** The answer; null when the run is over, or the client lost patience, before one came. */
  // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
  async ask(request: Request, patience = Number.POSITIVE_INFINITY): Promise<any> {
    const { operation, input, key } = request
    const variables = operation === 'booking' ? input : { input: { ...input, ...(key && { idempotencyKey: key }) } }
    for (let tries = 0; tries < patience && !this.#options.market.isOver; tries++) {
      const { answer, error } = await this.#try(request, (url) => this.#send(url, operation, variables))
      const isLater = NOT_YET.has(answer?.__typename)
      if (error === null && !isLater) return answer
      // What no client of ours should ever be told: the checker will say so.
      if (FINAL_ERRORS.has(error ?? '')) return null
      await this.#pause(isLater ? LATER_MS : SOON_MS)
    }
    return null
  }

  /** Approves or declines a payment on the page that its buyer was sent to, as a bank's would be. */
  async decide(actionUrl: string, bookingId: string, isApproved: boolean): Promise<void> {
    const { pathname } = new URL(actionUrl)
    const decision = isApproved ? 'approve' : 'decline'
    const request = { operation: 'decide', input: { bookingId, pathname, decision } }
    while (!this.#options.market.isOver) {
      const { error } = await this.#try(request, (url) => postDecision(url + pathname, decision))
      if (error === null) return
      await this.#pause(SOON_MS)
    }
  }

  /** Sends it once to some server, and has it written down. */
  async #try(
    { operation, input, key = null }: { operation: string; input: Request['input']; key?: string | null },
    send: (url: string) => Promise<Answered>,
  ): Promise<Answered> {
    const { market, random, transcript } = this.#options
    const server = market.pickServer(random)
    if (server === null) return { answer: null, error: 'broken: no server' }
    const sentAt = new Date()
    const answered = await catchBroken(() => send(server.url!))
    const who = { buyer: this.name, accountId: this.#account!.id, server: server.name }
    transcript.add({ ...who, operation, input, key, sentAt, answeredAt: new Date(), ...answered })
    return answered
  }

  async #send(url: string, operation: keyof typeof DOCUMENTS, variables: object): Promise<Answered> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#account && { authorization: `Bearer ${this.#account.token}` }),
      },
      body: JSON.stringify({ query: DOCUMENTS[operation], variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
    const { data, errors } = (await response.json()) as any
    if (errors !== undefined) return { answer: null, error: errors[0].extensions?.code ?? errors[0].message }
    return { answer: data[operation], error: null }
  }

  async #pause(mostMs: number): Promise<void> {
    await delay(this.#options.random.between(50, mostMs))
  }
}

async function postDecision(url: string, decision: string): Promise<Answered> {
  const body = `decision=${decision}`
  const { status } = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) })
  // The page is for people, and says that it did not work by 500 alone.
  return status < 500 ? { answer: { __typename: `HTTP ${status}` }, error: null } : broken(`HTTP ${status}`)
}

async function catchBroken(send: () => Promise<Answered>): Promise<Answered> {
  try {
    return await send()
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    return broken(cause?.code ?? name)
  }
}

function broken(how: string): Answered {
  return { answer: null, error: `broken: ${how}` }
}
