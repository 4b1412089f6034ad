import { z } from 'zod'
import { ConfigError, urlOf, type Values, wholeNumber } from './variables.js'

/** When a challenge has to be solved: never, where many come or try at once, or each time. */
export type CaptchaMode = 'off' | 'on-demand' | 'always'

/** How people are told from programs. */
export interface CaptchaConfig {
  readonly captchaMode: CaptchaMode
  /** Of how many holds of a show that are refused or have to wait within a second the show is in demand. */
  readonly captchaDemand: number
  /** Null where nobody is ever asked. */
  readonly turnstile: TurnstileConfig | null
}

/** How to reach Cloudflare Turnstile. */
export interface TurnstileConfig {
  readonly secretKey: string
  /** Of siteverify. */
  readonly url: string
}

const SITEVERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'

export const captchaVariables = {
  CAPTCHA: z.enum(['off', 'on-demand', 'always']).default('off').describe('off, on-demand or always'),
  CAPTCHA_DEMAND: wholeNumber(1, 100_000).default(50).describe('a number of holds from 1 to 100000'),
  TURNSTILE_SECRET_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()
    .describe('the secret key of a widget from the dashboard of Cloudflare'),
  TURNSTILE_URL: urlOf('http', 'https').describe(`a URL like ${SITEVERIFY}`),
}

/** @throws {ConfigError} when tokens are to be asked for that nobody could verify. */
export function toCaptchaConfig(values: Values<typeof captchaVariables>): CaptchaConfig {
  const { CAPTCHA: captchaMode, CAPTCHA_DEMAND: captchaDemand, TURNSTILE_SECRET_KEY: secretKey } = values
  if (captchaMode === 'off') return { captchaMode, captchaDemand, turnstile: null }
  if (secretKey === undefined) {
    const { description } = captchaVariables.TURNSTILE_SECRET_KEY
    throw new ConfigError(`TURNSTILE_SECRET_KEY is not set, and CAPTCHA is ${captchaMode}. Set it to ${description}.`)
  }
  return { captchaMode, captchaDemand, turnstile: { secretKey, url: values.TURNSTILE_URL ?? SITEVERIFY } }
}
