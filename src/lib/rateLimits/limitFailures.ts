import { setTimeout as wait } from 'node:timers/promises'
import type { RateLimit, RateLimits, TooOften } from './rateLimits.js'

/** What may fail so often. */
export interface FailureLimit {
  readonly limit: RateLimit
  readonly key: string
}

/** What is tried. */
export interface Attempt<Outcome, Refusal> {
  readonly run: () => Promise<Outcome>
  readonly isFailure: (outcome: Outcome) => boolean
  /** What they are told who have failed too often, or could not be let in. */
  readonly refuse: (wait: TooOften) => Refusal
}

const LOOK_MS = 100
const LOOKS = 50

/**
 * Lets somebody try what may fail only so often, however many come at once, and at however many servers: a try takes a place before it
 * runs, and gives it back unless it fails. Failures alone ban; where only tries that have not ended stand in the way, the next one waits for
 * them, 5 s at most.
 */
export async function limitFailures<Outcome, Refusal>(
  rateLimits: RateLimits,
  { limit, key }: FailureLimit,
  { run, isFailure, refuse }: Attempt<Outcome, Refusal>,
): Promise<Outcome | Refusal> {
  const [tries, failures] = [triesOf(limit), failuresOf(limit)]
  const refusal = await takePlace(rateLimits, { limit, key })
  if (refusal !== null) return refuse(refusal)
  const runAndCount = async () => {
    const outcome = await run()
    if (isFailure(outcome)) await rateLimits.take(failures, key)
    return outcome
  }
  return rateLimits.settle(tries, key, { run: runAndCount, counts: isFailure })
}

async function takePlace(rateLimits: RateLimits, { limit, key }: FailureLimit): Promise<TooOften | null> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const ban = await rateLimits.check(failuresOf(limit), key)
    if (ban !== null) return ban
    if ((await rateLimits.take(triesOf(limit), key)) === null) return null
    await wait(LOOK_MS)
  }
  return { retryAfterSeconds: 1 }
}

/** A process that dies leaves its tries to the window: nobody knows whether they had failed. */
function triesOf({ name, points, windowSeconds }: RateLimit): RateLimit {
  return { name: `${name}.tries`, points, windowSeconds }
}

function failuresOf(limit: RateLimit): RateLimit {
  return { ...limit, name: `${limit.name}.failures` }
}
