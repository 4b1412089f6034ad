import { describe, expect, it } from 'vitest'
import { judgeRefreshToken } from '../../../src/modules/accounts/sessions/refreshToken.js'

const now = new Date('2026-11-21T20:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const fresh = { usedAt: null, isSuccessorUsed: false, expiresAt: at(60), revokedAt: null }

describe('a refresh token', () => {
  it.each([
    ['that is new', fresh, 'good'],
    ['that was used a moment ago', { ...fresh, usedAt: at(0) }, 'good'],
    ['that was used ten seconds ago', { ...fresh, usedAt: at(-10) }, 'good'],
    ['that was used before', { ...fresh, usedAt: at(-10.001) }, 'reused'],
    [
      'that was used a moment ago, as one that it gave was',
      { ...fresh, usedAt: at(0), isSuccessorUsed: true },
      'reused',
    ],
    ['of a session that ends now', { ...fresh, expiresAt: at(0) }, 'over'],
    ['of a session that was revoked', { ...fresh, revokedAt: at(0) }, 'over'],
    ['that was used, of a session that was revoked', { ...fresh, usedAt: at(-20), revokedAt: at(-5) }, 'over'],
    // The clock of who has used it may be a little ahead.
    ['that is used soon', { ...fresh, usedAt: at(1) }, 'good'],
  ])('%s', (_what, token, expected) => {
    expect(judgeRefreshToken(token, now)).toBe(expected)
  })
})
