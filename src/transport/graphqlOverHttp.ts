import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, type GraphQLRequest, type GraphQLResponse, HeaderMap } from '@apollo/server'
import { type Context, createContext, type Services } from '../context.js'
import { Turns } from '../lib/turns.js'
import { nameText } from './apolloDocuments.js'
import { identify } from './caller.js'
import { addressOf } from './clientAddress.js'
import { readGraphqlRequest } from './graphqlRequest.js'
import { HttpError } from './httpError.js'
import { chooseMediaType, type MediaType } from './mediaType.js'
import type { Origins } from './origins.js'
import { internalError } from './pipeline/maskErrors.js'
import type { Pipeline, PreparedOperation } from './pipeline/pipeline.js'
import type { Refusal } from './pipeline/refusal.js'
import { type PublicAnswer, PublicAnswers } from './publicAnswers.js'
import { readJsonBody } from './readBody.js'
import { type Answer, respond } from './respond.js'

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface GraphqlHandlerOptions {
  readonly apollo: ApolloServer<Context>
  readonly pipeline: Pipeline
  readonly origins: Origins
  readonly services: Services
}

/** What becomes of a request, before it is written. */
interface Outcome {
  readonly status: number
  readonly headers?: readonly string[]
  readonly mediaType?: MediaType
  readonly result: object
}

/** So many take some milliseconds: that long the answers of the database wait to be read. */
const MAX_BEGUN_AT_ONCE = 64

/** GraphQL over HTTP on node:http: https://graphql.github.io/graphql-over-http/draft/ */
export function createGraphqlHandler(options: GraphqlHandlerOptions): HttpHandler {
  const { services } = options
  const { publicCacheMs } = services.config
  const publicAnswers = publicCacheMs > 0 ? new PublicAnswers(publicCacheMs) : null
  const answering = { ...options, publicAnswers, turns: new Turns(MAX_BEGUN_AT_ONCE) }
  return async (request, response) => {
    const requestId = randomUUID()
    const { status, headers, body } = await answer(request, requestId, answering).catch((error: unknown) => {
      if (error instanceof HttpError) return toAnswer(toRefusal(error))
      services.log.error({ err: error, requestId }, 'a request failed')
      return toAnswer({ status: 500, result: { errors: [internalError(requestId)] } })
    })
    respond(response, { status, headers: ['x-request-id', requestId, ...headers], body })
  }
}

interface Answering extends GraphqlHandlerOptions {
  readonly publicAnswers: PublicAnswers | null
  readonly turns: Turns
}

const FOREIGN_PAGE = new HttpError(
  403,
  'Pages of this origin may not ask here: ALLOWED_ORIGINS has those that may.',
  [],
  'FORBIDDEN_ORIGIN',
)

async function answer(request: IncomingMessage, requestId: string, answering: Answering): Promise<Answer> {
  const { pipeline, publicAnswers, services, turns, origins } = answering
  if (!origins.isWelcome(request)) throw FOREIGN_PAGE
  const body = await readJsonBody(request, services.config.maxBodyBytes)
  await turns.begin()
  const mediaType = chooseMediaType(request.headers.accept)
  if (mediaType === null) throw new HttpError(406, 'Accept application/json or application/graphql-response+json.')
  const method = request.method!
  const parameters = readGraphqlRequest(method, searchOf(request.url!), body)
  const { authorization, 'x-api-key': apiKey } = request.headers
  const { viewer, partner } = await identify(services, { authorization, apiKey })
  const address = addressOf(request, services.config.trustProxy)
  const context = createContext(services, { viewer, partner, address }, requestId)
  const prepared = await pipeline.prepare(parameters, context)
  if ('errors' in prepared) return toAnswer(toRefused(prepared, mediaType))
  const execute = async () => toAnswer(toOutcome(await run(prepared, method, context, answering), mediaType, context))
  const { text, operation, operationName, variables, tellsCost } = prepared
  const isPublic = viewer === null && operation.operation === 'query' && !tellsCost
  if (!isPublic || publicAnswers === null) return execute()
  return publicAnswers.answer({ method, mediaType, query: text, operationName, variables }, execute)
}

async function run(
  prepared: PreparedOperation,
  method: string,
  contextValue: Context,
  { apollo, pipeline }: Answering,
): Promise<GraphQLResponse> {
  const { text, operationName, variables } = prepared
  const request: GraphQLRequest = nameText(text)
  if (operationName !== undefined) request.operationName = operationName
  if (variables !== undefined) request.variables = variables
  // By it Apollo refuses mutations by GET.
  if (method === 'GET') request.http = { method, headers: new HeaderMap(), search: '', body: undefined }
  const response = await apollo.executeOperation(request, { contextValue })
  if (response.body.kind === 'single') {
    response.body.singleResult = pipeline.tellCost(prepared, response.body.singleResult)
  }
  return response
}

function toAnswer({ status, headers = [], mediaType = 'application/json', result }: Outcome): PublicAnswer {
  return {
    status,
    headers: ['content-type', `${mediaType}; charset=utf-8`, ...headers],
    body: JSON.stringify(result),
    isGood: status === 200 && !('errors' in result),
  }
}

function toOutcome({ http, body }: GraphQLResponse, mediaType: MediaType, { requestId }: Context): Outcome {
  if (body.kind !== 'single') throw new Error('incremental delivery is not part of this API')
  const { status = 200, headers } = http
  const code = body.singleResult.errors?.[0]?.extensions?.code
  // The executor masks its own faults, with the request id. This one is Apollo's.
  const isFault = code === 'INTERNAL_SERVER_ERROR' && body.singleResult.data === undefined
  if (isFault) return { status: 500, result: { errors: [internalError(requestId)] } }
  return {
    status: statusOf(status, code, mediaType),
    headers: headers.size === 0 ? [] : [...headers].flat(),
    mediaType,
    result: body.singleResult,
  }
}

/** What the pipeline refuses is kept by nobody. */
function toRefused({ status, headers = [], errors }: Refusal, mediaType: MediaType): Outcome {
  const code = errors[0]!.extensions.code
  const all = ['cache-control', 'no-store', ...headers]
  return { status: statusOf(status, code, mediaType), headers: all, mediaType, result: { errors } }
}

/**
 * A request that was understood as GraphQL and refused by it is 400 for those who know GraphQL's own media type. In plain JSON the status
 * does not tell of it, as between servers it could come from anything:
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
function statusOf(status: number, code: unknown, mediaType: MediaType): number {
  if (code === 'OPERATION_TIMEOUT') return 503
  return status === 400 && code !== 'BAD_REQUEST' && mediaType === 'application/json' ? 200 : status
}

function toRefusal({ status, code, message, headers }: HttpError): Outcome {
  return { status, headers, result: { errors: [{ message, extensions: { code } }] } }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
