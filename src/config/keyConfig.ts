import { z } from 'zod'
import { parseSigningKey } from '../lib/signingKey.js'
import type { serverVariables } from './serverConfig.js'
import { ConfigError, seconds, type Values } from './variables.js'

/** What the server signs with. */
export interface KeyConfig {
  /** Null for one that is made once and kept in the data folder. */
  readonly jwtSecret: string | null
  readonly accessTokenTtlSeconds: number
  /** As parseSigningKey reads it. Null for one that is made once and kept in the data folder. */
  readonly ticketSigningKey: string | null
}

const HOW_TO_MAKE_A_KEY = 'as from `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`'

export const keyVariables = {
  JWT_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 characters that nobody can guess, as from `openssl rand -base64 48`'),
  ACCESS_TOKEN_TTL_SECONDS: seconds(3_600),
  TICKET_SIGNING_KEY: z
    .string()
    .refine((value) => parseSigningKey(value) !== null)
    .optional()
    .describe(`an Ed25519 private key, ${HOW_TO_MAKE_A_KEY}`),
}

type KeyValues = Values<typeof keyVariables & Pick<typeof serverVariables, 'NODE_ENV' | 'DATABASE_URL'>>

/** @throws {ConfigError} when several servers could make up keys of their own. */
export function toKeyConfig(values: KeyValues): KeyConfig {
  checkShared(values)
  return {
    jwtSecret: values.JWT_SECRET ?? null,
    accessTokenTtlSeconds: values.ACCESS_TOKEN_TTL_SECONDS,
    ticketSigningKey: values.TICKET_SIGNING_KEY ?? null,
  }
}

/** Several servers on one database have to agree on the secrets: none of them may make up its own. */
function checkShared({ NODE_ENV, DATABASE_URL, JWT_SECRET, TICKET_SIGNING_KEY }: KeyValues): void {
  if (NODE_ENV !== 'production' || DATABASE_URL === undefined) return
  if (JWT_SECRET === undefined) {
    throw new ConfigError(
      'JWT_SECRET is not set, and all servers of a DATABASE_URL have to share one. Set it to what `openssl rand -base64 48` prints.',
    )
  }
  if (TICKET_SIGNING_KEY === undefined) {
    throw new ConfigError(
      `TICKET_SIGNING_KEY is not set, and all servers of a DATABASE_URL have to share one. Set it to an Ed25519 private key, ${HOW_TO_MAKE_A_KEY}.`,
    )
  }
}
