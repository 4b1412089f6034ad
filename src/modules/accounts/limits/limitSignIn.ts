import { hash } from 'node:crypto'
import type { Config } from '../../../config.js'
import type { SignInInput } from '../../../generated/graphql.js'
import type { Lanes } from '../../../lib/lanes.js'
import { toNetwork } from '../../../lib/network.js'
import type { RateLimit, RateLimits } from '../../../lib/rateLimits.js'
import type { KnownAddresses, KnownPlace } from './knownAddresses.js'
import { type CaptchaRequired, type RateLimited, rateLimited } from './refusals.js'
import { type CaptchaServices, refuseRobot } from './refuseRobot.js'

export interface SignInLimitServices extends CaptchaServices {
  readonly config: Config
  readonly rateLimits: RateLimits
  readonly knownAddresses: KnownAddresses
  /** How many from one address may try at once. */
  readonly attemptLanes: Lanes
}

type Attempt<Outcome> = () => Promise<Outcome>

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
  attempt: Attempt<Outcome>,
): Promise<Outcome | RateLimited | CaptchaRequired> {
  const { rateLimits, config, knownAddresses, attemptLanes } = services
  const place = placeOf(services, input)
  // Of an address only failures count, as many people may have it, who sign in at once; few at a time, so that few can fail together.
  return attemptLanes.run(place.network, async () => {
    const ban = await rateLimits.check(limitOfAddress(config), place.network)
    if (ban !== null) return rateLimited(ban, FAILURES)
    if (await knownAddresses.has(place)) return countFailure(services, place, attempt)
    const refusal = await takeOfAccount(services, place, input)
    return refusal ?? giveBackUnlessFailed(services, place, () => countFailure(services, place, attempt))
  })
}

/** An account by the name that is given for it, whether there is one or not. */
function placeOf({ address }: CaptchaServices, { email }: Pick<SignInInput, 'email'>): KnownPlace {
  return { account: hash('sha256', email.trim().toLowerCase()), network: toNetwork(address) }
}

async function countFailure<Outcome extends { readonly __typename: string }>(
  { rateLimits, config, knownAddresses }: SignInLimitServices,
  place: KnownPlace,
  attempt: Attempt<Outcome>,
): Promise<Outcome> {
  const outcome = await attempt()
  if (outcome.__typename === 'SignInSuccess') knownAddresses.note(place)
  else await rateLimits.take(limitOfAddress(config), place.network)
  return outcome
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

async function giveBackUnlessFailed<Outcome extends { readonly __typename: string }>(
  { rateLimits, config }: SignInLimitServices,
  { account }: KnownPlace,
  attempt: Attempt<Outcome>,
): Promise<Outcome> {
  let isFailure = false
  try {
    const outcome = await attempt()
    isFailure = outcome.__typename !== 'SignInSuccess'
    return outcome
  } finally {
    if (!isFailure) await rateLimits.giveBack(limitOfAccount(config), account)
  }
}

function limitOfAddress({ signInFailures: points, signInBanSeconds: seconds }: Config): RateLimit {
  return { name: 'signIn.address', points, windowSeconds: seconds, banSeconds: seconds }
}

/** Short, as it is also the owner at a new address who has to wait. */
function limitOfAccount({ signInFailures: points }: Config): RateLimit {
  return { name: 'signIn.account', points, windowSeconds: 60 }
}
