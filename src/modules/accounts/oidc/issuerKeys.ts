import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWTHeaderParameters,
  type RemoteJWKSet,
} from 'jose'
import { z } from 'zod'
import type { Logger } from '../../../lib/logger.js'

/** Thrown when a token cannot be judged, as its issuer is not to be reached and the key is not known. */
export class IssuerUnavailableError extends Error {
  override readonly name = 'IssuerUnavailableError'
}

export interface IssuerKeysOptions {
  readonly issuer: string
  /** Null for the one that the issuer's discovery tells. */
  readonly jwksUrl: string | null
  readonly log: Logger
}

const TIMEOUT_MS = 3_000
/** How long an issuer is left alone that was not to be reached, or has told all of its keys. */
const PAUSE_MS = 1_000
/** A key that the issuer has withdrawn is good for so long. */
const MAX_AGE_MS = 600_000

/** The public keys of an outside issuer. New ones are asked for when a token names one; without the issuer, the known ones stay. */
export class IssuerKeys {
  readonly #options: IssuerKeysOptions
  #keys: RemoteJWKSet | null = null
  #opening: Promise<RemoteJWKSet> | null = null
  #awayUntil = 0

  constructor(options: IssuerKeysOptions) {
    this.#options = options
  }

  /**
   * The key that a token names.
   *
   * @throws {errors.JOSEError} when the issuer has no such key.
   * @throws {IssuerUnavailableError} when nobody can tell.
   */
  async find(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    if (performance.now() < this.#awayUntil) return this.#findKnown(header, token)
    const hadJustTold = this.#keys?.coolingDown ?? false
    try {
      const keys = await this.#open()
      return await keys(header, token)
    } catch (error) {
      // It may be newer than what was told a moment ago.
      if (error instanceof errors.JWKSNoMatchingKey && hadJustTold) throw unavailable(error)
      if (isVerdict(error)) throw error
      this.#awayUntil = performance.now() + PAUSE_MS
      this.#options.log.warn({ err: error }, 'the outside issuer of access tokens is not to be reached')
      return this.#findKnown(header, token)
    }
  }

  async #findKnown(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    const known = this.#keys?.jwks()
    if (known === undefined) throw unavailable()
    try {
      return await createLocalJWKSet(known)(header, token)
    } catch (error) {
      throw error instanceof errors.JWKSNoMatchingKey ? unavailable(error) : error
    }
  }

  async #open(): Promise<RemoteJWKSet> {
    if (this.#keys !== null) return this.#keys
    this.#opening ??= this.#discover().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #discover(): Promise<RemoteJWKSet> {
    const url = this.#options.jwksUrl ?? (await discoverJwksUrl(this.#options.issuer))
    const times = { timeoutDuration: TIMEOUT_MS, cooldownDuration: PAUSE_MS, cacheMaxAge: MAX_AGE_MS }
    this.#keys = createRemoteJWKSet(new URL(url), times)
    return this.#keys
  }
}

/** Source: https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation */
async function discoverJwksUrl(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json()).jwks_uri
}

/** Whether an error says something of the token, and not of the way to its issuer. */
function isVerdict(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  )
}

function unavailable(cause?: unknown): IssuerUnavailableError {
  return new IssuerUnavailableError('the issuer of the token is not to be reached, and the key is not known', { cause })
}
