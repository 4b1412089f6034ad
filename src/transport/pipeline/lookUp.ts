import { GraphQLError } from 'graphql'
import type { Context } from '../../context.js'
import { findOperationText } from '../../modules/partners/index.js'
import type { Parameters } from './parameters.js'
import { type Refusal, refuse } from './refusal.js'

/** The text that a request asks for: its own, or the one that it names. */
export async function lookUp(parameters: Parameters, caller: Context): Promise<string | Refusal> {
  const { query, documentId, doc_id, extensions } = parameters
  const id = documentId ?? doc_id
  // What comes most often has to wait for nothing.
  if (caller.partner === null && id === undefined && extensions?.persistedQuery == null) {
    return query === undefined || query.trim() === '' ? NO_QUERY : query
  }
  // Who is no partner names operations by the SHA-256 of their text, if at all.
  const isKnownHere = caller.partner !== null || (caller.automaticOperations !== null && id === undefined)
  if (!isKnownHere) return PERSISTED_QUERY_NOT_SUPPORTED
  try {
    return (await findOperationText(caller, caller.partner, parameters)) ?? NO_QUERY
  } catch (error) {
    if (error instanceof GraphQLError) return refuse(String(error.extensions.code), error.message)
    throw error
  }
}

const NO_QUERY = refuse(
  'BAD_REQUEST',
  'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
)

/** By its code, clients that send hashes turn to sending texts: https://www.apollographql.com/docs/apollo-server/performance/apq */
const PERSISTED_QUERY_NOT_SUPPORTED = refuse('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', 200)
