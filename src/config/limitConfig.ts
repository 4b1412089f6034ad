import type { DocumentLimits } from '../lib/documents/documentLimits.js'
import { type Values, wholeNumber } from './variables.js'

/** How much one request may ask for. */
export interface LimitConfig extends DocumentLimits {
  /** Of the objects that an answer is expected to have, and what @cost says. */
  readonly maxQueryCost: number
  /** How many nodes a page of a connection has. */
  readonly maxPageSize: number
  /** How many operations one request by HTTP may have. */
  readonly maxBatchOperations: number
  /** How many requests of a connection may wait behind one that is not answered yet. */
  readonly maxPipelinedRequests: number
  readonly maxBodyBytes: number
  /** Of a message on a WebSocket. */
  readonly maxMessageBytes: number
  /** Of a message on a WebSocket, into how many frames its client may have cut it. */
  readonly maxMessageFragments: number
  readonly maxSocketsPerAccount: number
  /** Null for a thousand, but as many as one likes from this machine itself, where a proxy may be. */
  readonly maxSocketsPerAddress: number | null
  /** How many operations may run on a WebSocket at once: subscriptions, for the most part. */
  readonly maxOperationsPerSocket: number
  /** How long an operation may take before its client is told that it takes too long. */
  readonly operationTimeoutMs: number
}

const number = (fallback: number, most = 1_000_000) =>
  wholeNumber(1, most).default(fallback).describe(`a number from 1 to ${most}`)

export const limitVariables = {
  MAX_QUERY_TOKENS: number(2_000),
  MAX_QUERY_DEPTH: number(20, 1_000),
  MAX_QUERY_FIELDS: number(400),
  MAX_QUERY_ALIASES: number(50),
  MAX_QUERY_DIRECTIVES: number(50),
  MAX_QUERY_FRAGMENTS: number(100),
  MAX_QUERY_COST: number(5_000),
  MAX_PAGE_SIZE: number(100, 100),
  MAX_INPUT_ITEMS: number(100),
  MAX_BATCH_OPERATIONS: number(1, 100),
  MAX_PIPELINED_REQUESTS: number(8, 1_000),
  MAX_BODY_BYTES: number(1024 * 1024, 100_000_000),
  MAX_MESSAGE_BYTES: number(256 * 1024, 100_000_000),
  MAX_MESSAGE_FRAGMENTS: number(1_000),
  MAX_SOCKETS_PER_ACCOUNT: number(50),
  MAX_SOCKETS_PER_ADDRESS: wholeNumber(1, 1_000_000).optional().describe('a number from 1 to 1000000'),
  MAX_OPERATIONS_PER_SOCKET: number(100),
  OPERATION_TIMEOUT_MS: number(15_000, 600_000),
}

export function toLimitConfig(values: Values<typeof limitVariables>): LimitConfig {
  return {
    maxQueryTokens: values.MAX_QUERY_TOKENS,
    maxQueryDepth: values.MAX_QUERY_DEPTH,
    maxQueryFields: values.MAX_QUERY_FIELDS,
    maxQueryAliases: values.MAX_QUERY_ALIASES,
    maxQueryDirectives: values.MAX_QUERY_DIRECTIVES,
    maxQueryFragments: values.MAX_QUERY_FRAGMENTS,
    maxQueryCost: values.MAX_QUERY_COST,
    maxPageSize: values.MAX_PAGE_SIZE,
    maxInputItems: values.MAX_INPUT_ITEMS,
    maxBatchOperations: values.MAX_BATCH_OPERATIONS,
    maxPipelinedRequests: values.MAX_PIPELINED_REQUESTS,
    maxBodyBytes: values.MAX_BODY_BYTES,
    maxMessageBytes: values.MAX_MESSAGE_BYTES,
    maxMessageFragments: values.MAX_MESSAGE_FRAGMENTS,
    maxSocketsPerAccount: values.MAX_SOCKETS_PER_ACCOUNT,
    maxSocketsPerAddress: values.MAX_SOCKETS_PER_ADDRESS ?? null,
    maxOperationsPerSocket: values.MAX_OPERATIONS_PER_SOCKET,
    operationTimeoutMs: values.OPERATION_TIMEOUT_MS,
  }
}
