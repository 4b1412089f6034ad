import type { Viewer } from '../accessTokens.js'
import { viewerOf } from '../authorize.js'
import type { AccountServices } from '../session.js'
import { tellOfRevoked } from './revokedSessions.js'
import { revokeSessions } from './sessionStore.js'

export interface SignOutEverywhereOutcome {
  readonly __typename: 'SignOutEverywhereSuccess'
  readonly endedSessions: number
}

/** Ends all sessions of the viewer, that of the request too. */
export async function signOutEverywhere(
  services: AccountServices & { readonly viewer: Viewer | null },
): Promise<SignOutEverywhereOutcome> {
  const { accountId } = viewerOf(services)
  const revocation = { accountId, except: null, now: services.clock.now() }
  const revoked = await revokeSessions(services.db.prisma, revocation)
  tellOfRevoked(services.pubsub, revoked)
  return { __typename: 'SignOutEverywhereSuccess', endedSessions: revoked.length }
}
