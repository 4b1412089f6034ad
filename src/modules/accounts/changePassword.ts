import type { ChangePasswordInput } from '../../generated/graphql.js'
import type { TooOften } from '../../lib/rateLimits/rateLimits.js'
import type { Viewer } from './accessTokens.js'
import { viewerOf } from './authorize.js'
import { deleteEmailTokens } from './emails/emailTokenStore.js'
import { limitPassword, type PasswordLimitServices } from './limits/limitPassword.js'
import { type RateLimited, rateLimited } from './limits/refusals.js'
import { hashPassword, type InvalidPassword, judgePassword, verifyPassword } from './password.js'
import type { AccountServices } from './session.js'
import { tellOfRevoked } from './sessions/revokedSessions.js'
import { revokeSessions } from './sessions/sessionStore.js'
import { findAccount, replacePassword } from './store.js'

type Changed = { readonly __typename: 'ChangePasswordSuccess'; readonly endedSessions: number }

export type ChangePasswordOutcome =
  | Changed
  | { readonly __typename: 'WrongPasswordError'; readonly message: string }
  | InvalidPassword
  | RateLimited

const WRONG = { __typename: 'WrongPasswordError', message: 'That is not the password of this account.' } as const

type ChangePasswordServices = AccountServices & PasswordLimitServices & { readonly viewer: Viewer | null }

/**
 * Sets another password by the present one, and ends the other sessions of the account. Wrong ones count as failures to sign in do: who
 * has got hold of a session cannot find out its password.
 */
export async function changePassword(
  services: ChangePasswordServices,
  input: ChangePasswordInput,
): Promise<ChangePasswordOutcome> {
  const { accountId } = viewerOf(services)
  const invalid = judgePassword(input.newPassword)
  if (invalid !== null) return invalid
  const account = await findAccount(services.db, accountId)
  if (account === null || account.email === null || account.passwordHash === null) return WRONG
  const { email, passwordHash: before } = account
  const run = () => tryToChange(services, input, before)
  return limitPassword(services, { email, run, failure: 'WrongPasswordError', refuse, refuseAccount: refuse })
}

const refuse = (wait: TooOften) => rateLimited(wait, 'wrong passwords')

async function tryToChange(
  services: ChangePasswordServices,
  { currentPassword, newPassword }: ChangePasswordInput,
  before: string,
): Promise<Changed | typeof WRONG> {
  const { accountId, sessionId } = viewerOf(services)
  const { db, clock, pubsub } = services
  if (!(await verifyPassword(currentPassword, before))) return WRONG
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
