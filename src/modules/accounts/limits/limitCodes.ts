import type { Config } from '../../../config.js'
import type { Lanes } from '../../../lib/lanes.js'
import { toNetwork } from '../../../lib/network.js'
import type { RateLimits } from '../../../lib/rateLimits.js'
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
  readonly isWrong: (outcome: Outcome) => boolean
}

/**
 * Lets somebody try a code, unless the account or the address has tried too many wrong ones within a minute. Right ones do not count, so
 * that nothing slows a scanner down. Few are tried at once from one address, so that the limit is passed by few.
 */
export async function limitCodes<Outcome>(
  { rateLimits, attemptLanes, config, address }: CodeLimitServices,
  { accountId }: Viewer,
  { run, isWrong }: CodeAttempt<Outcome>,
): Promise<Outcome | RateLimited> {
  const network = toNetwork(address)
  const points = config.wrongCodesPerMinute
  const counts = [
    [{ name: 'codes.account', points, windowSeconds: 60 }, accountId],
    [{ name: 'codes.address', points: points * ACCOUNTS_PER_ADDRESS, windowSeconds: 60 }, network],
  ] as const
  return attemptLanes.run(`codes ${network}`, async () => {
    for (const [limit, key] of counts) {
      const wait = await rateLimits.check(limit, key)
      if (wait !== null) return rateLimited(wait, 'wrong codes')
    }
    const outcome = await run()
    if (isWrong(outcome)) await Promise.all(counts.map(([limit, key]) => rateLimits.take(limit, key)))
    return outcome
  })
}
