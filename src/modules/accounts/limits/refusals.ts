import type { TooOften } from '../../../lib/rateLimits/rateLimits.js'

/** The refusal of what was done too often. */
export interface RateLimited extends TooOften {
  readonly __typename: 'RateLimitedError'
  readonly message: string
}

/** The refusal of what only people may do, until it is known that it is one. */
export interface CaptchaRequired {
  readonly __typename: 'CaptchaRequiredError'
  readonly message: string
}

/** The refusal of what was done too often; `what` as in "Too many failures". */
export function rateLimited({ retryAfterSeconds }: TooOften, what: string): RateLimited {
  const message = `Too many ${what}: try again in ${retryAfterSeconds} s.`
  return { __typename: 'RateLimitedError', message, retryAfterSeconds }
}

export function captchaRequired(token: string | null | undefined): CaptchaRequired {
  const reason = token == null ? '' : 'The captcha token was used before, is too old or none of ours. '
  const message = `${reason}Solve the captcha, and send the same request again with its token.`
  return { __typename: 'CaptchaRequiredError', message }
}
