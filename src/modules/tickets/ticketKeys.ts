import { createHmac, createPublicKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'
import { CompactSign, calculateJwkThumbprint, compactVerify, errors, type JSONWebKeySet, type JWK } from 'jose'
import { intKeyOf, isUuid } from '../../lib/globalId.js'
import { parseSigningKey } from '../../lib/signingKey.js'
import type { CodeClaims } from './ticket.js'

const ALGORITHM = 'EdDSA'
const MAX_CODE_LENGTH = 1_000
const KID_LENGTH = 8
const UUID_BYTES = 16
const MAC_BYTES = 16
const TOKEN = /^[\w-]{43}$/

/** What a code says, null for a show that is none. */
export interface ReadCode {
  readonly ticketId: string
  readonly showId: number | null
}

/**
 * Signs what tickets show, and seals what their URLs are made of. Codes are JWTs (RFC 7519) signed by Ed25519 (RFC 8037), which
 * a scanner verifies offline by `jwks`. Tokens are a uuid with a MAC of 128 bits over it: nothing that opens a ticket is in the
 * database.
 */
export class TicketKeys {
  /** The public key, as /.well-known/jwks.json shows it (RFC 7517). */
  readonly jwks: JSONWebKeySet
  readonly #key: KeyObject
  readonly #publicKey: KeyObject
  readonly #macKey: Buffer
  readonly #kid: string

  private constructor(key: KeyObject, publicJwk: JWK, kid: string) {
    this.#key = key
    this.#publicKey = createPublicKey(key)
    this.#kid = kid
    this.#macKey = deriveMacKey(key)
    this.jwks = { keys: [{ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }] }
  }

  /**
   * The keys that follow from a private key as parseSigningKey reads it.
   *
   * @throws {Error} when it is none.
   */
  static async open(privateKey: string): Promise<TicketKeys> {
    const key = parseSigningKey(privateKey)
    if (key === null) throw new Error('the key of tickets is no Ed25519 private key')
    const publicJwk = createPublicKey(key).export({ format: 'jwk' }) as JWK
    // Short, as each character makes the QR code denser.
    const kid = (await calculateJwkThumbprint(publicJwk)).slice(0, KID_LENGTH)
    return new TicketKeys(key, publicJwk, kid)
  }

  /** The same code for the same claims, whenever it is made. */
  async sign(claims: CodeClaims): Promise<string> {
    const payload = new TextEncoder().encode(JSON.stringify(claims))
    return new CompactSign(payload).setProtectedHeader({ alg: ALGORITHM, kid: this.#kid }).sign(this.#key)
  }

  /** What a code was signed for, also when its time is over. Null for what we have not signed. */
  async readCode(code: string): Promise<ReadCode | null> {
    if (code.length > MAX_CODE_LENGTH) return null
    try {
      const { payload } = await compactVerify(code, this.#publicKey, { algorithms: [ALGORITHM] })
      const { jti, show } = JSON.parse(new TextDecoder().decode(payload)) as CodeClaims
      return isUuid(jti) ? { ticketId: jti, showId: intKeyOf('Show', show) } : null
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  /** The unguessable token of a uuid for one purpose, which may depend on more than the uuid. */
  toToken(uuid: string, ...purpose: readonly string[]): string {
    const id = Buffer.from(uuid.replaceAll('-', ''), 'hex')
    return Buffer.concat([id, this.#mac(uuid, purpose)]).toString('base64url')
  }

  /** Whether a token was made by `toToken` of the same. */
  isToken(token: string, uuid: string, ...purpose: readonly string[]): boolean {
    const [given, right] = [Buffer.from(token), Buffer.from(this.toToken(uuid, ...purpose))]
    return given.length === right.length && timingSafeEqual(given, right)
  }

  #mac(uuid: string, purpose: readonly string[]): Buffer {
    const text = JSON.stringify([uuid, ...purpose])
    return createHmac('sha256', this.#macKey).update(text).digest().subarray(0, MAC_BYTES)
  }
}

/** The uuid that a token claims to be of, null for what is no token. */
export function uuidOf(token: string): string | null {
  if (!TOKEN.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, UUID_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function deriveMacKey(key: KeyObject): Buffer {
  const seed = Buffer.from(key.export({ format: 'jwk' }).d!, 'base64url')
  return Buffer.from(hkdfSync('sha256', seed, '', 'marquee: tokens of tickets', 32))
}
