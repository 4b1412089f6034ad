import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { within } from '../within.js'
import type { AddressRules } from './addressRules.js'
import { type OutboundAnswer, post } from './post.js'

/** The addresses of a host, as DNS tells them at this moment. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface OutboundOptions {
  readonly rules: AddressRules
  /** Whether http:// may be called as well as https://. */
  readonly allowsHttp: boolean
  /** The resolver of the system when left out. */
  readonly resolve?: Resolve
}

export interface OutboundRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For all of it, from the look-up of the host to the end of what is read of the answer. */
  readonly timeoutMs: number
}

/** Thrown for what may not be called; the message says why, for whoever gave the address. */
export class ForbiddenUrlError extends Error {
  override readonly name = 'ForbiddenUrlError'
}

/**
 * Calls addresses that others have given: of the internet alone, however their hosts are named. A host is resolved, each of its addresses is
 * checked, and the connection is made to these very addresses: what DNS says a moment later changes nothing.
 */
export class Outbound {
  readonly #options: OutboundOptions

  constructor(options: OutboundOptions) {
    this.#options = options
  }

  /** @throws {ForbiddenUrlError} when a URL may not be called, or its host is not known. */
  async check(url: string, timeoutMs: number): Promise<void> {
    await this.#resolve(this.#parse(url), timeoutMs)
  }

  /**
   * Posts a body, follows no redirect, and reads the first part of the answer, whatever its status is.
   *
   * @throws {ForbiddenUrlError} when the URL may not be called; {Error} when there is no answer in time.
   */
  async post({ url, headers, body, timeoutMs }: OutboundRequest): Promise<OutboundAnswer> {
    const deadline = performance.now() + timeoutMs
    const parsed = this.#parse(url)
    const addresses = await this.#resolve(parsed, timeoutMs)
    return post({
      url: parsed,
      headers,
      body,
      addresses,
      timeoutMs: Math.max(1, Math.ceil(deadline - performance.now())),
    })
  }

  #parse(text: string): URL {
    if (!URL.canParse(text)) throw new ForbiddenUrlError('This is not a URL.')
    const url = new URL(text)
    const { allowsHttp } = this.#options
    if (url.protocol !== 'https:' && !(allowsHttp && url.protocol === 'http:')) {
      throw new ForbiddenUrlError('A URL begins with https://.')
    }
    if (url.username !== '' || url.password !== '') throw new ForbiddenUrlError('A URL has no user and no password.')
    return url
  }

  async #resolve({ hostname }: URL, timeoutMs: number): Promise<readonly string[]> {
    const host = hostname.replace(/^\[(.*)\]$/, '$1')
    const addresses = isIP(host) === 0 ? await this.#lookUp(host, timeoutMs) : [host]
    if (addresses.length === 0) throw new ForbiddenUrlError('The host of this URL is not known.')
    // One that is inside is enough to refuse all: nobody has such a host by accident.
    if (!addresses.every((address) => this.#options.rules.allow(address))) {
      throw new ForbiddenUrlError('The host of this URL is not on the internet.')
    }
    return addresses
  }

  /** None for a host that is not known. */
  async #lookUp(host: string, timeoutMs: number): Promise<readonly string[]> {
    const { resolve = resolveBySystem } = this.#options
    return within(timeoutMs, resolve(host), () => []).catch(() => [])
  }
}

async function resolveBySystem(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}
