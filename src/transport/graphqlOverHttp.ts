import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, type GraphQLResponse, HeaderMap } from '@apollo/server'
import { type Context, createContext, type Services } from '../context.js'
import { Turns } from '../lib/turns.js'
import { nameText } from './apolloDocuments.js'
import { addressOf } from './clientAddress.js'
import type { Documents } from './documents.js'
import { readGraphqlRequest } from './graphqlRequest.js'
import { HttpError } from './httpError.js'
import { internalError } from './maskErrors.js'
import { chooseMediaType, type MediaType } from './mediaType.js'
import { type PublicAnswer, PublicAnswers } from './publicAnswers.js'
import { readJsonBody } from './readBody.js'
import { type Answer, respond } from './respond.js'
import { identify } from './viewer.js'

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface GraphqlHandlerOptions {
  readonly apollo: ApolloServer<Context>
  readonly documents: Documents
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
export function createGraphqlHandler({ apollo, documents, services }: GraphqlHandlerOptions): HttpHandler {
  const { publicCacheMs } = services.config
  const publicAnswers = publicCacheMs > 0 ? new PublicAnswers({ documents, keepMs: publicCacheMs }) : null
  const answering = { apollo, publicAnswers, services, turns: new Turns(MAX_BEGUN_AT_ONCE) }
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

interface Answering {
  readonly apollo: ApolloServer<Context>
  readonly publicAnswers: PublicAnswers | null
  readonly services: Services
  readonly turns: Turns
}

async function answer(
  request: IncomingMessage,
  requestId: string,
  { apollo, publicAnswers, services, turns }: Answering,
): Promise<Answer> {
  const body = await readJsonBody(request)
  await turns.begin()
  const mediaType = chooseMediaType(request.headers.accept)
  if (mediaType === null) throw new HttpError(406, 'Accept application/json or application/graphql-response+json.')
  const method = request.method!
  const search = searchOf(request.url!)
  const graphqlRequest = readGraphqlRequest(method, search, body)
  // By it Apollo refuses mutations by GET.
  if (method === 'GET') graphqlRequest.http = { method, headers: new HeaderMap(), search, body }
  const viewer = await identify(services.tokens, request.headers.authorization)
  const { trustProxy } = services.config
  const execute = async () => {
    const contextValue = createContext(services, { viewer, address: addressOf(request, trustProxy) }, requestId)
    return toAnswer(
      toOutcome(await apollo.executeOperation(nameText(graphqlRequest), { contextValue }), mediaType, contextValue),
    )
  }
  const { query, operationName = null, variables = null, extensions } = graphqlRequest
  if (viewer !== null || publicAnswers === null || query === undefined || extensions !== undefined) return execute()
  return publicAnswers.answer({ method, mediaType, query, operationName, variables }, execute)
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
  const isUnderstood = status === 400 && GRAPHQL_REFUSALS.has(String(code))
  return {
    status: isUnderstood && mediaType === 'application/json' ? 200 : status,
    headers: headers.size === 0 ? [] : [...headers].flat(),
    mediaType,
    result: body.singleResult,
  }
}

/**
 * The codes of requests that were understood as GraphQL and refused by it. In plain JSON the status does not tell of them, as
 * between servers it could come from anything: https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
const GRAPHQL_REFUSALS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'])

function toRefusal({ status, code, message, headers }: HttpError): Outcome {
  return { status, headers, result: { errors: [{ message, extensions: { code } }] } }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
