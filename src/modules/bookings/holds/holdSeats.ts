import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../../../config.js'
import type { HoldSeatsInput } from '../../../generated/graphql.js'
import type { Clock } from '../../../lib/clock.js'
import { type Database, isUniqueViolation } from '../../../lib/db/index.js'
import { badUserInput, serviceUnavailable } from '../../../lib/errors.js'
import { intKeyOf } from '../../../lib/globalId.js'
import { WaitedTooLongError } from '../../../lib/waitedTooLongError.js'
import type { Viewer } from '../../accounts/index.js'
import type { SeatMapFeed } from '../../seatmaps/index.js'
import { findShow, showStatus } from '../../shows/index.js'
import { refuseBeyondAllocation } from '../allocations/allocationLimit.js'
import type { AnswerBatches } from '../idempotency/answerBatches.js'
import { dropOldAnswerOf, findKept } from '../idempotency/answerStore.js'
import { type IdempotentRequest, identifyRequest, replay } from '../idempotency/idempotency.js'
import type { HoldSeatsOutcome } from '../outcomes.js'
import { notFound, seatLimitExceeded, serverBusy, showClosed } from '../refusals.js'
import { areSeats, readSeatIds } from '../seatIds.js'
import { listSeatStates } from '../seatStore.js'
import { expireHoldsOf } from './expiryStore.js'
import { countHolds, type NewHold } from './holdStore.js'
import { type HoldLimitServices, limitHolds, maxHoldsOf, refuseHoldingRobot, watchDemand } from './limits/holdLimits.js'
import type { LostSeats } from './lost/lostSeats.js'
import { type AdmissionServices, refuseUnadmitted } from './refuseUnadmitted.js'
import { refuseTaken } from './unavailableSeats.js'

export interface HoldServices {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  readonly seatMaps: SeatMapFeed
}

interface HoldSeatsServices extends HoldServices, HoldLimitServices, AdmissionServices {
  readonly lostSeats: LostSeats
  readonly refusals: AnswerBatches
}

interface WantedHold {
  readonly showId: number
  readonly seatIds: readonly number[]
  readonly holdSeconds: number
}

/** A seat that is locked by another transaction looks taken; most of these end within milliseconds. */
const MAX_TRIES = 6

/**
 * Holds seats for the viewer: all of them or none. The same key gives the same answer, also when both come at once. While too many
 * holds wait, each further one is refused at once, also one whose key has an answer: looking for it is work too.
 *
 * @throws BAD_USER_INPUT, or SERVICE_UNAVAILABLE when too many want the same seats at once.
 */
export function holdSeats(
  services: HoldSeatsServices,
  viewer: Viewer,
  input: HoldSeatsInput,
): Promise<HoldSeatsOutcome> {
  return watchDemand(services, input.showId, () => answerHold(services, viewer, input))
}

async function answerHold(
  services: HoldSeatsServices,
  viewer: Viewer,
  input: HoldSeatsInput,
): Promise<HoldSeatsOutcome> {
  if (services.holds.isFull || services.refusals.isFull) return serverBusy()
  const { showId, seatIds, holdSeconds } = readInput(services.config, input)
  const whose = { accountId: viewer.accountId, operation: 'holdSeats', now: services.clock.now() }
  const wanted = [input.showId, input.seatIds.toSorted(), input.holdSeconds ?? null]
  const request = identifyRequest(whose, input.idempotencyKey, wanted)
  const robot = await refuseHoldingRobot(services, request, { showId, captchaToken: input.captchaToken })
  if (robot !== null) return keptOr(services, request, robot)
  const limit = services.config.maxSeatsPerBooking
  if (seatIds.length > limit) return keep(services, request, seatLimitExceeded(limit))
  if (showId === null) return keep(services, request, notFound('There is no such show.'))
  const refusal = await refuseUnadmitted(services, viewer.accountId, { showId, token: input.admissionToken })
  if (refusal !== null) return keptOr(services, request, refusal)
  if (!areSeats(seatIds)) return keep(services, request, notFound('Not all of these seats belong to this show.'))
  return tryHold(services, request, { showId, seatIds, holdSeconds })
}

function tryHold(
  services: HoldSeatsServices,
  request: IdempotentRequest,
  wanted: WantedHold,
): Promise<HoldSeatsOutcome> {
  const lost = services.lostSeats.find(wanted)
  if (lost.length > 0) return keep(services, request, refuseTaken(lost)!)
  return limitHolds(services, request, () => keepTrying(services, request, wanted))
}

