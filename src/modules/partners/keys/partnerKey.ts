import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A new key, which is told once, and what is kept of it. */
export interface NewKey {
  readonly key: string
  readonly id: string
  readonly keyHash: string
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX = 'mq_live_'
const ID_LENGTH = 8
/** 190 bits. */
const SECRET_LENGTH = 32
const CHECKSUM_LENGTH = 6
const KEY = /^(mq_live_([0-9A-Za-z]{8})_[0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/**
 * A key as `mq_live_<id>_<secret><checksum>`. The checksum tells a key that was cut or mistyped without a look into the database, and a
 * scanner of leaked secrets what is one, as with GitHub's tokens: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export function makeKey(): NewKey {
  const id = randomDigits(ID_LENGTH)
  const body = `${prefixOf(id)}_${randomDigits(SECRET_LENGTH)}`
  const key = body + checksumOf(body)
  return { key, id, keyHash: hashKey(key) }
}

/** Whether a text looks like a key of ours, whoever made it. */
export function isPartnerKey(text: string): boolean {
  const [, body, , checksum] = KEY.exec(text) ?? []
  return body !== undefined && checksumOf(body) === checksum
}

/** A key is as random as a hash, so that one round of SHA-256 keeps it: there is nothing to guess. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** What a key begins with: all of it that may be seen. */
export function prefixOf(id: string): string {
  return PREFIX + id
}

/** When a key is good, whatever its partner. */
export function isActive(
  { revokedAt, expiresAt }: { readonly revokedAt: Date | null; readonly expiresAt: Date | null },
  now: Date,
): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now)
}

function randomDigits(length: number): string {
  return Array.from({ length }, () => DIGITS[randomInt(DIGITS.length)]).join('')
}

function checksumOf(body: string): string {
  let rest = crc32(body)
  let digits = ''
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS[rest % DIGITS.length] + digits
    rest = Math.floor(rest / DIGITS.length)
  }
  return digits
}
