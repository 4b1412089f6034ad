import { type ApolloServer, type GraphQLRequest, type GraphQLResponse, HeaderMap } from '@apollo/server'
import { type Caller, type Context, createContext, type Services } from '../context.js'
import { nameText } from './apolloDocuments.js'
import type { MediaType } from './mediaType.js'
import { internalError } from './pipeline/maskErrors.js'
import type { Parameters } from './pipeline/parameters.js'
import type { Pipeline, PreparedOperation, Recipient } from './pipeline/pipeline.js'
import type { Refusal } from './pipeline/refusal.js'
import type { PublicAnswer, PublicAnswers } from './publicAnswers.js'

/** Who asks for an operation, and how. */
export interface Asker extends Caller, Recipient {
  readonly requestId: string
  readonly method: string
  readonly mediaType: MediaType
}

export interface OperationServices {
  readonly apollo: ApolloServer<Context>
  readonly pipeline: Pipeline
  readonly services: Services
  /** Null where each is executed for itself. */
  readonly publicAnswers: PublicAnswers | null
}

/** What becomes of an operation, before it is written. */
export interface Outcome {
  readonly status: number
  readonly headers?: readonly string[]
  readonly mediaType?: MediaType
  readonly result: object
}

/** What is refused is kept by nobody. */
const NOT_KEPT = ['cache-control', 'no-store']

/** Takes an operation through the pipeline and Apollo: the answer to it by HTTP. */
export async function answerOperation(
  parameters: Parameters,
  asker: Asker,
  operating: OperationServices,
): Promise<PublicAnswer> {
  const { pipeline, publicAnswers, services } = operating
  const { method, mediaType, requestId } = asker
  const context = createContext(services, asker, requestId)
  const prepared = await pipeline.prepare(parameters, context, { isReadOnly: method === 'GET' })
  if ('errors' in prepared) return toAnswer(toRefused(prepared, mediaType))
  const execute = async (recipient: Recipient = asker) => {
    const response = await pipeline.inTurn(prepared, recipient, () => run(prepared, method, context, operating))
    return toAnswer('errors' in response ? toRefused(response, mediaType) : toOutcome(response, mediaType, context))
  }
  const { text, operation, operationName, variables, tellsCost } = prepared
  const isPublic = asker.viewer === null && operation.operation === 'query' && !tellsCost
  if (!isPublic || publicAnswers === null) return execute()
  const question = { method, mediaType, query: text, operationName, variables }
  // Others may wait for it as well.
  return publicAnswers.answer(question, () => execute({ ...asker, isGone: () => false }))
}

async function run(
  prepared: PreparedOperation,
  method: string,
  contextValue: Context,
  { apollo, pipeline }: OperationServices,
): Promise<GraphQLResponse> {
  const { text, operationName, variables } = prepared
  const request: GraphQLRequest = nameText(text)
  if (operationName !== undefined) request.operationName = operationName
  if (variables !== undefined) request.variables = variables
  // What may be kept by caches is told for a GET.
  if (method === 'GET') request.http = { method, headers: new HeaderMap(), search: '', body: undefined }
  const response = await apollo.executeOperation(request, { contextValue })
  if (response.body.kind === 'single') {
    response.body.singleResult = pipeline.tellCost(prepared, response.body.singleResult)
  }
  return response
}

/** An outcome as it is written. */
export function toAnswer({ status, headers = [], mediaType = 'application/json', result }: Outcome): PublicAnswer {
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
  const isRefused = body.singleResult.data === undefined
  const isFault = isRefused && code === 'INTERNAL_SERVER_ERROR'
  if (isFault) return { status: 500, result: { errors: [internalError(requestId)] } }
  return {
    status: statusOf(status, code, mediaType),
    headers: isRefused && !headers.has('cache-control') ? NOT_KEPT.concat(...headers) : [...headers].flat(),
    mediaType,
    result: body.singleResult,
  }
}

function toRefused({ status, headers = [], errors }: Refusal, mediaType: MediaType): Outcome {
  const code = errors[0]!.extensions.code
  return { status: statusOf(status, code, mediaType), headers: NOT_KEPT.concat(headers), mediaType, result: { errors } }
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
