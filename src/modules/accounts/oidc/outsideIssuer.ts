import { decodeJwt, errors, type FlattenedJWSInput, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Database } from '../../../lib/db/index.js'
import type { Viewer } from '../accessTokens.js'
import { emailRules } from '../emails/emailRules.js'
import { findIdentity, insertIdentity, type NewIdentity } from './identityStore.js'
import { IssuerKeys, type IssuerKeysOptions } from './issuerKeys.js'

export interface OutsideIssuerOptions extends IssuerKeysOptions {
  /** Whom its tokens have to be for: us. */
  readonly audience: string
  readonly db: Database
}

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
    const payload = await this.#check(token, now)
    const subject = subjectOf.safeParse(payload?.sub)
    if (payload === null || !subject.success) return null
    const accountId = await this.#findAccount(payload, subject.data, now)
    return { accountId, sessionId: null, expiresAt: new Date(payload.exp! * 1000) }
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

  async #findAccount(payload: JWTPayload, subject: string, now: Date): Promise<string> {
    const { db, issuer } = this.#options
    const known = await findIdentity(db, issuer, subject)
    return known ?? insertIdentity(db, { issuer, subject, ...readProfile(payload), now })
  }
}

/** What becomes part of the account. An address that the issuer has not verified could be anybody's. */
function readProfile(payload: JWTPayload): Pick<NewIdentity, 'name' | 'email'> {
  const email = payload.email_verified === true ? emailRules.safeParse(payload.email) : null
  return { name: nameOf.safeParse(payload.name).data ?? null, email: email?.data ?? null }
}
