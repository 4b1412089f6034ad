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
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { Context, Services } from '../context.js'
import { shareDocuments } from './apolloDocuments.js'
import { NOT_KEPT, tellCacheControl } from './cachePolicy.js'
import type { Documents } from './pipeline/documents.js'
import type { Executor } from './pipeline/executor.js'
import type { ExecutionOutcome } from './pipeline/maskErrors.js'

export interface ApolloOptions {
  readonly documents: Documents
  readonly executor: Executor
  readonly services: Services
}

/** Apollo for what comes by HTTP. Its documents come from the pipeline and the executor executes, as for every transport. */
export function createApollo({ documents, executor, services }: ApolloOptions): ApolloServer<Context> {
  const { config, log } = services
  return new ApolloServer<Context>({
    schema: documents.schema,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    ...shareDocuments(documents),
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      executeBy(executor),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
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
      const outcome = await executor.execute({ document, operationName, variables }, contextValue)
      // What comes by POST is kept by nobody.
      if (request.http?.method !== 'GET') return toResponse(outcome)
      const cacheControl = contextValue.isNotKept
        ? NOT_KEPT
        : tellCacheControl({ schema, document, operation }, outcome)
      return toResponse(outcome, toCacheHeaders(cacheControl))
    },
  }
  return { requestDidStart: async () => listener }
}

/** For those who keep answers: of one URL there is one for each media type, and for each who asks, as who is a partner, or no longer signed in, is refused. */
function toCacheHeaders(cacheControl: string): HeaderMap {
  return new HeaderMap([
    ['cache-control', cacheControl],
    ['vary', 'accept, authorization, x-api-key'],
  ])
}

/** Apollo copies what it is given. */
const NO_HEADERS = new HeaderMap()

/** A request that failed before its execution is answered with 400, as GraphQL over HTTP wants it. */
function toResponse(outcome: ExecutionOutcome, headers = NO_HEADERS): GraphQLResponse {
  const http: HTTPGraphQLHead = { headers }
  if (outcome.data === undefined) http.status = 400
  return { http, body: { kind: 'single', singleResult: outcome } }
}
