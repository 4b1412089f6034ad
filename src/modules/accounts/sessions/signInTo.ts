import { randomUUID } from 'node:crypto'
import { hashSecretToken, makeSecretToken } from '../../../lib/secretToken.js'
import type { AccountServices } from '../session.js'
import type { Account } from '../store.js'
import { insertSession } from './sessionStore.js'

/** What speaks for a session. */
export interface SessionTokens {
  readonly accessToken: string
  /** When the access token ends. */
  readonly expiresAt: Date
  readonly refreshToken: string
}

/** An account with the tokens that speak for it. */
export interface SignedIn extends SessionTokens {
  readonly viewer: Account
}

/** Opens a session for an account. Null if its password is no longer the one that was read: nothing is opened then. */
export async function signInTo(services: AccountServices, account: Account): Promise<SignedIn | null> {
  const { db, tokens } = services
  const { now, expiresAt, accessUntil } = timesOf(services)
  const [id, refreshToken] = [randomUUID(), makeSecretToken()]
  const { id: accountId, passwordHash } = account
  const tokenHash = hashSecretToken(refreshToken)!
  if (!(await insertSession(db, { id, accountId, passwordHash, now, expiresAt, accessUntil, tokenHash }))) return null
  const accessToken = await tokens.issue({ accountId, sessionId: id, expiresAt: accessUntil })
  return { accessToken, expiresAt: accessUntil, refreshToken, viewer: account }
}

/** When what is given now ends: the session unless it is refreshed, and its access token. */
export function timesOf({ clock, tokens, config }: AccountServices) {
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + config.sessionTtlSeconds * 1_000)
  return { now, expiresAt, accessUntil: tokens.endOf(now) }
}
