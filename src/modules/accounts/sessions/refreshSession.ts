import type { RefreshSessionInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { hashSecretToken, makeSecretToken } from '../../../lib/secretToken.js'
import type { AccountServices } from '../session.js'
import { judgeRefreshToken } from './refreshToken.js'
import { tellOfRevoked } from './revokedSessions.js'
import { lockRefreshToken, type RevokedSession, type Rotation, revokeSession, rotate } from './sessionStore.js'
import { type SessionTokens, timesOf } from './signInTo.js'

export type RefreshSessionOutcome =
  | (SessionTokens & { readonly __typename: 'RefreshSessionSuccess' })
  | { readonly __typename: 'InvalidRefreshTokenError' | 'RefreshTokenReusedError'; readonly message: string }

/** What became of a refresh token. */
type Use =
  | { readonly kind: 'good'; readonly sessionId: string; readonly accountId: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'reused'; readonly revoked: readonly RevokedSession[] }

const OVER = { __typename: 'InvalidRefreshTokenError', message: 'The session is over: sign in again.' } as const
const REUSED = {
  __typename: 'RefreshTokenReusedError',
  message: 'The refresh token was used before. Somebody else may have it, so the session is ended: sign in again.',
} as const

/** Gives a session new tokens for its refresh token, which is used up by that. */
export async function refreshSession(
  services: AccountServices,
  { refreshToken }: RefreshSessionInput,
): Promise<RefreshSessionOutcome> {
  const usedHash = hashSecretToken(refreshToken)
  if (usedHash === null) return OVER
  const { accessUntil, ...times } = timesOf(services)
  const newToken = makeSecretToken()
  const rotation = { ...times, accessUntil, usedHash, newHash: hashSecretToken(newToken)! }
  const used = await services.db.transactLocking((tx) => use(tx, rotation))
  if (used.kind === 'over') return OVER
  if (used.kind === 'reused') {
    tellOfRevoked(services.pubsub, used.revoked)
    return REUSED
  }
  const { sessionId, accountId } = used
  const accessToken = await services.tokens.issue({ accountId, sessionId, expiresAt: accessUntil })
  return { __typename: 'RefreshSessionSuccess', accessToken, expiresAt: accessUntil, refreshToken: newToken }
}

async function use(tx: Transaction, rotation: Omit<Rotation, 'sessionId'>): Promise<Use> {
  const { usedHash, now } = rotation
  const found = await lockRefreshToken(tx, usedHash)
  if (found === null) return { kind: 'over' }
  const { sessionId, accountId } = found
  const kind = judgeRefreshToken(found, now)
  if (kind === 'reused') return { kind, revoked: await revokeSession(tx, sessionId, now) }
  if (kind === 'over') return { kind }
  await rotate(tx, { ...rotation, sessionId })
  return { kind, sessionId, accountId }
}
