import { z } from 'zod'
import type { ContactInput } from '../../generated/graphql.js'
import { badUserInput } from '../../lib/errors.js'

/** Where to write to about a booking. */
export interface Contact {
  readonly contactEmail: string | null
  readonly contactPhone: string | null
}

const email = z.string().trim().max(254).pipe(z.email())
/** E.164: https://www.itu.int/rec/T-REC-E.164 */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/))

/**
 * Reads where to write to.
 *
 * @throws BAD_USER_INPUT for what is no address or number.
 */
export function readContact(input: ContactInput | null | undefined): Contact {
  return {
    contactEmail: input?.email == null ? null : readEmail(input.email),
    contactPhone: input?.phone == null ? null : readPhone(input.phone),
  }
}

/**
 * Reads an email address.
 *
 * @throws BAD_USER_INPUT
 */
export function readEmail(text: string): string {
  const read = email.safeParse(text)
  if (!read.success) throw badUserInput('That is not an email address.')
  return read.data
}

function readPhone(text: string): string {
  const read = phone.safeParse(text)
  if (!read.success) throw badUserInput('A telephone number has to be like +33612345678, with its country code.')
  return read.data
}
