import { badUserInput } from '../../lib/errors.js'

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
/** What most keys are: there is no need to look further. */
const ONLY_UUID = new RegExp(`^${UUID.source}$`, 'i')
/** What people put between groups of digits. */
const BETWEEN = /[\s.\p{Pd}]+/u
/** Digits, in groups or not. */
const NUMBER = new RegExp(`\\d+(?:${BETWEEN.source}\\d+)*`, 'gu')
/** Digits in the groups that are printed on cards, with any one sign between them: other groups are keys made of several numbers. */
const PRINTED = /(?<!\d)\d{4}(?:([^\p{L}\d])\d{4}\1\d{4}\1\d{4}|([^\p{L}\d])\d{6}\2\d{5})(?!\d)/gu
const MIN_DIGITS = 12
const MAX_DIGITS = 19
/** The first digits of payment cards. Times in milliseconds, of which clients like to make keys, begin with 1. */
const CARD_ISSUER = /^[2-6]/
/** Digits that stand alone: those of fractions, and of random letters and digits, touch a dot or a letter. */
const ALONE = /(?<![\p{L}\d.])\d{14,19}(?![\p{L}\d.])/gu
/** The first digits and the lengths of cards that people have: Visa, Mastercard, American Express, Diners Club, JCB, and what begins with 6. */
const IN_USE = /^(?:4\d{15}(?:\d{3})?|5\d{15,18}|2[2-7]\d{14}|3[47]\d{13}|3[0689]\d{12}|35\d{14,17}|6\d{15,18})$/

/**
 * Refuses a text that has what may be a card number in it, before it is kept, sent on or logged: 12 to 19 digits with a right
 * check digit (ISO/IEC 7812-1), in groups or not. UUIDs pass, as every thousandth would be refused by chance.
 *
 * @throws BAD_USER_INPUT, without the text.
 */
export function refuseCardNumber(text: string): void {
  if (ONLY_UUID.test(text) || !hasCardNumber(text)) return
  throw looksLikeCardNumber()
}

/**
 * Refuses an idempotency key that has a card number in it: one that stands alone or is grouped as on a card, of a length and with first digits
 * that are in use. Keys are made of random and counted digits, which what is refused in a token would often be found in by chance.
 *
 * @throws BAD_USER_INPUT, without the key.
 */
export function refuseCardNumberInKey(key: string): void {
  if (ONLY_UUID.test(key)) return
  const plain = toPlain(key)
  const found = [...plain.matchAll(ALONE), ...plain.matchAll(PRINTED)].map(([digits]) => digits.replaceAll(/\D/g, ''))
  if (found.some((digits) => IN_USE.test(digits) && hasCheckDigit(digits))) throw looksLikeCardNumber()
}

/** Whether a text has what may be a card number in it. */
export function hasCardNumber(text: string): boolean {
  const plain = toPlain(text)
  return (
    [...plain.matchAll(NUMBER)].some(([digits]) => isCardNumberIn(digits.split(BETWEEN))) ||
    [...plain.matchAll(PRINTED)].some(([digits]) => isCardNumberIn(digits.match(/\d+/g)!))
  )
}

/** A text without UUIDs, with digits and blanks of other widths as their plain ones. */
function toPlain(text: string): string {
  return text.replace(UUID, '').normalize('NFKC')
}

function looksLikeCardNumber() {
  return badUserInput('This looks like a card number. Send a token of the payment provider instead.')
}

/** Whether some groups in a row make up a card number: others, such as a date, may stand beside it. */
function isCardNumberIn(groups: readonly string[]): boolean {
  return groups.some((_, start) => {
    let digits = ''
    for (const group of groups.slice(start)) {
      digits += group
      if (digits.length > MAX_DIGITS) return false
      if (digits.length >= MIN_DIGITS && CARD_ISSUER.test(digits) && hasCheckDigit(digits)) return true
    }
    return false
  })
}

/** The Luhn algorithm. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
