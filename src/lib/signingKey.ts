import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** An Ed25519 private key from its PKCS #8 as PEM or as the base64 of its DER, or from its JWK (RFC 8037). Null for anything else. */
export function parseSigningKey(text: string): KeyObject | null {
  try {
    const key = readKey(text.trim())
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** A new one, as the base64 of its DER: it fits into a variable. */
export function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

function readKey(text: string): KeyObject {
  if (text.startsWith('{')) return createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
  // A line break is hard to write into some files of variables.
  if (text.startsWith('-')) return createPrivateKey(text.replaceAll('\\n', '\n'))
  return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
}
