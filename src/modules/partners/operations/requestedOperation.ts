import type { DocumentLimits } from '../../../lib/documents/documentLimits.js'
import { isSameDocument } from '../../../lib/documents/sameDocument.js'
import { badUserInput, refusedOperation } from '../../../lib/errors.js'

/** What a request says of its operation, in the ways in which clients do. */
export interface OperationParameters {
  /** As GraphQL over HTTP has it: https://graphql.github.io/graphql-over-http/draft/#sec-Persisted-Documents */
  readonly documentId?: unknown
  /** As Relay's documentation has it. */
  readonly doc_id?: unknown
  /** With `persistedQuery.sha256Hash`, as Apollo Client and urql send it. */
  readonly extensions?: unknown
  readonly query?: unknown
}

const MAX_ID_LENGTH = 256
const ID = /^[\x21-\x7e]+$/
const HASH = /^(?:sha256:)?([0-9a-f]{64})$/

/**
 * The id by which a partner asks for its operation.
 *
 * @throws PERSISTED_QUERY_REQUIRED when there is none, BAD_USER_INPUT when it is no text or there are two of them.
 */
export function requestedOperationId(parameters: OperationParameters): string {
  const id = givenId(parameters)
  if (id !== null) return id
  throw refusedOperation(
    'PERSISTED_QUERY_REQUIRED',
    'Partners send the ids of registered operations, as documentId, and no other text.',
  )
}

/** The id by which a request asks for its operation, null when it has none. */
export function givenId({ documentId, doc_id, extensions }: OperationParameters): string | null {
  const ids = [documentId, doc_id, sha256HashOf(extensions)].filter((id) => id != null)
  for (const id of ids)
    if (typeof id !== 'string' || id === '') throw badUserInput('The id of an operation is a string.')
  if (new Set(ids).size > 1) throw badUserInput('The request names two operations: give one id.')
  return (ids[0] as string | undefined) ?? null
}

/**
 * The text to run for an id, by what is registered under it: an id never makes another text run. A text in the request has to mean the same,
 * as tools and clients order fragments differently.
 *
 * @throws PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_MISMATCH
 */
export function requireRegistered(query: unknown, { id, text, limits }: Registered): string {
  if (text === null) {
    const shown = JSON.stringify(id.slice(0, 80))
    throw refusedOperation(
      'PERSISTED_QUERY_NOT_FOUND',
      `No operation is registered under the id ${shown}: have it registered before it is sent.`,
    )
  }
  if (query == null || query === '' || query === text) return text
  if (typeof query === 'string' && isSameDocument(query, text, limits)) return text
  throw refusedOperation(
    'PERSISTED_QUERY_MISMATCH',
    'The text is not the one that is registered under this id: send the id alone, or have the text registered.',
  )
}

/** What is registered under an id. */
interface Registered {
  readonly id: string
  /** Null for nothing. */
  readonly text: string | null
  /** Of texts that are read. */
  readonly limits: Pick<DocumentLimits, 'maxQueryTokens'>
}

/**
 * The names under which an operation may be registered that is asked for by this one, this one first: a SHA-256 with and without
 * `sha256:` before it are the same, as tools and clients differ in that. None for what cannot be an id.
 */
export function namesOf(id: string): string[] {
  if (id.length > MAX_ID_LENGTH || !ID.test(id)) return []
  const hash = HASH.exec(id)?.[1]
  if (hash === undefined) return [id]
  return id === hash ? [id, `sha256:${hash}`] : [id, hash]
}

/** The hash that Apollo Client and urql send. */
export function sha256HashOf(extensions: unknown): unknown {
  const persistedQuery = isRecord(extensions) ? extensions.persistedQuery : null
  return isRecord(persistedQuery) ? persistedQuery.sha256Hash : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
