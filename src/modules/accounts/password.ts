import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB, two passes: the OWASP Password Storage Cheat Sheet, and the library's defaults.
const DUMMY = hash('nobody has this password')

/** The Argon2id hash of a password, with its salt and parameters. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Whether the password has this hash. Takes as long when there is no hash, so that its time does not tell who has an account. */
export async function verifyPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await DUMMY), password)
  return fits && passwordHash != null
}
