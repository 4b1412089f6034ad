import { hash } from 'node:crypto'
import type { Config } from '../../../config.js'
import type { Lanes } from '../../../lib/lanes.js'
import { toNetwork } from '../../../lib/network.js'
import type { RateLimit, RateLimits, TooOften } from '../../../lib/rateLimits.js'
import type { KnownAddresses, KnownPlace } from './knownAddresses.js'

export interface PasswordLimitServices {
  readonly config: Config
  readonly rateLimits: RateLimits
  readonly knownAddresses: KnownAddresses
  /** How many from one address may try at once. */
  readonly attemptLanes: Lanes
  /** The IP address of the client. */
  readonly address: string
}

type Named = { readonly __typename: string }

/** What tries a password. */
export interface PasswordAttempt<Outcome extends Named, Refusal> {
  /** The address of the account, whether there is one or not. */
  readonly email: string
  readonly run: () => Promise<Outcome>
  /** How it ends where the password was right. */
  readonly success: Outcome['__typename']
  /** What an address is told that is banned. */
  readonly refuse: (wait: TooOften) => Refusal
  /** Why the account has to wait, null where it may be tried all the same. */
  readonly refuseAccount: (wait: TooOften, place: KnownPlace) => Refusal | null | Promise<Refusal | null>
}

/**
 * Lets somebody try a password, unless there were too many failures: from the address, which is banned then; or to the account from addresses
 * that it was never signed in to from. So nobody can lock another one out: where the owner has signed in before, what others do elsewhere does
 * not count. A success takes back what it has taken itself, and nothing else.
 */
export async function limitPassword<Outcome extends Named, Refusal>(
  services: PasswordLimitServices,
  attempt: PasswordAttempt<Outcome, Refusal>,
): Promise<Outcome | Refusal> {
  const { rateLimits, config, knownAddresses, attemptLanes } = services
  const place = placeOf(services, attempt.email)
  // Of an address only failures count, as many people may have it, who sign in at once; few at a time, so that few can fail together.
  return attemptLanes.run(place.network, async () => {
    const ban = await rateLimits.check(limitOfAddress(config), place.network)
    if (ban !== null) return attempt.refuse(ban)
    if (await knownAddresses.has(place)) return countFailure(services, place, attempt)
    const wait = await rateLimits.take(limitOfAccount(config), place.account)
    const refusal = wait && (await attempt.refuseAccount(wait, place))
    return refusal ?? giveBackUnlessFailed(services, place, attempt)
  })
}

/** Takes note of where the owner of an account has signed in. */
export function noteSignedIn(services: Pick<PasswordLimitServices, 'knownAddresses' | 'address'>, email: string): void {
  services.knownAddresses.note(placeOf(services, email))
}

/** An account by the name that is given for it, whether there is one or not. */
function placeOf({ address }: Pick<PasswordLimitServices, 'address'>, email: string): KnownPlace {
  return { account: hash('sha256', email.trim().toLowerCase()), network: toNetwork(address) }
}

async function countFailure<Outcome extends Named, Refusal>(
  { rateLimits, config, knownAddresses }: PasswordLimitServices,
  place: KnownPlace,
  { run, success }: PasswordAttempt<Outcome, Refusal>,
): Promise<Outcome> {
  const outcome = await run()
  if (outcome.__typename === success) knownAddresses.note(place)
  else await rateLimits.take(limitOfAddress(config), place.network)
  return outcome
}

async function giveBackUnlessFailed<Outcome extends Named, Refusal>(
  services: PasswordLimitServices,
  place: KnownPlace,
  attempt: PasswordAttempt<Outcome, Refusal>,
): Promise<Outcome> {
  let isFailure = false
  try {
    const outcome = await countFailure(services, place, attempt)
    isFailure = outcome.__typename !== attempt.success
    return outcome
  } finally {
    if (!isFailure) await services.rateLimits.giveBack(limitOfAccount(services.config), place.account)
  }
}

function limitOfAddress({ signInFailures: points, signInBanSeconds: seconds }: Config): RateLimit {
  return { name: 'signIn.address', points, windowSeconds: seconds, banSeconds: seconds }
}

/** Short, as it is also the owner at a new address who has to wait. */
function limitOfAccount({ signInFailures: points }: Config): RateLimit {
  return { name: 'signIn.account', points, windowSeconds: 60 }
}
