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
  const parameters: Record<string, unknown> = {}
  for (const { name, isRight, kind } of PARAMETERS) {
    const value = given[name]
    if (value == null) continue
    if (!isRight(value)) throw new ParameterError(`${name} has to be ${kind}.`)
    parameters[name] = value
  }
  return parameters
}

const TEXT = { isRight: (value: unknown) => typeof value === 'string', kind: 'a string' }
const OBJECT = { isRight: isRecord, kind: 'an object' }
const PARAMETERS = [
  { name: 'query', ...TEXT },
  { name: 'operationName', ...TEXT },
  { name: 'documentId', ...TEXT },
  { name: 'doc_id', ...TEXT },
  { name: 'variables', ...OBJECT },
  { name: 'extensions', ...OBJECT },
]

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
