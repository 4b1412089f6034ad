import { decodeJwt, errors, type FlattenedJWSInput, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Database } from '../../../lib/db/index.js'
import type { Viewer } from '../accessTokens.js'
import { emailRules } from '../emails/emailRules.js'
import { type FoundIdentity, findIdentity, insertIdentity, type NewIdentity } from './identityStore.js'
import { IssuerKeys, type IssuerKeysOptions } from './issuerKeys.js'
import { CHECK_AGAIN_MS, type SignedOutAccounts } from './signedOutAccounts.js'

export interface OutsideIssuerOptions extends IssuerKeysOptions {
  /** Whom its tokens have to be for: us. */
  readonly audience: string
  readonly db: Database
  readonly signedOut: SignedOutAccounts
}

/** A token that was checked. */
interface Checked {
  readonly token: string
  againAtMs: number
  isOver: boolean
}

/** So far the clock of the issuer may be ahead. A token that says to be issued later would outlive each sign-out until then. */
const MAX_AHEAD_MS = 60_000
/** When it is tried again where it could not be told whether a token is still good. */
const RETRY_MS = 5_000

/** A key of the issuer is public: with a symmetric algorithm everybody could sign by it. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

const subjectOf = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}+$/u)

const nameOf = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}+$/u)

/** Somebody else who signs people in: access tokens of theirs are good here, and whoever comes with one gets an account. */
export class OutsideIssuer {
  readonly #options: OutsideIssuerOptions
  readonly #keys: IssuerKeys
  /** What viewers were made of, as long as somebody has them: sockets do. */
  readonly #checked = new WeakMap<Viewer, Checked>()

  constructor(options: OutsideIssuerOptions) {
    this.#options = options
    this.#keys = new IssuerKeys(options)
  }

  /** Whether a token says that it is theirs. It proves nothing. */
  hasIssued(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.#options.issuer
    } catch (error) {
      if (error instanceof errors.JOSEError) return false
      throw error
    }
  }

  /**
   * Whom a token of theirs speaks for, null if it is not valid.
   *
   * @throws {IssuerUnavailableError} when nobody can tell.
   */
  async verify(token: string, now: Date): Promise<Viewer | null> {
    const viewer = await this.#identify(token, now)
    if (viewer !== null) this.#checked.set(viewer, { token, againAtMs: nextCheck(now), isOver: false })
    return viewer
  }

  /** Whether a token is still good that was, as far as that is known at once. From time to time it is checked again meanwhile. */
  isCurrent(viewer: Viewer, now: Date): boolean {
    const { accountId, issuedAt } = viewer
    if (issuedAt !== undefined && this.#options.signedOut.hasEnded(accountId, issuedAt)) return false
    const checked = this.#checked.get(viewer)
    if (checked === undefined) return true
    if (checked.againAtMs <= now.getTime()) void this.#checkAgain(checked, now)
    return !checked.isOver
  }

  /** Nobody is sent away because it cannot be told. */
  async #checkAgain(checked: Checked, now: Date): Promise<void> {
    checked.againAtMs = nextCheck(now)
    try {
      checked.isOver = (await this.#identify(checked.token, now)) === null
    } catch (err) {
      checked.againAtMs = now.getTime() + RETRY_MS
      this.#options.log.warn({ err }, 'a token of the outside issuer could not be checked again')
    }
  }

  async #identify(token: string, now: Date): Promise<Viewer | null> {
    const payload = await this.#check(token, now)
    const subject = subjectOf.safeParse(payload?.sub)
    if (payload === null || !subject.success) return null
    const times = readTimes(payload, now)
    if (times === null) return null
    const { id, signedOutAt } = await this.#findAccount(payload, subject.data, now)
    return signedOutAt !== null && times.issuedAt <= signedOutAt ? null : { accountId: id, sessionId: null, ...times }
  }

  async #check(token: string, currentDate: Date): Promise<JWTPayload | null> {
    const { issuer, audience } = this.#options
    const findKey = (header: JWTHeaderParameters, jws: FlattenedJWSInput) => this.#keys.find(header, jws)
    const wanted = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['sub', 'exp'], currentDate }
    try {
      return (await jwtVerify(token, findKey, wanted)).payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  async #findAccount(payload: JWTPayload, subject: string, now: Date): Promise<FoundIdentity> {
    const { db, issuer } = this.#options
    const known = await findIdentity(db, issuer, subject)
    return known ?? insertIdentity(db, { issuer, subject, ...readProfile(payload), now })
  }
}

/** Not of all at once: many sockets come at once after a start. */
function nextCheck(now: Date): number {
  return now.getTime() + (CHECK_AGAIN_MS * (1 + Math.random())) / 2
}

/** When a token was issued and ends; null where that cannot be. One that does not say when it was issued is older than each sign-out. */
function readTimes({ iat = 0, exp }: JWTPayload, now: Date): Pick<Required<Viewer>, 'issuedAt' | 'expiresAt'> | null {
  const issuedAt = new Date(Math.max(0, iat * 1000))
  const expiresAt = new Date(exp! * 1000)
  const isPossible = issuedAt.getTime() <= now.getTime() + MAX_AHEAD_MS && expiresAt > now
  return isPossible ? { issuedAt, expiresAt } : null
}

/** What becomes part of the account. An address that the issuer has not verified could be anybody's. */
function readProfile(payload: JWTPayload): Pick<NewIdentity, 'name' | 'email'> {
  const email = payload.email_verified === true ? emailRules.safeParse(payload.email) : null
  return { name: nameOf.safeParse(payload.name).data ?? null, email: email?.data ?? null }
}
