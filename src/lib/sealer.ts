import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Keeps short texts so that who reads the database alone does not have them: AES-256-GCM by a key that is derived from a secret. */
export class Sealer {
  readonly #key: Uint8Array

  /** `purpose` tells this key from others that are derived from the same secret. */
  constructor(secret: string, purpose: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
  }

  seal(text: string): Uint8Array<ArrayBuffer> {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv)
    const sealed = [cipher.update(text, 'utf8'), cipher.final()]
    return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), ...sealed]))
  }

  /** @throws {Error} for what was sealed by another secret, or changed since. */
  open(sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, IV_BYTES))
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString()
  }
}
