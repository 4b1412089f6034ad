import { setTimeout as wait } from 'node:timers/promises'
import type { RateLimit, RateLimits, TooOften } from './rateLimits.js'

/** How often a try may come to something that counts. */
export interface TryLimit {
  readonly limit: RateLimit
  readonly key: string
}

/** What is tried. */
export interface Try<Outcome, Refusal> {
  readonly run: () => Promise<Outcome>
  readonly counts: (outcome: Outcome) => boolean
  /** What they are told for whom there is no room. */
  readonly refuse: (wait: TooOften) => Refusal | Promise<Refusal>
}

/** Longer than a try takes: where a process dies, or Redis forgets, its tries stand in the way for as long. */
const LEASE_SECONDS = 30
const LOOK_MS = 25
const LOOKS = 20

/**
 * Lets somebody try what may come to something that counts only so often, such as a wrong password, however many try at once, and at however
 * many servers: a try has a lease as long as it runs. Only what counts bans; where other tries stand in the way, the
 * next one waits for them, half a second at most.
 */
export async function limitTries<Outcome, Refusal>(
  rateLimits: RateLimits,
  { limit, key }: TryLimit,
  { run, counts, refuse }: Try<Outcome, Refusal>,
): Promise<Outcome | Refusal> {
  const lease = await takeLease(rateLimits, { limit, key })
  if ('retryAfterSeconds' in lease) return refuse(lease)
  try {
    const outcome = await run()
    if (counts(outcome)) await rateLimits.take(limit, key)
    return outcome
  } finally {
    // After it counts: whoever looks in between finds it twice, and never not at all.
    await rateLimits.giveBack(leasesOf(limit), key, lease.takenAt)
  }
}

interface Lease {
  readonly takenAt: Date
}

async function takeLease(rateLimits: RateLimits, { limit, key }: TryLimit): Promise<Lease | TooOften> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const ban = await rateLimits.check(limit, key)
    if (ban !== null) return ban
    const takenAt = rateLimits.now()
    if (await isLetIn(rateLimits, { limit, key }, takenAt)) return { takenAt }
    await wait(LOOK_MS)
  }
  return { retryAfterSeconds: 1 }
}

/** Takes the lease before it looks what counts by now, so that of several at once none is overlooked. */
async function isLetIn(rateLimits: RateLimits, { limit, key }: TryLimit, now: Date): Promise<boolean> {
  const leases = leasesOf(limit)
  const taken = await rateLimits.takeAndCount(leases, key)
  if (taken > limit.points) return false
  if (taken + (await rateLimits.count(limit, key)) <= limit.points) return true
  await rateLimits.giveBack(leases, key, now)
  return false
}

function leasesOf({ name, points }: RateLimit): RateLimit {
  return { name: `${name}.leases`, points, windowSeconds: LEASE_SECONDS }
}
