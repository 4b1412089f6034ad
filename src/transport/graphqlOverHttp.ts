import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { type Context, createContext, type Services } from '../context.js'
import { HttpError, readJsonBody } from './readBody.js'
import { identify } from './viewer.js'

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** GraphQL over HTTP on node:http: https://graphql.github.io/graphql-over-http/draft/ */
export function createGraphqlHandler(apollo: ApolloServer<Context>, services: Services): HttpHandler {
  return async (request, response) => {
    const requestId = randomUUID()
    try {
      const body = await readJsonBody(request)
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method!,
          headers: toHeaderMap(request),
          search: searchOf(request.url!),
          body,
        },
        context: async () => {
          const viewer = await identify(services.tokens, request.headers.authorization)
          return createContext(services, viewer, requestId)
        },
      })
      send(response, requestId, answer)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      sendError(response, requestId, error)
    }
  }
}

function send(response: ServerResponse, requestId: string, { status, headers, body }: HTTPGraphQLResponse): void {
  if (body.kind !== 'complete') throw new Error('incremental delivery is not part of this API')
  const isWellFormed = status === 400 && isJson(headers) && isGraphqlRefusal(body.string)
  response.writeHead(isWellFormed ? 200 : (status ?? 200), {
    'x-request-id': status === 500 ? requestIdOf(body.string) : requestId,
    'content-length': Buffer.byteLength(body.string),
    ...Object.fromEntries(headers),
  })
  response.end(body.string)
}

/** The request id that a masked error tells, so that the header tells the same. */
function requestIdOf(body: string): string {
  const { errors } = JSON.parse(body) as { errors: { extensions: { requestId: string } }[] }
  return errors[0]!.extensions.requestId
}

/** The codes of requests that were understood as GraphQL and refused by it. */
const GRAPHQL_REFUSALS = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

/**
 * Where the answer is plain JSON, the status does not tell of GraphQL errors, as between servers it could come from anything:
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
function isGraphqlRefusal(body: string): boolean {
  const { errors } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] }
  return GRAPHQL_REFUSALS.includes(errors?.[0]?.extensions?.code ?? '')
}

function isJson(headers: HeaderMap): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false
}

function sendError(response: ServerResponse, requestId: string, { status, message }: HttpError): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  // What is left of a body that is too large is not read: the connection cannot be used again.
  if (status === 413) response.setHeader('connection', 'close')
  response.writeHead(status, { 'x-request-id': requestId, 'content-type': 'application/json; charset=utf-8' })
  response.end(body)
}

function toHeaderMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, typeof value === 'string' ? value : value.join(', '))
  }
  return headers
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
