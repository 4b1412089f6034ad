import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

const MAX_LENGTH = 128

/** What a password has to be like. */
export const passwordRules = z
  .string()
  .min(8, 'A password has at least 8 characters.')
  .max(MAX_LENGTH, `A password has at most ${MAX_LENGTH} characters.`)

// Argon2id with 19 MiB, two passes: the OWASP Password Storage Cheat Sheet, and the library's defaults.
const DUMMY = hash('nobody has this password')

/** The Argon2id hash of a password, with its salt and parameters. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Whether the password has this hash. Takes as long when there is no hash, so that its time does not tell who has an account. */
export async function verifyPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await DUMMY), password.slice(0, MAX_LENGTH + 1))
  return fits && passwordHash != null
}

export interface InvalidPassword {
  readonly __typename: 'InvalidPasswordError'
  readonly message: string
}

/** Why a password cannot be had, null if it can. */
export function judgePassword(password: string): InvalidPassword | null {
  const checked = passwordRules.safeParse(password)
  return checked.success ? null : { __typename: 'InvalidPasswordError', message: checked.error.issues[0]!.message }
}
