import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../../../lib/db/index.js'
import type { Viewer } from '../accessTokens.js'
import { viewerOf } from '../authorize.js'
import { findOutsideAccount, signOutIdentity } from '../oidc/identityStore.js'
import { tellOfSignedOut } from '../oidc/signedOutAccounts.js'
import type { AccountServices } from '../session.js'
import { tellOfRevoked } from './revokedSessions.js'
import { revokeSessions } from './sessionStore.js'

export interface SignOutEverywhereOutcome {
  readonly __typename: 'SignOutEverywhereSuccess'
  readonly endedSessions: number
}

/**
 * Outside tokens tell the second of their issue alone, and all of the present one are refused. The answer comes in the next one: so a
 * token that is issued after it is good.
 */
const SECOND_MS = 1_000

/** Ends all sessions of the viewer, that of the request too, and all tokens that an outside issuer has given out for the account so far. */
export async function signOutEverywhere(
  services: AccountServices & { readonly viewer: Viewer | null },
): Promise<SignOutEverywhereOutcome> {
  const { db, clock, pubsub } = services
  const viewer = viewerOf(services)
  const { accountId } = viewer
  const now = clock.now()
  const isOutside = await hasOutsideTokens(db, viewer)
  // Before it is written, or the socket of who asks would be closed before it has the answer.
  if (isOutside) await delay(SECOND_MS)
  const { revoked, signedOut } = await db.transactLocking(async (tx) => ({
    signedOut: isOutside ? await signOutIdentity(tx, accountId, latestOf(now, viewer)) : [],
    revoked: await revokeSessions(tx, { accountId, except: null, now }),
  }))
  tellOfSignedOut(pubsub, signedOut)
  tellOfRevoked(pubsub, revoked)
  return { __typename: 'SignOutEverywhereSuccess', endedSessions: revoked.length }
}

/** Whether there may be some. Not for one of these that has ended by now: who asks for it often in one request waits once. */
async function hasOutsideTokens(db: Database, { accountId, issuedAt }: Viewer): Promise<boolean> {
  const account = await findOutsideAccount(db, accountId)
  if (account === null) return false
  return issuedAt === undefined || account.signedOutAt === null || issuedAt > account.signedOutAt
}

/** The issuer's clock may be ahead: the token of the request is ended in any case. */
function latestOf(now: Date, { issuedAt }: Viewer): Date {
  return issuedAt !== undefined && issuedAt > now ? issuedAt : now
}
