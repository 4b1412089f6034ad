import type { Viewer } from '../accessTokens.js'
import { viewerOf } from '../authorize.js'
import type { AccountServices } from '../session.js'
import { tellOfRevoked } from './revokedSessions.js'
import { revokeSession } from './sessionStore.js'

export type SignOutOutcome =
  | { readonly __typename: 'SignOutSuccess'; readonly endedAt: Date }
  | { readonly __typename: 'NoSessionError'; readonly message: string }

const NO_SESSION = {
  __typename: 'NoSessionError',
  message: 'This access token belongs to no session here. One of an outside issuer is ended by signOutEverywhere.',
} as const

/** Ends the session of the request. */
export async function signOut(services: AccountServices & { readonly viewer: Viewer | null }): Promise<SignOutOutcome> {
  const { sessionId } = viewerOf(services)
  if (sessionId === null) return NO_SESSION
  const now = services.clock.now()
  tellOfRevoked(services.pubsub, await revokeSession(services.db.prisma, sessionId, now))
  return { __typename: 'SignOutSuccess', endedAt: now }
}
