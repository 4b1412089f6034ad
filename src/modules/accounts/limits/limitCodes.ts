import type { Config } from '../../../config.js'
import type { Lanes } from '../../../lib/lanes.js'
import { toNetwork } from '../../../lib/network.js'
import { limitTries } from '../../../lib/rateLimits/limitTries.js'
import type { RateLimits, TooOften } from '../../../lib/rateLimits/rateLimits.js'
import type { Viewer } from '../accessTokens.js'
import { type RateLimited, rateLimited } from './refusals.js'

export interface CodeLimitServices {
  readonly config: Config
  readonly rateLimits: RateLimits
  /** How many from one address may try at once. */
  readonly attemptLanes: Lanes
  /** The IP address of the client. */
  readonly address: string
}

/** Several scanners of a theater have one address. */
const ACCOUNTS_PER_ADDRESS = 5

/** What takes a code. */
export interface CodeAttempt<Outcome> {
  readonly run: () => Promise<Outcome>
  /** Whether what came of it says that the code was wrong. */
  readonly isWrong: (outcome: Outcome | RateLimited) => boolean
}

/**
 * Lets somebody try a code, unless the account or the address has tried too many wrong ones within a minute. Right ones do not count, so
 * that nothing slows a scanner down.
 */
export async function limitCodes<Outcome>(
  { rateLimits, attemptLanes, config, address }: CodeLimitServices,
  { accountId }: Viewer,
  { run, isWrong }: CodeAttempt<Outcome>,
): Promise<Outcome | RateLimited> {
  const network = toNetwork(address)
  const points = config.wrongCodesPerMinute
  const ofAccount = { limit: { name: 'codes.account', points, windowSeconds: 60 }, key: accountId }
  const ofAddress = {
    limit: { name: 'codes.address', points: points * ACCOUNTS_PER_ADDRESS, windowSeconds: 60 },
    key: network,
  }
  const attempt = { counts: isWrong, refuse: (wait: TooOften) => rateLimited(wait, 'wrong codes') }
  const tryOfAccount = () => limitTries<Outcome, RateLimited>(rateLimits, ofAccount, { ...attempt, run })
  return attemptLanes.run(`codes ${network}`, () =>
    limitTries(rateLimits, ofAddress, { ...attempt, run: tryOfAccount }),
  )
}
