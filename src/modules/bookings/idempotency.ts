import { createHash } from 'node:crypto'
import { badUserInput } from '../../lib/errors.js'
import type { Mismatch } from './outcomes.js'
import type { Answer } from './store.js'

const MAX_KEY_LENGTH = 255

/** A request that gets the same answer however often it comes: who sends it, for which operation, under which key. */
export interface IdempotentRequest {
  readonly accountId: string
  readonly operation: 'holdSeats' | 'confirmBooking'
  readonly key: string
  /** SHA-256 of the input, in hex. */
  readonly hash: string
}

/**
 * Identifies a request by its key and its input.
 *
 * @throws BAD_USER_INPUT when the key is empty or too long.
 */
export function identifyRequest(
  accountId: string,
  operation: IdempotentRequest['operation'],
  { key, input }: { key: string; input: unknown },
): IdempotentRequest {
  if (key.length < 1 || key.length > MAX_KEY_LENGTH) {
    throw badUserInput(`idempotencyKey has to have 1 to ${MAX_KEY_LENGTH} characters.`)
  }
  return { accountId, operation, key, hash: createHash('sha256').update(JSON.stringify(input)).digest('hex') }
}

/** The answer that a request has got before, or that its key belongs to another input. */
export function replay<Outcome>({ hash, key }: IdempotentRequest, { requestHash, answer }: Answer): Outcome | Mismatch {
  return requestHash === hash ? (answer as Outcome) : mismatch(key)
}

export function mismatch(key: string): Mismatch {
  const message = `The idempotency key ${JSON.stringify(key)} was used with another input: use a new key.`
  return { __typename: 'IdempotencyMismatchError', message }
}
