import { errors, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../lib/clock.js'
import type { OutsideIssuer } from './oidc/outsideIssuer.js'
import { CHECK_AGAIN_MS } from './oidc/signedOutAccounts.js'
import type { RevokedSessions } from './sessions/revokedSessions.js'

/** On whose behalf a request runs. */
export interface Viewer {
  readonly accountId: string
  /** Null for a token of an outside issuer, or from before there were sessions. */
  readonly sessionId: string | null
  /** When its token ends. */
  readonly expiresAt: Date
  /** When an outside issuer has issued its token, 1970 where that is not said. Left out for all others. */
  readonly issuedAt?: Date
}

export interface AccessTokenOptions {
  /** At least 32 characters. */
  readonly secret: string
  readonly ttlSeconds: number
  readonly clock: Clock
  readonly revoked: RevokedSessions
  /** Null where all tokens are our own. */
  readonly outside: OutsideIssuer | null
}

/** What a token says. */
export interface Grant {
  readonly accountId: string
  readonly sessionId: string
  /** Of whole seconds, as `endOf` gives it. */
  readonly expiresAt: Date
}

const ISSUER = 'marquee'
const ALGORITHM = 'HS256'
const MAX_REMEMBERED = 20_000

/**
 * Issues and verifies access tokens: JWTs (RFC 7519) signed by HS256, whose subject is the account and whose `sid` is the session.
 * Those of an outside issuer are verified as well, where one is configured.
 */
export class AccessTokens {
  readonly #key: Uint8Array
  readonly #options: AccessTokenOptions
  /** Tokens whose signature was checked, so that a client's second request does not pay for it again. */
  readonly #verified = new LRUCache<string, Viewer>({ max: MAX_REMEMBERED })

  constructor(options: AccessTokenOptions) {
    this.#options = options
    this.#key = new TextEncoder().encode(options.secret)
  }

  /** When a token ends that is issued at a time. */
  endOf(issuedAt: Date): Date {
    return new Date((Math.floor(issuedAt.getTime() / 1000) + this.#options.ttlSeconds) * 1000)
  }

  async issue({ accountId, sessionId, expiresAt }: Grant): Promise<string> {
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(accountId)
      .setIssuedAt(this.#options.clock.now())
      .setExpirationTime(expiresAt)
      .sign(this.#key)
  }

  /**
   * Whom the token speaks for, null if it is expired, forged or no token at all, or if its session is revoked or
   * its account has signed out everywhere since.
   *
   * @throws {IssuerUnavailableError} when that cannot be told, as an outside issuer is not to be reached.
   */
  async verify(token: string): Promise<Viewer | null> {
    const viewer = this.#verified.get(token) ?? (await this.#check(token))
    return viewer !== null && this.isCurrent(viewer) ? viewer : null
  }

  /**
   * Whether the token of a viewer is still good: it has not ended, and its session is not revoked; or its outside issuer still vouches
   * for it, and its account has not signed out everywhere since.
   */
  isCurrent(viewer: Viewer): boolean {
    const { clock, revoked, outside } = this.#options
    const now = clock.now()
    if (!(viewer.expiresAt > now)) return false
    return viewer.sessionId === null ? (outside?.isCurrent(viewer, now) ?? true) : !revoked.has(viewer.sessionId)
  }

  async #check(token: string): Promise<Viewer | null> {
    const now = this.#options.clock.now()
    const { outside } = this.#options
    const isOutside = outside?.hasIssued(token) ?? false
    const viewer = isOutside ? await outside!.verify(token, now) : await this.#checkOwn(token, now)
    if (viewer !== null) this.#verified.set(token, viewer, isOutside ? { ttl: CHECK_AGAIN_MS } : {})
    return viewer
  }

  async #checkOwn(token: string, currentDate: Date): Promise<Viewer | null> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        issuer: ISSUER,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'exp'],
        currentDate,
      })
      const sessionId = typeof payload.sid === 'string' ? payload.sid : null
      return { accountId: payload.sub!, sessionId, expiresAt: new Date(payload.exp! * 1000) }
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }
}
