import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLHead } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Context, Services } from '../context.js'
import { PARSE_OPTIONS } from './documents.js'
import type { Executor } from './executor.js'

/** Apollo for what comes by HTTP: reading requests, documents and their errors. The executor executes, as for every transport. */
export function createApollo(schema: GraphQLSchema, executor: Executor, services: Services): ApolloServer<Context> {
  const { config, log } = services
  return new ApolloServer<Context>({
    schema,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: PARSE_OPTIONS,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: log,
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
        async didResolveOperation({ operation }) {
          if (operation?.operation !== 'subscription') return
          throw new GraphQLError('Subscribe over WebSocket, at this same address.', {
            extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
          })
        },
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
