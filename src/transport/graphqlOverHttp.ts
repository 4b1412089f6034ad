import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Turns } from '../lib/turns.js'
import { identify } from './caller.js'
import { addressOf } from './clientAddress.js'
import { answerBatch } from './graphqlBatch.js'
import { answerOperation, type OperationServices, type Outcome, toAnswer } from './graphqlOperation.js'
import { readGraphqlRequest } from './graphqlRequest.js'
import { HttpError } from './httpError.js'
import { chooseMediaType } from './mediaType.js'
import type { Origins } from './origins.js'
import { internalError } from './pipeline/maskErrors.js'
import { PublicAnswers } from './publicAnswers.js'
import { readJsonBody } from './readBody.js'
import { type Answer, respond } from './respond.js'

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface GraphqlHandlerOptions extends Omit<OperationServices, 'publicAnswers'> {
  readonly origins: Origins
}

/** So long the answers of the database wait to be read. */
const TURN_MS = 10

/** GraphQL over HTTP on node:http: https://graphql.github.io/graphql-over-http/draft/ */
export function createGraphqlHandler(options: GraphqlHandlerOptions): HttpHandler {
  const { services } = options
  const { publicCacheMs } = services.config
  const publicAnswers = publicCacheMs > 0 ? new PublicAnswers(publicCacheMs) : null
  const answering = { ...options, publicAnswers, turns: new Turns(TURN_MS) }
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

interface Answering extends OperationServices {
  readonly origins: Origins
  readonly turns: Turns
}

const FOREIGN_PAGE = new HttpError(
  403,
  'Pages of this origin may not ask here: ALLOWED_ORIGINS has those that may.',
  [],
  'FORBIDDEN_ORIGIN',
)

async function answer(request: IncomingMessage, requestId: string, answering: Answering): Promise<Answer> {
  const { services, turns, origins } = answering
  if (!origins.isWelcome(request)) throw FOREIGN_PAGE
  const body = await readJsonBody(request, services.config.maxBodyBytes)
  await turns.begin(request.socket)
  const mediaType = chooseMediaType(request.headers.accept)
  if (mediaType === null) throw new HttpError(406, 'Accept application/json or application/graphql-response+json.')
  const method = request.method!
  const isBatch = method === 'POST' && Array.isArray(body)
  const parameters = isBatch ? null : readGraphqlRequest(method, searchOf(request.url!), body)
  const { authorization, 'x-api-key': apiKey } = request.headers
  const { viewer, partner } = await identify(services, { authorization, apiKey })
  const address = addressOf(request, services.config.trustProxy)
  const isGone = () => request.socket.destroyed || (viewer !== null && !services.tokens.isCurrent(viewer))
  const asker = { viewer, partner, address, requestId, method, mediaType, isGone }
  return parameters === null
    ? answerBatch(body as unknown[], asker, answering)
    : answerOperation(parameters, asker, answering)
}

function toRefusal({ status, code, message, headers }: HttpError): Outcome {
  const all = ['cache-control', 'no-store', ...headers]
  return { status, headers: all, result: { errors: [{ message, extensions: { code } }] } }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
