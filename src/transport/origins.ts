import type { IncomingMessage } from 'node:http'

const EXPOSED = ['access-control-expose-headers', 'x-request-id, retry-after']
const TO_ANY = ['access-control-allow-origin', '*', ...EXPOSED]
const BY_ORIGIN = ['vary', 'origin']
/** What a browser says of requests that no other site has caused: https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header */
const OWN_SITES = new Set(['none', 'same-origin'])

/**
 * Whose web pages may ask, and read the answers: those of some origins, and our own. Nothing here is authorized by a cookie, so what
 * other pages could do is to ask as a stranger from where their visitors are.
 */
export class Origins {
  readonly #allowed: ReadonlySet<string> | null
  readonly #protocol: string

  /** Null for any. Our own are at `publicUrl`, and by its protocol at whatever host we are asked by. */
  constructor(allowed: readonly string[] | null, publicUrl: string) {
    const { origin, protocol } = new URL(publicUrl)
    this.#allowed = allowed === null ? null : new Set([...allowed, origin])
    this.#protocol = protocol
  }

  /**
   * Whether a request may come from where it does. What browsers send without an origin for a page of another site, as forms, images and
   * links, never is; what is no browser says nothing of a site.
   */
  isWelcome({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers
    if (origin !== undefined) return this.#isAllowed(origin, host)
    const site = headers['sec-fetch-site']
    return site === undefined || OWN_SITES.has(String(site))
  }

  /** The headers of an answer by which a browser knows whether the page may read it, names and values in turn. */
  headersFor({ headers: { origin, host } }: IncomingMessage): readonly string[] {
    if (this.#allowed === null) return TO_ANY
    if (origin === undefined || !this.#isAllowed(origin, host)) return BY_ORIGIN
    return ['access-control-allow-origin', origin, ...EXPOSED, ...BY_ORIGIN]
  }

  #isAllowed(origin: string, host: string | undefined): boolean {
    if (this.#allowed === null || this.#allowed.has(origin)) return true
    return host !== undefined && origin === `${this.#protocol}//${host}`
  }
}
