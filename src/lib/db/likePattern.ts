/**
 * A text as a pattern that matches itself alone: Prisma hands `contains` and an insensitive `equals` to ILIKE as they are.
 * Source: https://github.com/prisma/prisma/issues/19506
 */
export function toLikePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
