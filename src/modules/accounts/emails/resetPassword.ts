import type { ResetPasswordInput } from '../../../generated/graphql.js'
import type { Transaction } from '../../../lib/db/index.js'
import { hashSecretToken } from '../../../lib/secretToken.js'
import { hashPassword, type InvalidPassword, judgePassword } from '../password.js'
import type { AccountServices } from '../session.js'
import { tellOfRevoked } from '../sessions/revokedSessions.js'
import { type RevokedSession, revokeSessions } from '../sessions/sessionStore.js'
import { setPassword } from '../store.js'
import { deleteEmailTokens, isEmailTokenGood, takeEmailToken, verifyAddress } from './emailTokenStore.js'
import { INVALID_EMAIL_TOKEN, type InvalidEmailToken } from './invalidEmailToken.js'

export type ResetPasswordOutcome =
  | { readonly __typename: 'ResetPasswordSuccess'; readonly email: string }
  | InvalidPassword
  | InvalidEmailToken

interface Reset {
  readonly hash: Uint8Array<ArrayBuffer>
  readonly passwordHash: string
  readonly now: Date
}

const purpose = 'PASSWORD_RESET'

/** Sets another password by what was mailed to the account's address. That proves the address, and ends all sessions. */
export async function resetPassword(
  { db, clock, pubsub }: AccountServices,
  { token, password }: ResetPasswordInput,
): Promise<ResetPasswordOutcome> {
  const invalid = judgePassword(password)
  if (invalid !== null) return invalid
  const hash = hashSecretToken(token)
  const now = clock.now()
  // A password takes long to hash: not for everybody who makes a token up.
  if (hash === null || !(await isEmailTokenGood(db, { hash, purpose }, now))) return INVALID_EMAIL_TOKEN
  const passwordHash = await hashPassword(password)
  const done = await db.transactLocking((tx) => reset(tx, { hash, passwordHash, now }))
  if (done === null) return INVALID_EMAIL_TOKEN
  tellOfRevoked(pubsub, done.revoked)
  return { __typename: 'ResetPasswordSuccess', email: done.email }
}

async function reset(
  tx: Transaction,
  { hash, passwordHash, now }: Reset,
): Promise<{ email: string; revoked: RevokedSession[] } | null> {
  const taken = await takeEmailToken(tx, { hash, purpose }, now)
  if (taken === null || !(await verifyAddress(tx, taken, now))) return null
  const { accountId, email } = taken
  await setPassword(tx, accountId, passwordHash)
  await deleteEmailTokens(tx, accountId, purpose)
  await deleteEmailTokens(tx, accountId, 'EMAIL_VERIFICATION')
  return { email, revoked: await revokeSessions(tx, { accountId, except: null, now }) }
}
