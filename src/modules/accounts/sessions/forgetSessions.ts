import type { Services } from '../../../context.js'
import { deleteEndedEmailTokens } from '../emails/emailTokenStore.js'
import { deleteRefreshTokens, deleteSessions } from './sessionStore.js'

const DAY_MS = 86_400_000
/** After so long, a used refresh token that comes again is an unknown one, and no longer ends its session. */
const KEEP_USED_MS = 30 * DAY_MS
const BATCH = 1_000

/** Forgets sessions, refresh tokens and mailed tokens that have been over for long enough. */
export async function forgetSessions(_payload: unknown, { db, clock }: Services): Promise<void> {
  const now = clock.now().getTime()
  await repeat(() => deleteSessions(db, new Date(now - DAY_MS), BATCH))
  await repeat(() => deleteRefreshTokens(db, new Date(now - KEEP_USED_MS), BATCH))
  await repeat(() => deleteEndedEmailTokens(db, new Date(now - DAY_MS), BATCH))
}

async function repeat(forget: () => Promise<number>): Promise<void> {
  while ((await forget()) >= BATCH);
}