async function keepTrying(
  services: HoldSeatsServices,
  request: IdempotentRequest,
  { showId, seatIds, holdSeconds }: WantedHold,
): Promise<HoldSeatsOutcome> {
  const ascending = seatIds.toSorted((a, b) => a - b)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const now = services.clock.now()
    const expiresAt = new Date(now.getTime() + holdSeconds * 1000)
    const { accountId } = request
    const hold = { id: randomUUID(), accountId, showId, seatIds: ascending, now, expiresAt, request }
    const held = await takeSlot(services, request, hold)
    if (held !== null) return held
    const refusal = await explainRefusal(services, hold)
    if (refusal !== null) return keep(services, request, refusal)
    const known = await findKept(services.db, request)
    if (known !== null) return replay(request, known)
    await delay(Math.random() * 2 ** tries)
  }
  throw serviceUnavailable('Too many want these seats at once. Send the same request again in a second.')
}

/** Tries one after the other of the holds that an account may have at a show, until one is free. */
async function takeSlot(
  services: HoldSeatsServices,
  request: IdempotentRequest,
  hold: Omit<NewHold, 'slot'>,
): Promise<HoldSeatsOutcome | null> {
  const limit = maxHoldsOf(services, request.accountId)
  const start = Math.floor(Math.random() * limit)
  for (let tries = 0; tries < limit; tries++) {
    const held = await writeHold(services, request, inSlot(hold, (start + tries) % limit))
    if (held !== 'slot is taken') return held
  }
  const expired = await expireHoldsOf(services.db, hold)
  services.seatMaps.publish(expired.seats)
  // Others may have ended them a moment ago, or do so now.
  if ((await countHolds(services.db, hold)) < limit) return null
  const message = `You hold seats at this show ${limit} times already: pay for one of these holds, or release it.`
  return keep(services, request, { __typename: 'HoldLimitExceededError', message, limit })
}

// Field by field, as rest and spread take several times as long.
function inSlot(
  { id, accountId, showId, seatIds, now, expiresAt, request }: Omit<NewHold, 'slot'>,
  slot: number,
): NewHold {
  return { id, accountId, showId, seatIds, now, expiresAt, request, slot }
}

async function writeHold(
  services: HoldSeatsServices,
  request: IdempotentRequest,
  hold: NewHold,
): Promise<HoldSeatsOutcome | 'slot is taken' | null> {
  try {
    const written = await services.holds.write(hold)
    if (written === null || written === 'slot is taken') return written
    if ('lost' in written) return keep(services, request, refuseTaken(written.lost)!)
    return { __typename: 'HoldSeatsSuccess', bookingId: hold.id, booking: written }
  } catch (error) {
    if (error instanceof WaitedTooLongError) return serverBusy()
    if (!isUniqueViolation(error)) throw error
    // A twin of this request was faster: its answer is there. Or the key is so old that it is as good as new.
    await dropOldAnswerOf(services.db, request)
    return null
  }
}

/** What a request was answered before, as the show may be guarded since; else the refusal, which is not kept. */
async function keptOr(
  { db }: HoldSeatsServices,
  request: IdempotentRequest,
  refusal: HoldSeatsOutcome,
): Promise<HoldSeatsOutcome> {
  const known = await findKept(db, request)
  return known === null ? refusal : replay(request, known)
}

/** Keeps a refusal under its key, and gives the answer that is kept. */
async function keep(
  { refusals }: HoldSeatsServices,
  request: IdempotentRequest,
  refusal: HoldSeatsOutcome,
): Promise<HoldSeatsOutcome> {
  try {
    return replay(request, await refusals.keep({ request, answer: refusal }))
  } catch (error) {
    if (error instanceof WaitedTooLongError) return serverBusy()
    throw error
  }
}

/** Why seats cannot be had, null if they can by now. */
async function explainRefusal(
  { db, lostSeats }: HoldSeatsServices,
  hold: Omit<NewHold, 'slot'>,
): Promise<HoldSeatsOutcome | null> {
  const { showId, seatIds, now } = hold
  const show = await findShow(db, showId)
  if (show === null) return notFound('There is no such show.')
  const status = showStatus(show, now)
  if (status !== 'SCHEDULED') return showClosed(showId, status)
  const states = await listSeatStates(db, hold)
  if (states.length < seatIds.length) return notFound('Not all of these seats belong to this show.')
  const refusal = refuseTaken(states)
  if (refusal !== null) lostSeats.note(states, now)
  return refusal ?? refuseBeyondAllocation(db, hold)
}

function readInput({ holdSeconds }: Config, input: HoldSeatsInput) {
  const seconds = input.holdSeconds ?? holdSeconds.default
  if (seconds < holdSeconds.min || seconds > holdSeconds.max) {
    throw badUserInput(`holdSeconds has to be from ${holdSeconds.min} to ${holdSeconds.max}, not ${seconds}.`)
  }
  const showId = intKeyOf('Show', input.showId)
  return { showId, seatIds: readSeatIds('seatIds', input.seatIds, showId), holdSeconds: seconds }
}
