import type { ChangePasswordInput } from '../../generated/graphql.js'
import type { Viewer } from './accessTokens.js'
import { viewerOf } from './authorize.js'
import { deleteEmailTokens } from './emails/emailTokenStore.js'
import { hashPassword, type InvalidPassword, judgePassword, verifyPassword } from './password.js'
import type { AccountServices } from './session.js'
import { tellOfRevoked } from './sessions/revokedSessions.js'
import { revokeSessions } from './sessions/sessionStore.js'
import { findAccount, replacePassword } from './store.js'

export type ChangePasswordOutcome =
  | { readonly __typename: 'ChangePasswordSuccess'; readonly endedSessions: number }
  | { readonly __typename: 'WrongPasswordError'; readonly message: string }
  | InvalidPassword

const WRONG = { __typename: 'WrongPasswordError', message: 'That is not the password of this account.' } as const

/** Sets another password by the present one, and ends the other sessions of the account. */
export async function changePassword(
  services: AccountServices & { readonly viewer: Viewer | null },
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<ChangePasswordOutcome> {
  const { accountId, sessionId } = viewerOf(services)
  const { db, clock, pubsub } = services
  const invalid = judgePassword(newPassword)
  if (invalid !== null) return invalid
  const before = (await findAccount(db, accountId))?.passwordHash ?? null
  if (before === null || !(await verifyPassword(currentPassword, before))) return WRONG
  const after = await hashPassword(newPassword)
  const revocation = { accountId, except: sessionId, now: clock.now() }
  const revoked = await db.transactLocking(async (tx) => {
    // Of two changes at once, the second is by a password that is no longer the present one.
    if (!(await replacePassword(tx, accountId, { before, after }))) return null
    await deleteEmailTokens(tx, accountId, 'PASSWORD_RESET')
    return revokeSessions(tx, revocation)
  })
  if (revoked === null) return WRONG
  tellOfRevoked(pubsub, revoked)
  return { __typename: 'ChangePasswordSuccess', endedSessions: revoked.length }
}
