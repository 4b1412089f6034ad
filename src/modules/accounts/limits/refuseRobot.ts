import type { CaptchaVerifier } from '../../../lib/captcha/captcha.js'
import { type CaptchaRequired, captchaRequired } from './refusals.js'

export interface CaptchaServices {
  /** Null where nobody is ever asked. */
  readonly captcha: CaptchaVerifier | null
  /** The IP address of the client. */
  readonly address: string
}

/** What a client says to be let through. */
export interface CaptchaAnswer {
  readonly token: string | null | undefined
  /** What it is to be let through to: the same request again may show the same token. */
  readonly purpose: string
}

/**
 * Why a client has to solve a captcha first, null if it has. `unavailable` where nobody can tell: whether it is let through then depends on
 * what else holds it back. Not to be called within a transaction.
 */
export async function refuseRobot(
  { captcha, address }: CaptchaServices,
  { token, purpose }: CaptchaAnswer,
): Promise<CaptchaRequired | 'unavailable' | null> {
  if (captcha === null) return null
  if (token == null) return captchaRequired(token)
  const verdict = await captcha.verify({ token, address, purpose })
  if (verdict === 'unavailable') return verdict
  return verdict === 'passed' ? null : captchaRequired(token)
}
