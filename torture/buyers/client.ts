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
  // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
  readonly answer: any
  readonly error: string | null
}

const TIMEOUT_MS = 15_000
/** Outcomes that ask to send the same again. */
const NOT_YET = new Set(['RequestInProgressError', 'PaymentUnavailableError'])
const FINAL_ERRORS = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'])

/** Sends requests for one account as a careful client does: again, under the same key, until an answer comes. */
export class Client {
  readonly name: string
  readonly #market: Market
  readonly #transcript: Transcript
  readonly #random: Random
  #account: { readonly id: string; readonly token: string } | null = null

  constructor(
    name: string,
    { market, transcript, random }: { market: Market; transcript: Transcript; random: Random },
  ) {
    this.name = name
    this.#market = market
    this.#transcript = transcript
    this.#random = random
  }

  async signIn(): Promise<void> {
    while (this.#account === null && !this.#market.isOver) {
      const { answer } = await this.#send('signInAsGuest', {})
      if (answer !== null) this.#account = { id: keyOf('Account', answer.viewer.id)!, token: answer.accessToken }
      else await this.#pause()
    }
  }

  /** The answer; null when the run is over, or the client lost patience, before one came. */
  // biome-ignore lint/suspicious/noExplicitAny: what a client asked for is what it gets
  async ask(request: Request, patience = Number.POSITIVE_INFINITY): Promise<any> {
    for (let tries = 0; tries < patience && !this.#market.isOver; tries++) {
      const { answer, error } = await this.#try(request)
      if (error === null && !NOT_YET.has(answer?.__typename)) return answer
      // What no client of ours should ever be told: the checker will say so.
      if (FINAL_ERRORS.has(error ?? '')) return null
      await this.#pause()
    }
    return null
  }

  /** Approves or declines a payment on the page that its buyer was sent to, as a bank's would be. */
  async decide(actionUrl: string, isApproved: boolean): Promise<void> {
    while (!this.#market.isOver) {
      const url = this.#market.pickServer(this.#random)?.url
      const body = `decision=${isApproved ? 'approve' : 'decline'}`
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const response = await fetch(`${url}${new URL(actionUrl).pathname}`, { method: 'POST', body, signal }).catch(
        () => null,
      )
      if (response !== null && response.status < 500) return
      await this.#pause()
    }
  }

  async #try({ operation, input, key }: Request): Promise<Answered> {
    const server = this.#market.pickServer(this.#random)
    if (server === null) return { answer: null, error: 'broken: no server' }
    const sentAt = new Date()
    const variables = operation === 'booking' ? input : { input: { ...input, ...(key && { idempotencyKey: key }) } }
    const { answer, error } = await this.#send(operation, variables, server.url)
    const { id: accountId } = this.#account!
    const told = { operation, input, key: key ?? null, server: server.name, sentAt, answeredAt: new Date() }
    this.#transcript.add({ buyer: this.name, accountId, ...told, answer, error })
    return { answer, error }
  }

  async #send(
    operation: keyof typeof DOCUMENTS,
    variables: object,
    url = this.#market.pickServer(this.#random)?.url,
  ): Promise<Answered> {
    try {
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
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: string } }
      return { answer: null, error: `broken: ${cause?.code ?? name}` }
    }
  }

  async #pause(): Promise<void> {
    await delay(this.#random.between(50, 500))
  }
}
