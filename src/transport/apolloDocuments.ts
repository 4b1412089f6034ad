import type { ApolloServerOptions, GraphQLRequest } from '@apollo/server'
import type { Context } from '../context.js'
import type { Documents } from './documents.js'

type Options = ApolloServerOptions<Context>

/**
 * Lets Apollo look texts up among the documents of all transports. It knows a document by the SHA-256 of its text, which it works
 * out for each request, unless the request comes with a name for a text that it has kept. So each text is its own name.
 */
export function shareDocuments(documents: Documents): Pick<Options, 'documentStore' | 'persistedQueries'> {
  return {
    persistedQueries: { cache: { get: async (key) => withoutPrefix(key), ...KEEPS_NOTHING } },
    documentStore: {
      // What is wrong with a text, Apollo finds out and says by itself.
      async get(key) {
        const parsed = documents.read(withoutPrefix(key))
        return 'document' in parsed ? parsed.document : undefined
      },
      ...KEEPS_NOTHING,
    },
  }
}

/** A request whose text is named by itself. Field by field, as rest and spread cost several times as much. */
export function nameText(request: GraphQLRequest): GraphQLRequest {
  const { query, operationName, variables, extensions, http } = request
  if (query === '' || query === undefined) return request
  const persistedQuery = { version: 1, sha256Hash: query }
  const named: GraphQLRequest = { extensions: extensions ? { ...extensions, persistedQuery } : { persistedQuery } }
  if (operationName !== undefined) named.operationName = operationName
  if (variables !== undefined) named.variables = variables
  if (http !== undefined) named.http = http
  return named
}

const KEEPS_NOTHING = { set: async () => {}, delete: async () => false }

/** Apollo puts one before each key, which ends with a colon. */
function withoutPrefix(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
