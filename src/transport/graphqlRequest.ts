import { HttpError } from './httpError.js'
import { ParameterError, type Parameters, readParameters } from './pipeline/parameters.js'

/**
 * What a request asks for, by the body of a POST or the search of a GET, whose `variables` and `extensions` are JSON:
 * https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
 *
 * @throws {HttpError} 400 or 405, with a message for the client.
 */
export function readGraphqlRequest(method: string, search: string, body: unknown): Parameters {
  if (method !== 'POST' && method !== 'GET') {
    const allow = ['allow', 'GET, POST']
    throw new HttpError(405, 'Send queries by GET or POST, and mutations by POST.', allow, 'METHOD_NOT_ALLOWED')
  }
  try {
    return readParameters(method === 'POST' ? body : readSearch(search))
  } catch (error) {
    if (error instanceof ParameterError) throw new HttpError(400, error.message)
    throw error
  }
}

function readSearch(search: string): Readonly<Record<string, unknown>> {
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
    throw new HttpError(400, `${name} has to be JSON.`)
  }
}
