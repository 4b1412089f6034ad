import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { ExcessCode } from '../../lib/documents/documentLimits.js'
import { cutMessage } from './maskErrors.js'

/** Why a request is not executed: its client is told the same on every transport. */
export interface Refusal {
  /** Plain, as refusals are remembered: what was thrown keeps by its stack all that it was found in, such as a document. */
  readonly errors: readonly RefusalError[]
  /** Of the answer by HTTP. */
  readonly status: number
  /** Names and values in turn, of the answer by HTTP. */
  readonly headers?: readonly string[]
}

export interface RefusalError extends GraphQLFormattedError {
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string }
}

/** What is wrong with a text, and where. */
type Found = Pick<GraphQLError, 'message'> & Partial<Pick<GraphQLError, 'locations'>>

/** Of what is more than is allowed: the code by which a client knows which limit it was. */
export type LimitCode =
  | ExcessCode
  | 'TOKEN_LIMIT_EXCEEDED'
  | 'PAGE_LIMIT_EXCEEDED'
  | 'COST_LIMIT_EXCEEDED'
  | 'BATCH_LIMIT_EXCEEDED'
  | 'PIPELINE_LIMIT_EXCEEDED'
  | 'SOCKET_LIMIT_EXCEEDED'

/** A refusal of one error with a code. */
export function refuse(code: string, message: string, status = 400): Refusal {
  return { status, errors: [coded({ message }, code)] }
}

/** Refuses what is more than is allowed, and tells how much that is. */
export function overLimit(
  code: LimitCode,
  what: string,
  { actual, limit }: { actual: number; limit: number },
): Refusal {
  const message = `${what}: at most ${limit}, and not ${actual}.`
  return { status: 400, errors: [{ message, extensions: { code, limit, actual } }] }
}

/** Refuses what comes too often, and tells when to come back. */
export function tooOften(message: string, retryAfterSeconds: number): Refusal {
  const extensions = { code: 'RATE_LIMITED', retryAfterSeconds }
  const text = `${message} Come back in ${retryAfterSeconds} s.`
  return {
    status: 429,
    headers: ['retry-after', String(retryAfterSeconds)],
    errors: [{ message: text, extensions }],
  }
}

/** The error with a code, at the place of the text where it was found. */
export function coded({ message, locations }: Found, code: string): RefusalError {
  return { message: cutMessage(message), ...(locations && { locations }), extensions: { code } }
}
