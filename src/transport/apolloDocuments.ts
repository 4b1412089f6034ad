import type { ApolloServerOptions, GraphQLRequest } from '@apollo/server'
import type { Context } from '../context.js'
import type { Documents } from './pipeline/documents.js'

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

/** A request whose text is named by itself. */
export function nameText(text: string): Pick<GraphQLRequest, 'extensions'> {
  return { extensions: { persistedQuery: { version: 1, sha256Hash: text } } }
}

const KEEPS_NOTHING = { set: async () => {}, delete: async () => false }

/** Apollo puts one before each key, which ends with a colon. */
function withoutPrefix(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
