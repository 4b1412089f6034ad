import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32
const SHAPE = /^[\w-]{43}$/

/** What its holder alone knows: 256 random bits, as 43 letters, digits, `-` and `_`. */
export function makeSecretToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** What is kept of such a token, the SHA-256 of its text; null for what is none. With so many random bits it needs neither salt nor time. */
export function hashSecretToken(token: string): Uint8Array<ArrayBuffer> | null {
  return SHAPE.test(token) ? new Uint8Array(createHash('sha256').update(token).digest()) : null
}
