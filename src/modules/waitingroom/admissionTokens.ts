import { hkdfSync } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Admission } from './liveRoom.js'

/** What a token says whose signature is right. */
export type AdmissionClaims = Pick<Admission, 'accountId' | 'roomId' | 'expiresAt'>

const ALGORITHM = 'HS256'
const ISSUER = 'marquee'
const AUDIENCE = 'holdSeats'
const TYPE = 'admission+jwt'
const MAX_LENGTH = 1_000
const CHECK = { issuer: ISSUER, audience: AUDIENCE, typ: TYPE, algorithms: [ALGORITHM], requiredClaims: ['sub', 'exp'] }

/**
 * Signs and reads admissions: JWTs (RFC 7519) by a key of their own, so that none is ever taken for an access token, nor the other way
 * round. The same admission has the same token on every server.
 */
export class AdmissionTokens {
  readonly #key: Uint8Array

  /** `secret` is that of all servers, from which the key is derived. */
  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', 'marquee: admissions of waiting rooms', 32))
  }

  async sign({ accountId, roomId, showId, admittedAt, expiresAt }: Admission): Promise<string> {
    return new SignJWT({ room: roomId, show: showId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(accountId)
      .setIssuedAt(Math.floor(admittedAt.getTime() / 1000))
      .setExpirationTime(expiresAt.getTime() / 1000)
      .sign(this.#key)
  }

  /** What a token says, also one that is expired; null if it is forged or none of ours. */
  async read(token: string): Promise<AdmissionClaims | null> {
    if (token.length > MAX_LENGTH) return null
    try {
      const { payload } = await jwtVerify(token, this.#key, { ...CHECK, currentDate: new Date(0) })
      return { accountId: payload.sub!, roomId: payload.room as number, expiresAt: new Date(payload.exp! * 1000) }
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }
}
