import { z } from 'zod'

/** Thrown when a variable of the environment has a value that cannot be used; the message is one line for whoever set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The values of variables that could all be read. What each variable is described with completes the sentence "Set it to". */
export type Values<Variables extends z.ZodRawShape> = z.infer<z.ZodObject<Variables>>

const MAX_SECONDS = 31_536_000

export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
}

export function seconds(fallback: number) {
  return wholeNumber(1, MAX_SECONDS).default(fallback).describe(`whole seconds from 1 to ${MAX_SECONDS}`)
}

export function flag() {
  return z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('true or false')
}

export function urlOf(...schemes: string[]) {
  return z
    .string()
    .refine((value) => isUrlOf(value, schemes))
    .optional()
}

export function isUrlOf(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1))
}

/** A URL without its user, password and query: `postgres://***@host/marquee`. Nothing at all of what looks like no URL. */
export function hidePassword(url: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(url) ?? []
  if (scheme === undefined || rest === undefined) return '***'
  const at = rest.lastIndexOf('@')
  const address = rest.slice(at + 1).replace(/[?#].*$/s, '')
  return at === -1 ? scheme + address : `${scheme}***@${address}`
}
