import { hash } from 'node:crypto'
import type { Config } from '../../../config.js'
import type { Lanes } from '../../../lib/lanes.js'
import { toNetwork } from '../../../lib/network.js'
import { limitTries } from '../../../lib/rateLimits/limitTries.js'
import type { RateLimit, RateLimits, TooOften } from '../../../lib/rateLimits/rateLimits.js'
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
  /** How it ends where the password was wrong. */
  readonly failure: Outcome['__typename']
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
export async function limitPassword<Outcome extends Named, Refusal extends Named>(
  services: PasswordLimitServices,
  attempt: PasswordAttempt<Outcome, Refusal>,
): Promise<Outcome | Refusal> {
  const { rateLimits, config, attemptLanes } = services
  const place = placeOf(services, attempt.email)
  const ofAddress = { limit: limitOfAddress(config), key: place.network }
  return attemptLanes.run(place.network, () =>
    limitTries<Outcome | Refusal, Refusal>(rateLimits, ofAddress, {
      run: () => tryAccount(services, place, attempt),
      counts: ({ __typename }) => __typename === attempt.failure,
      refuse: attempt.refuse,
    }),
  )
}

/** Takes note of where the owner of an account has signed in. */
export function noteSignedIn(services: Pick<PasswordLimitServices, 'knownAddresses' | 'address'>, email: string): void {
  services.knownAddresses.note(placeOf(services, email))
}

/** An account by the name that is given for it, whether there is one or not. */
function placeOf({ address }: Pick<PasswordLimitServices, 'address'>, email: string): KnownPlace {
  return { account: hash('sha256', email.trim().toLowerCase()), network: toNetwork(address) }
}

async function tryAccount<Outcome extends Named, Refusal>(
  services: PasswordLimitServices,
  place: KnownPlace,
  attempt: PasswordAttempt<Outcome, Refusal>,
): Promise<Outcome | Refusal> {
  const { rateLimits, config, knownAddresses } = services
  const isFailure = ({ __typename }: Named) => __typename === attempt.failure
  const run = async () => {
    const outcome = await attempt.run()
    if (!isFailure(outcome)) knownAddresses.note(place)
    return outcome
  }
  if (await knownAddresses.has(place)) return run()
  const ofAccount = { limit: limitOfAccount(config), key: place.account }
  const refuse = async (wait: TooOften) => (await attempt.refuseAccount(wait, place)) ?? run()
  return limitTries<Outcome, Outcome | Refusal>(rateLimits, ofAccount, { run, counts: isFailure, refuse })
}

function limitOfAddress({ signInFailures: points, signInBanSeconds: seconds }: Config): RateLimit {
  return { name: 'signIn.address', points, windowSeconds: seconds, banSeconds: seconds }
}

/** Short, as it is also the owner at a new address who has to wait. */
function limitOfAccount({ signInFailures: points }: Config): RateLimit {
  return { name: 'signIn.account', points, windowSeconds: 60 }
}
