/** What is known of a refresh token and of its session. */
export interface RefreshTokenState {
  readonly usedAt: Date | null
  /** Whether a token that was given for it was used in its turn. */
  readonly isSuccessorUsed: boolean
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

/**
 * That long a used token is good for another one: an answer may be lost, and two tabs may come at once. No longer once one of those
 * that it gave was used, as its answer has arrived then.
 */
export const GRACE_MS = 10_000

/**
 * Whether a refresh token refreshes its session. One that was used before is `reused`: whoever else has it may have stolen it, or
 * be the one it was stolen from. See docs/adr/0017.
 */
export function judgeRefreshToken(token: RefreshTokenState, now: Date): 'good' | 'over' | 'reused' {
  const { usedAt, isSuccessorUsed, expiresAt, revokedAt } = token
  if (revokedAt !== null || expiresAt <= now) return 'over'
  if (isSuccessorUsed) return 'reused'
  return usedAt === null || now.getTime() - usedAt.getTime() <= GRACE_MS ? 'good' : 'reused'
}
