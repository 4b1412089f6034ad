import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Context } from '../../context.js'
import { ConflictError, isInvalidText, isUnavailable } from '../../lib/db/index.js'
import { badUserInput, serviceUnavailable } from '../../lib/errors.js'

/** What an execution gave, as a client may see it: the same on every transport. */
export type ExecutionOutcome = Pick<FormattedExecutionResult, 'data' | 'errors' | 'extensions'>

const MAX_MESSAGE_LENGTH = 1_000

type Asked = Pick<Context, 'requestId' | 'log' | 'config'>
type Unmasked = Pick<GraphQLError, 'message' | 'locations' | 'path' | 'originalError' | 'extensions'>

/**
 * An error as a client may see it. Those with a code of ours, and those of the request itself, pass. Everything else is a bug
 * or a fault of ours: it becomes INTERNAL_SERVER_ERROR with the request id, and its story goes to the log.
 */
export function maskError(error: Unmasked, { requestId, log, config }: Asked): GraphQLFormattedError {
  const { path, locations, originalError, extensions } = error
  const message = cutMessage(config.introspection ? error.message : withoutSuggestions(error.message))
  const where = { ...(locations && { locations }), ...(path && { path }) }
  if (extensions?.code !== undefined) return { message, ...where, extensions }
  if (path === undefined) {
    return { message, ...where, extensions: { code: 'BAD_USER_INPUT' } }
  }
  const known = explain(originalError)
  if (known !== null) return { message: known.message, ...where, extensions: known.extensions }
  log.error({ err: originalError ?? error, requestId, path }, 'a resolver failed')
  return { ...internalError(requestId), ...where }
}

/** A message that repeats what a client has sent says enough by its beginning. */
export function cutMessage(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH)}…`
}

/** What the database says that a client can do something about, null for everything else. */
function explain(error: unknown): GraphQLError | null {
  if (error instanceof ConflictError)
    return serviceUnavailable('Too many want the same at once. Send the request again.')
  if (isUnavailable(error))
    return serviceUnavailable('The database cannot be reached. Send the same request again in a second.')
  if (isInvalidText(error)) return badUserInput('A text must not contain the character U+0000.')
  return null
}

/** What a client sees of a fault of ours. */
export function internalError(requestId: string): GraphQLFormattedError {
  const message = `Something went wrong on our side. If it stays, tell us the request id ${requestId}.`
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }
}

/** A result as a client may see it. */
export function maskResult(
  { data, errors }: { readonly data?: unknown; readonly errors?: readonly Unmasked[] },
  asked: Asked,
): ExecutionOutcome {
  return {
    ...(errors && { errors: errors.map((error) => maskError(error, asked)) }),
    ...(data !== undefined && { data: data as Record<string, unknown> | null }),
  }
}

/**
 * A message that says nothing of the names that a schema has, for who may not read it: without what graphql-js adds to what it does not
 * know, https://github.com/graphql/graphql-js/blob/16.x.x/src/jsutils/didYouMean.ts
 */
export function withoutSuggestions(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1
  return start === -1 ? message : message.slice(0, start).trimEnd()
}
