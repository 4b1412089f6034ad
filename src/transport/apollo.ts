import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
  type HTTPGraphQLHead,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Context, Services } from '../context.js'
import { tellCacheControl } from './cachePolicy.js'
import { PARSE_OPTIONS } from './documents.js'
import type { Executor } from './executor.js'
import type { ExecutionOutcome } from './maskErrors.js'

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

const SUBSCRIBE_ELSEWHERE = {
  message: 'Subscribe over WebSocket, at this same address.',
  extensions: { code: 'BAD_REQUEST' },
}

/** Answers operations by our executor, in the place that Apollo has for answers of plugins. */
function executeBy(executor: Executor): ApolloServerPlugin<Context> {
  // One for all requests, as it remembers nothing of them.
  const listener: GraphQLRequestListener<Context> = {
    async responseForOperation({ schema, request, document, operation, contextValue }) {
      if (operation.operation === 'subscription') return toResponse({ errors: [SUBSCRIBE_ELSEWHERE] })
      const { operationName, variables } = request
      const response = toResponse(await executor.execute({ document, operationName, variables }, contextValue))
      const { http, body } = response
      // What comes by POST is kept by nobody.
      if (request.http?.method === 'GET' && body.kind === 'single') {
        http.headers.set('cache-control', tellCacheControl(schema, operation, body.singleResult as ExecutionOutcome))
      }
      return response
    },
  }
  return { requestDidStart: async () => listener }
}

/** A request that failed before its execution is answered with 400, as GraphQL over HTTP wants it. */
function toResponse(outcome: ExecutionOutcome): GraphQLResponse {
  const http: HTTPGraphQLHead = { headers: new HeaderMap() }
  if (outcome.data === undefined) http.status = 400
  return { http, body: { kind: 'single', singleResult: outcome } }
}
