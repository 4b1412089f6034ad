import { badUserInput } from '../../lib/errors.js'

/**
 * The text that a filter looks for, null where it was left out.
 *
 * @throws BAD_USER_INPUT for a text with U+0000, which Postgres cannot store and refuses to compare with.
 */
export function readText(text: string | null | undefined): string | null {
  if (text?.includes('\0')) throw badUserInput('A text must not contain the character U+0000.')
  return text ?? null
}
