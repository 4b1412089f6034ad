import { hash } from 'node:crypto'
import type { Clock } from '../../../lib/clock.js'
import type { Database, Transaction } from '../../../lib/db/index.js'
import { badUserInput } from '../../../lib/errors.js'
import { refuseCardNumberInKey } from '../../payments/index.js'
import type { SeatMapFeed, SeatState } from '../../seatmaps/index.js'
import type { InProgress, Mismatch, NotFound } from '../outcomes.js'
import { bookingNotFound } from '../refusals.js'
import { claimKey, dropClaim, findKept, type Kept, keepAnswer, keepAnswerIn } from './answerStore.js'

const MAX_KEY_LENGTH = 255
const RETRY_AFTER_SECONDS = 2

/** A request that gets the same answer however often it comes: who sends it, for which operation, under which key. */
export interface IdempotentRequest {
  readonly accountId: string
  /** The name of the mutation. */
  readonly operation: string
  readonly key: string
  /** SHA-256 of the input, in hex. */
  readonly hash: string
  /** When it came. */
  readonly now: Date
}

/** What a request has come to: final, and kept under its key, or such that the same request may go on where it was. */
export interface Attempt<Outcome> {
  readonly outcome: Outcome
  readonly isFinal: boolean
}

/** What a transaction has answered, and what it has changed of seats. */
export interface Change<Outcome> {
  readonly outcome: Outcome
  readonly seats: readonly SeatState[]
}

export interface IdempotencyServices {
  readonly db: Database
  readonly clock: Clock
}

/**
 * Identifies a request by its key and its input.
 *
 * @throws BAD_USER_INPUT when the key is empty or too long, or has a card number in it.
 */
export function identifyRequest(
  { accountId, operation, now }: Pick<IdempotentRequest, 'accountId' | 'operation' | 'now'>,
  key: string,
  input: unknown,
): IdempotentRequest {
  if (key.length < 1 || isTooLong(key)) {
    throw badUserInput(`idempotencyKey has to have 1 to ${MAX_KEY_LENGTH} characters.`)
  }
  refuseCardNumberInKey(key)
  return { accountId, operation, now, key, hash: hash('sha256', JSON.stringify(input)) }
}

/** Of characters as people count them: some are two units of a string. */
function isTooLong(key: string): boolean {
  return key.length > MAX_KEY_LENGTH && [...key].length > MAX_KEY_LENGTH
}

/**
 * Runs an operation that takes a while and more than a transaction, once at a time for its key. `work` gets the id of
 * what it begins, the same one however often the request is taken up again.
 */
export async function runOnce<Outcome>(
  { db }: IdempotencyServices,
  request: IdempotentRequest,
  work: (workId: string) => Promise<Attempt<Outcome>>,
): Promise<Outcome | Mismatch | InProgress | NotFound> {
  const workId = await claimKey(db, request)
  if (workId === null) return replay(request, await findKept(db, request))
  let isKept = false
  try {
    const { outcome, isFinal } = await work(workId)
    if (!isFinal) return outcome
    isKept = true
    return replay(request, await keepAnswer(db, request, outcome))
  } finally {
    // Where even that fails, the claim ends by itself.
    if (!isKept) await dropClaim(db, request).catch(() => {})
  }
}

/** Runs an operation of one serializable transaction, once for its key where it has one, and tells the watchers of its seats. */
export async function transactOnce<Outcome>(
  services: IdempotencyServices & { readonly seatMaps: SeatMapFeed },
  request: IdempotentRequest | null,
  work: (tx: Transaction) => Promise<Change<Outcome>>,
): Promise<Outcome | Mismatch | InProgress | NotFound> {
  const { db, seatMaps } = services
  const known = request && (await findKept(db, request))
  if (request !== null && known !== null) return replay(request, known)
  try {
    const { outcome, seats } = await db.transact(async (tx) => {
      const change = await work(tx)
      if (request !== null && !(await keepAnswerIn(tx, request, change.outcome))) throw new Answered()
      return change
    })
    seatMaps.publish(seats)
    return outcome
  } catch (error) {
    if (request === null || !(error instanceof Answered)) throw error
    return replay(request, await findKept(db, request))
  }
}

/** Undoes what was written: a twin of the request was faster, and its answer is there. */
class Answered extends Error {}

/** The answer that a request has got before, or why it gets none. */
export function replay<Outcome>(
  request: IdempotentRequest,
  kept: Kept | null,
): Outcome | Mismatch | InProgress | NotFound {
  if (kept !== null && kept.requestHash !== request.hash) return mismatch(request.key)
  if (kept === null || kept.answer === null) return IN_PROGRESS
  // Transferred since: who had it does not see it any more, its new tickets least of all.
  return kept.isGone ? bookingNotFound : (kept.answer as Outcome)
}

function mismatch(key: string): Mismatch {
  const message = `The idempotency key ${JSON.stringify(key)} was used with another input: use a new key.`
  return { __typename: 'IdempotencyMismatchError', message }
}

const IN_PROGRESS: InProgress = {
  __typename: 'RequestInProgressError',
  message: 'The same request is worked on: send it again in a moment, with the same key, for its answer.',
  retryAfterSeconds: RETRY_AFTER_SECONDS,
}
