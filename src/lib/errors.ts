import { GraphQLError } from 'graphql'

/** The codes of what is thrown. Expected outcomes of the business are returned instead, as members of a result union. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'SERVICE_UNAVAILABLE' | OperationCode

/** Why an operation that is asked for by an id does not run: no such id, no id at all, or another text than the registered one. */
export type OperationCode = 'PERSISTED_QUERY_NOT_FOUND' | 'PERSISTED_QUERY_REQUIRED' | 'PERSISTED_QUERY_MISMATCH'

/** For who is not signed in where one has to be. */
export function unauthenticated(
  message = 'Sign in first: send the access token as "Authorization: Bearer <token>".',
): GraphQLError {
  return coded('UNAUTHENTICATED', message)
}

/** For who is signed in, but is not one of those who may do this. */
export function forbidden(message: string): GraphQLError {
  return coded('FORBIDDEN', message)
}

/** For input that no client should have sent; the message says what would be right. */
export function badUserInput(message: string): GraphQLError {
  return coded('BAD_USER_INPUT', message)
}

/** For what would succeed a moment later, when the same request is sent again. */
export function serviceUnavailable(message: string): GraphQLError {
  return coded('SERVICE_UNAVAILABLE', message)
}

/** For an operation that is not one of those that are registered. */
export function refusedOperation(code: OperationCode, message: string): GraphQLError {
  return coded(code, message)
}

function coded(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } })
}
