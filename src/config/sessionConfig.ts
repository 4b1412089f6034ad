import { z } from 'zod'
import { ConfigError, seconds, urlOf, type Values } from './variables.js'

/** How long people stay signed in, and who else signs them in. */
export interface SessionConfig {
  /** How long a session lasts that is not refreshed. */
  readonly sessionTtlSeconds: number
  /** Null where all access tokens are our own. */
  readonly oidc: OidcConfig | null
}

/** An issuer of access tokens, by OpenID Connect. */
export interface OidcConfig {
  /** As its tokens have it in `iss`. */
  readonly issuer: string
  /** As its tokens for us have it in `aud`. */
  readonly audience: string
  /** Null for the one that its discovery tells. */
  readonly jwksUrl: string | null
}

export const sessionVariables = {
  SESSION_TTL_SECONDS: seconds(2_592_000),
  OIDC_ISSUER: urlOf('http', 'https').describe(
    'the URL of an issuer, as its tokens have it, like https://id.example.org/',
  ),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: urlOf('http', 'https').describe('a URL like https://id.example.org/jwks.json'),
}

type SessionValues = Values<typeof sessionVariables>

/** @throws {ConfigError} when an issuer is told of in part: its tokens for others would be taken, or none at all. */
export function toSessionConfig(values: SessionValues): SessionConfig {
  return { sessionTtlSeconds: values.SESSION_TTL_SECONDS, oidc: toOidcConfig(values) }
}

function toOidcConfig(values: SessionValues): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl = null } = values
  if (issuer === undefined) {
    checkWithoutIssuer(values)
    return null
  }
  if (audience === undefined) {
    throw new ConfigError(
      'OIDC_AUDIENCE is not set, and OIDC_ISSUER is. Set it to what the tokens of the issuer have as their audience when they are for this API.',
    )
  }
  return { issuer, audience, jwksUrl }
}

function checkWithoutIssuer(values: SessionValues): void {
  const given = (['OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const).find((name) => values[name] !== undefined)
  if (given === undefined) return
  throw new ConfigError(
    `OIDC_ISSUER is not set, and ${given} is. Set it to ${sessionVariables.OIDC_ISSUER.description}.`,
  )
}
