import { errors, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../lib/clock.js'

/** On whose behalf a request runs. */
export interface Viewer {
  readonly accountId: string
}

export interface AccessTokenOptions {
  /** At least 32 characters. */
  readonly secret: string
  readonly ttlSeconds: number
  readonly clock: Clock
}

const ISSUER = 'marquee'
const ALGORITHM = 'HS256'
const MAX_REMEMBERED = 20_000

/** Issues and verifies access tokens: JWTs (RFC 7519) signed by HS256, whose subject is the account. */
export class AccessTokens {
  readonly #key: Uint8Array
  readonly #options: AccessTokenOptions
  /** Tokens whose signature was checked, so that a client's second request does not pay for it again. */
  readonly #verified = new LRUCache<string, { viewer: Viewer; expiresAtMs: number }>({ max: MAX_REMEMBERED })

  constructor(options: AccessTokenOptions) {
    this.#options = options
    this.#key = new TextEncoder().encode(options.secret)
  }

  async issue(accountId: string): Promise<string> {
    const now = Math.floor(this.#options.clock.now().getTime() / 1000)
    return new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(accountId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.#options.ttlSeconds)
      .sign(this.#key)
  }

  /** Whom the token speaks for, null if it is expired, forged or no token at all. */
  async verify(token: string): Promise<Viewer | null> {
    const now = this.#options.clock.now()
    const known = this.#verified.get(token) ?? (await this.#check(token, now))
    return known !== null && known.expiresAtMs > now.getTime() ? known.viewer : null
  }

  async #check(token: string, currentDate: Date) {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        issuer: ISSUER,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'exp'],
        currentDate,
      })
      const checked = { viewer: { accountId: payload.sub! }, expiresAtMs: payload.exp! * 1000 }
      this.#verified.set(token, checked)
      return checked
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }
}
