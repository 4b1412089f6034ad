import { hash } from 'node:crypto'
import type { Config } from '../../../config.js'
import type { SignInInput } from '../../../generated/graphql.js'
import { toNetwork } from '../../../lib/network.js'
import type { RateLimit, RateLimits } from '../../../lib/rateLimits.js'
import type { KnownAddresses, KnownPlace } from './knownAddresses.js'
import { type CaptchaRequired, type RateLimited, rateLimited } from './refusals.js'
import { type CaptchaServices, refuseRobot } from './refuseRobot.js'

export interface SignInLimitServices extends CaptchaServices {
  readonly config: Config
  readonly rateLimits: RateLimits
  readonly knownAddresses: KnownAddresses
}

const FAILURES = 'failures to sign in'

/**
 * Lets somebody try to sign in, unless there were too many failures: from the address, which is banned then; or to the account from addresses
 * that it was never signed in to from, which then have to wait for the rest of a minute, or to solve a captcha. So nobody can lock another one
 * out: where the owner has signed in before, what others do elsewhere does not count. A success takes back what it has taken itself,
 * and nothing else.
 */
export async function limitSignIn<Outcome extends { readonly __typename: string }>(
  services: SignInLimitServices,
  input: Pick<SignInInput, 'email' | 'captchaToken'>,
  attempt: () => Promise<Outcome>,
): Promise<Outcome | RateLimited | CaptchaRequired> {
  const { rateLimits, config, knownAddresses } = services
  const place = placeOf(services, input)
  const ofAddress = limitOfAddress(config)
  const ban = await rateLimits.take(ofAddress, place.network)
  if (ban !== null) return rateLimited(ban, FAILURES)
  const isKnown = await knownAddresses.has(place)
  const refusal = isKnown ? null : await takeOfAccount(services, place, input)
  if (refusal !== null) {
    await rateLimits.giveBack(ofAddress, place.network)
    return refusal
  }
  let isFailure = false
  try {
    const outcome = await attempt()
    isFailure = outcome.__typename !== 'SignInSuccess'
    if (!isFailure) knownAddresses.note(place)
    return outcome
  } finally {
    if (!isFailure) await giveBack(services, place, isKnown)
  }
}

/** An account by the name that is given for it, whether there is one or not. */
function placeOf({ address }: CaptchaServices, { email }: Pick<SignInInput, 'email'>): KnownPlace {
  return { account: hash('sha256', email.trim().toLowerCase()), network: toNetwork(address) }
}

async function takeOfAccount(
  services: SignInLimitServices,
  { account }: KnownPlace,
  { captchaToken }: Pick<SignInInput, 'captchaToken'>,
): Promise<RateLimited | CaptchaRequired | null> {
  const wait = await services.rateLimits.take(limitOfAccount(services.config), account)
  if (wait === null) return null
  if (services.captcha === null) return rateLimited(wait, FAILURES)
  const robot = await refuseRobot(services, { token: captchaToken, purpose: `signIn ${account}` })
  return robot === 'unavailable' ? rateLimited(wait, FAILURES) : robot
}

async function giveBack(
  { rateLimits, config }: SignInLimitServices,
  { account, network }: KnownPlace,
  isKnown: boolean,
): Promise<void> {
  await rateLimits.giveBack(limitOfAddress(config), network)
  if (!isKnown) await rateLimits.giveBack(limitOfAccount(config), account)
}

function limitOfAddress({ signInFailures: points, signInBanSeconds: seconds }: Config): RateLimit {
  return { name: 'signIn.address', points, windowSeconds: seconds, banSeconds: seconds }
}

/** Short, as it is also the owner at a new address who has to wait. */
function limitOfAccount({ signInFailures: points }: Config): RateLimit {
  return { name: 'signIn.account', points, windowSeconds: 60 }
}
