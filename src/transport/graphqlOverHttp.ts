import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '../context.js'
import type { Turns } from '../lib/turns.js'
import { identify } from './caller.js'
import { addressOf } from './clientAddress.js'
import { answerBatch } from './graphqlBatch.js'
import { answerOperation, type OperationServices, type Outcome, toAnswer } from './graphqlOperation.js'
import { readGraphqlRequest } from './graphqlRequest.js'
import { HttpError } from './httpError.js'
import { isLong } from './isLong.js'
import { chooseMediaType } from './mediaType.js'
import type { Origins } from './origins.js'
import { spendRequest } from './pipeline/budget.js'
import { internalError } from './pipeline/maskErrors.js'
import type { Refusal } from './pipeline/refusal.js'
import { PublicAnswers } from './publicAnswers.js'
import { CUT_OFF, parseJsonBody, readBody } from './readBody.js'
import { type Answer, respond } from './respond.js'

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface GraphqlHandlerOptions extends Omit<OperationServices, 'publicAnswers'> {
  readonly origins: Origins
  readonly turns: Turns
}

/** GraphQL over HTTP on node:http: https://graphql.github.io/graphql-over-http/draft/ */
export function createGraphqlHandler(options: GraphqlHandlerOptions): HttpHandler {
  const { services } = options
  const { publicCacheMs } = services.config
  const publicAnswers = publicCacheMs > 0 ? new PublicAnswers(publicCacheMs) : null
  const answering = { ...options, publicAnswers }
  return async (request, response) => {
    const requestId = randomUUID()
    const { status, headers, body } = await answer(request, requestId, answering).catch(async (error: unknown) => {
      if (error instanceof HttpError) return toAnswer(await refuseRequest(request, requestId, { error, services }))
      services.log.error({ err: error, requestId }, 'a request failed')
      return toAnswer({ status: 500, result: { errors: [internalError(requestId)] } })
    })
    respond(response, { status, headers: ['x-request-id', requestId, ...headers], body })
  }
}

type Answering = OperationServices & Pick<GraphqlHandlerOptions, 'origins' | 'turns'>

const FOREIGN_PAGE = new HttpError(
  403,
  'Pages of this origin may not ask here: ALLOWED_ORIGINS has those that may.',
  [],
  'FORBIDDEN_ORIGIN',
)

async function answer(request: IncomingMessage, requestId: string, answering: Answering): Promise<Answer> {
  const { services, turns, origins } = answering
  if (!origins.isWelcome(request)) throw FOREIGN_PAGE
  const bytes = await readBody(request, services.config.maxBodyBytes)
  await turns.begin(request.socket, isLong(bytes.length))
  if (request.socket.destroyed) throw CUT_OFF
  const body = parseJsonBody(request, bytes)
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

/** What is told to a request that was refused before its operation was looked at. It counts as one of its address. */
async function refuseRequest(
  request: IncomingMessage,
  requestId: string,
  { error, services }: { readonly error: HttpError; readonly services: Services },
): Promise<Outcome> {
  const { config, rateLimits, log } = services
  const address = addressOf(request, config.trustProxy)
  const {
    status,
    headers = [],
    errors,
  } = (await spendRequest({ partner: null, address, config, rateLimits })) ?? toRefusal(error)
  log.debug({ requestId, status, code: error.code, reason: error.message }, 'refused a request')
  return { status, headers: ['cache-control', 'no-store', ...headers], result: { errors } }
}

function toRefusal({ status, code, message, headers }: HttpError): Refusal {
  return { status, headers, errors: [{ message, extensions: { code } }] }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}
