import { createHmac, randomBytes } from 'node:crypto'
import type { SignInInput } from '../../../generated/graphql.js'
import type { TooOften } from '../../../lib/rateLimits/rateLimits.js'
import { limitPassword, type PasswordLimitServices } from './limitPassword.js'
import { type CaptchaRequired, type RateLimited, rateLimited } from './refusals.js'
import { type CaptchaServices, refuseRobot } from './refuseRobot.js'

export interface SignInLimitServices extends PasswordLimitServices, CaptchaServices {}

/** Of this process: what stands for a password is told to the verifier of captchas, and is to tell it nothing. */
const STAMP_KEY = randomBytes(32)

const refuse = (wait: TooOften) => rateLimited(wait, 'failures to sign in')

/**
 * Lets somebody try to sign in, within the limit of passwords that are tried. Where an account has to wait, who solves a captcha has not.
 */
export async function limitSignIn<Outcome extends { readonly __typename: string }>(
  services: SignInLimitServices,
  { email, password, captchaToken: token }: SignInInput,
  run: () => Promise<Outcome>,
): Promise<Outcome | RateLimited | CaptchaRequired> {
  return limitPassword<Outcome, RateLimited | CaptchaRequired>(services, {
    email,
    run,
    failure: 'InvalidCredentialsError',
    refuse,
    refuseAccount: async (wait, { account }) => {
      if (services.captcha === null) return refuse(wait)
      const robot = await refuseRobot(services, { token, purpose: `signIn ${account} ${stampOf(password)}` })
      return robot === 'unavailable' ? refuse(wait) : robot
    },
  })
}

/** One captcha is for one password, however often the request comes. */
function stampOf(password: string): string {
  return createHmac('sha256', STAMP_KEY).update(password).digest('hex')
}
