/** What a request asks for, as https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters names it. */
export interface Parameters {
  readonly query?: string
  readonly operationName?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly extensions?: Readonly<Record<string, unknown>>
  /** Of an operation that is known here. */
  readonly documentId?: string
  /** The same, as Relay's clients send it. */
  readonly doc_id?: string
}

/** Thrown for parameters of the wrong type; the message is for the client. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError'
}

/**
 * Reads the parameters of a request. Those that are null count as left out.
 *
 * @throws {ParameterError}
 */
export function readParameters(given: unknown): Parameters {
  if (!isRecord(given)) throw new ParameterError('Send a JSON object with a query, one operation a request.')
  const { query, operationName, variables, extensions, documentId, doc_id } = given
  const texts = { query, operationName, documentId, doc_id }
  for (const [name, value] of Object.entries(texts)) {
    if (value != null && typeof value !== 'string') throw new ParameterError(`${name} has to be a string.`)
  }
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (value != null && !isRecord(value)) throw new ParameterError(`${name} has to be an object.`)
  }
  const all = { ...texts, variables, extensions }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)) as Parameters
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
