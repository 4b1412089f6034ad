import type { Config } from '../../../config.js'
import { toNetwork } from '../../../lib/network.js'
import type { RateLimits } from '../../../lib/rateLimits/rateLimits.js'
import { type CaptchaRequired, type RateLimited, rateLimited } from './refusals.js'
import { type CaptchaAnswer, type CaptchaServices, refuseRobot } from './refuseRobot.js'

export interface NewAccountServices extends CaptchaServices {
  readonly config: Config
  readonly rateLimits: RateLimits
}

/** Why no account may be opened from this address now, null if one may. Whatever comes of it counts. */
export async function limitNewAccounts({
  rateLimits,
  config,
  address,
}: NewAccountServices): Promise<RateLimited | null> {
  const limit = { name: 'newAccounts', points: config.newAccountsPerMinute, windowSeconds: 60 }
  const wait = await rateLimits.take(limit, toNetwork(address))
  return wait && rateLimited(wait, 'new accounts from your address')
}

/**
 * The same for who can solve a captcha: each has to where it is always asked for; where it is asked for on demand, only those who would have
 * to wait. While nobody can tell whether one was solved, the limit alone holds.
 */
export async function limitSignUp(
  services: NewAccountServices,
  answer: CaptchaAnswer,
): Promise<RateLimited | CaptchaRequired | null> {
  const wait = await limitNewAccounts(services)
  const isAsked = services.config.captchaMode === 'always' || wait !== null
  if (services.captcha === null || !isAsked) return wait
  const robot = await refuseRobot(services, answer)
  return robot === 'unavailable' ? wait : robot
}
