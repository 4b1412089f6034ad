/** What Windows-1252 has besides Latin-1: the standard fonts of PDF print these, and nothing else. */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters that Unicode does not take apart into a letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ħ: 'h', Ħ: 'H', '−': '-' }

/**
 * A text as the standard fonts of PDF can print it. All of Western Europe stays as it is, other Latin letters lose their marks,
 * and what is left becomes a question mark: a ticket admits by its code and its seat, so it is better odd than missing.
 */
export function toPrintable(text: string): string {
  return [...text.normalize('NFC').replace(/\s+/g, ' ')].map(replace).join('')
}

function replace(character: string): string {
  if (isPrintable(character)) return character
  const plain = PLAIN[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')
  return [...plain].every(isPrintable) ? plain : '?'
}

function isPrintable(character: string): boolean {
  return /^[\x20-\x7e\xa0-\xff]$/.test(character) || BEYOND_LATIN_1.includes(character)
}
