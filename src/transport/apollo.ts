import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLHead } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Context, Services } from '../context.js'
import { PARSE_OPTIONS } from './documents.js'
import type { Executor } from './executor.js'
import { internalError } from './maskErrors.js'

/** Apollo for what comes by HTTP: reading requests, documents and their errors. The executor executes, as for every transport. */
export function createApollo(schema: GraphQLSchema, executor: Executor, services: Services): ApolloServer<Context> {
  const { config, log } = services
  return new ApolloServer<Context>({
    schema,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: PARSE_OPTIONS,
    // A page of somebody else's can make a browser send GETs and forms, but has no token to send with them: nothing here is
    // authorized by a cookie. GETs run queries alone, and forms are refused as they are not JSON.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: (formatted, error) => formatRequestError(formatted, error, services),
    plugins: [
      executeBy(executor),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}

/** Answers operations by our executor, in the place that Apollo has for answers of plugins. */
function executeBy(executor: Executor): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, document, contextValue }) {
          const { operationName, variables } = request
          const outcome = await executor.execute({ document, operationName, variables }, contextValue)
          const http: HTTPGraphQLHead = { headers: new HeaderMap() }
          // A request that failed before its execution is answered with 400, as GraphQL over HTTP wants it.
          if (outcome.data === undefined) http.status = 400
          return { http, body: { kind: 'single', singleResult: outcome } }
        },
      }
    },
  }
}

/** Errors of the request itself. What should not happen here is masked. */
function formatRequestError(
  formatted: GraphQLFormattedError,
  error: unknown,
  { log }: Services,
): GraphQLFormattedError {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted
  const { message, extensions } = internalError(crypto.randomUUID())
  log.error({ err: unwrapResolverError(error), requestId: extensions?.requestId }, 'a request failed')
  return { message, extensions: extensions! }
}
