import { describe, expect, it } from 'vitest'
import { hashSecretToken, makeSecretToken } from '../../src/lib/secretToken.js'

describe('a secret token', () => {
  it('is another one each time, of 256 bits', () => {
    const tokens = new Set(Array.from({ length: 100 }, makeSecretToken))
    expect(tokens.size).toBe(100)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBe(32)
  })

  it('is kept as its SHA-256', () => {
    const hash = hashSecretToken('A'.repeat(43))!
    expect(Buffer.from(hash).toString('hex')).toBe('0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a')
  })

  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(43)}\n`])('is not %j', (text) => {
    expect(hashSecretToken(text)).toBeNull()
  })
})
