import type { Config } from '../../../../config.js'
import type { Database } from '../../../../lib/db/index.js'
import { intKeyOf } from '../../../../lib/globalId.js'
import type { Lanes } from '../../../../lib/lanes.js'
import type { RateLimits } from '../../../../lib/rateLimits/rateLimits.js'
import { type CaptchaRequired, type CaptchaServices, rateLimited, refuseRobot } from '../../../accounts/index.js'
import { findKept } from '../../idempotency/answerStore.js'
import { type IdempotentRequest, replay } from '../../idempotency/idempotency.js'
import type { HoldSeatsOutcome } from '../../outcomes.js'
import type { HoldBatches } from '../holdBatches.js'
import type { ShowDemand } from './showDemand.js'

export interface HoldLimitServices extends CaptchaServices {
  readonly config: Config
  readonly db: Database
  readonly holds: HoldBatches
  readonly demand: ShowDemand
  readonly rateLimits: RateLimits
  /** In which holds of an account are tried. */
  readonly holdLanes: Lanes
  /** Whose key the request came with, null for none. */
  readonly partner: { readonly accountId: string } | null
}

const MAX_HOLDS_OF_PARTNER = 1_000

/** What a hold is for, and what is shown for it. */
interface AskedHold {
  /** Null for none that can be. */
  readonly showId: number | null
  readonly captchaToken?: string | null | undefined
}

/**
 * Why whoever wants to hold seats has to solve a captcha first, null if that is not so. While nobody can tell whether one was solved, all are
 * let through: a sale does not stop with somebody else's service, and the other limits hold.
 */
export async function refuseHoldingRobot(
  services: HoldLimitServices,
  { accountId, key }: IdempotentRequest,
  { showId, captchaToken: token }: AskedHold,
): Promise<CaptchaRequired | null> {
  if (isForPartner(services, accountId) || !isCaptchaAsked(services, showId)) return null
  const robot = await refuseRobot(services, { token, purpose: `holdSeats ${accountId} ${key}` })
  return robot === 'unavailable' ? null : robot
}

function isCaptchaAsked({ config, demand }: HoldLimitServices, showId: number | null): boolean {
  if (config.captchaMode !== 'on-demand') return config.captchaMode === 'always'
  return showId !== null && demand.isHigh(showId)
}

/**
 * Tries a hold, unless the account has made as many within a minute as it may: neither a seat that was lost nor the same key again counts. Who
 * had an answer before gets it. One at a time for each account, as they are written: the second of two twins finds what the first has come to.
 */
export function limitHolds(
  services: HoldLimitServices,
  request: IdempotentRequest,
  hold: () => Promise<HoldSeatsOutcome>,
): Promise<HoldSeatsOutcome> {
  const { config, holdLanes } = services
  if (isForPartner(services, request.accountId) || config.holdsPerMinute === 0) return hold()
  return holdLanes.run(request.accountId, () => countHold(services, request, hold))
}

/** The try takes its place at first, as others may run at other servers; it keeps it only where a hold was made. */
async function countHold(
  { config, rateLimits, db }: HoldLimitServices,
  request: IdempotentRequest,
  hold: () => Promise<HoldSeatsOutcome>,
): Promise<HoldSeatsOutcome> {
  const limit = { name: 'holdSeats', points: config.holdsPerMinute, windowSeconds: 60 }
  const takenAt = rateLimits.now()
  const wait = await rateLimits.take(limit, request.accountId)
  if (wait !== null) {
    const known = await findKept(db, request)
    return known === null ? rateLimited(wait, 'holds within a minute') : replay(request, known)
  }
  let isMade = false
  try {
    const outcome = await hold()
    isMade = isNewHold(outcome)
    return outcome
  } finally {
    if (!isMade) await rateLimits.giveBack(limit, request.accountId, takenAt)
  }
}

/** How many bookings that are PENDING an account may have at a show. */
export function maxHoldsOf(services: HoldLimitServices, accountId: string): number {
  return isForPartner(services, accountId) ? MAX_HOLDS_OF_PARTNER : services.config.maxHoldsPerShow
}

/** Whether it is for a partner itself, who sells to many people: what limits one of them is no limit for it, but the budget that it has. */
function isForPartner({ partner }: Pick<HoldLimitServices, 'partner'>, accountId: string): boolean {
  return partner?.accountId === accountId
}

/** What is replayed has its booking by its id alone. */
function isNewHold(outcome: HoldSeatsOutcome): boolean {
  return outcome.__typename === 'HoldSeatsSuccess' && outcome.booking !== undefined
}

/** Answers a request for a hold, and takes note of it where it was refused for want of seats or time, or had to wait. */
export async function watchDemand(
  { config, holds, demand }: HoldLimitServices,
  globalShowId: string,
  answer: () => Promise<HoldSeatsOutcome>,
): Promise<HoldSeatsOutcome> {
  if (config.captchaMode !== 'on-demand') return answer()
  const hasToWait = holds.waiting > 0
  const outcome = await answer()
  if (!hasToWait && !isInVain(outcome)) return outcome
  const showId = intKeyOf('Show', globalShowId)
  if (showId !== null) demand.note(showId)
  return outcome
}

function isInVain({ __typename }: HoldSeatsOutcome): boolean {
  return __typename === 'SeatsUnavailableError' || __typename === 'ServerBusyError'
}
