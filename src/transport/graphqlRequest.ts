import type { GraphQLRequest } from '@apollo/server'
import { HttpError } from './httpError.js'

/** By its code, clients that send hashes turn to sending texts: https://www.apollographql.com/docs/apollo-server/performance/apq */
const PERSISTED_QUERY_NOT_SUPPORTED = new HttpError(
  200,
  'PersistedQueryNotSupported',
  ['cache-control', 'private, no-cache, must-revalidate'],
  'PERSISTED_QUERY_NOT_SUPPORTED',
)

type Parameters = Readonly<Record<string, unknown>>

/**
 * What a request asks for, by the body of a POST or the search of a GET, whose `variables` and `extensions` are JSON:
 * https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
 *
 * @throws {HttpError} 400 or 405, with a message for the client.
 */
export function readGraphqlRequest(method: string, search: string, body: unknown): GraphQLRequest {
  if (method === 'POST') return toRequest(body)
  if (method === 'GET') return toRequest(readSearch(search))
  throw new HttpError(405, 'Send queries by GET or POST, and mutations by POST.', ['allow', 'GET, POST'])
}

function toRequest(parameters: unknown): GraphQLRequest {
  if (!isRecord(parameters)) throw new HttpError(400, 'Send a JSON object with a query, one operation a request.')
  const { query, operationName, variables, extensions } = parameters
  if (query != null && typeof query !== 'string') throw refuse('query', 'a string')
  if (operationName != null && typeof operationName !== 'string') throw refuse('operationName', 'a string')
  if (variables != null && !isRecord(variables)) throw refuse('variables', 'an object')
  if (extensions != null && !isRecord(extensions)) throw refuse('extensions', 'an object')
  if (extensions?.persistedQuery != null) throw PERSISTED_QUERY_NOT_SUPPORTED
  const request: GraphQLRequest = {}
  if (query != null) request.query = query
  if (operationName != null) request.operationName = operationName
  if (variables != null) request.variables = variables
  if (extensions != null) request.extensions = extensions
  return request
}

function readSearch(search: string): Parameters {
  const given = new URLSearchParams(search)
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of given) {
    if (given.getAll(name).length > 1) throw new HttpError(400, `Give ${name} once.`)
    parameters[name] = name === 'variables' || name === 'extensions' ? parseJson(name, value) : value
  }
  return parameters
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(name, 'JSON')
  }
}

function refuse(name: string, what: string): HttpError {
  return new HttpError(400, `${name} has to be ${what}.`)
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
