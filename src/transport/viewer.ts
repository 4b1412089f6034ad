import { isUnavailable } from '../lib/db/index.js'
import { type AccessTokens, IssuerUnavailableError, type Viewer } from '../modules/accounts/index.js'
import { HttpError } from './httpError.js'

/**
 * On whose behalf a request runs: the one of its token, null without a token. Takes `Bearer <token>`, or the token alone.
 *
 * @throws {HttpError} 401 UNAUTHENTICATED for a token that is not valid, so that a client learns that it has to sign in again; 503
 * SERVICE_UNAVAILABLE where that cannot be told now.
 */
export async function identify(tokens: AccessTokens, authorization: unknown): Promise<Viewer | null> {
  if (authorization === undefined || authorization === null || authorization === '') return null
  const token = typeof authorization === 'string' ? authorization.replace(/^Bearer\s+/i, '') : ''
  const viewer = await tokens.verify(token).catch(explain)
  if (viewer !== null) return viewer
  const message = 'The access token is expired or not valid: sign in again.'
  throw new HttpError(401, message, ['www-authenticate', 'Bearer'], 'UNAUTHENTICATED')
}

function explain(error: unknown): never {
  if (!(error instanceof IssuerUnavailableError) && !isUnavailable(error)) throw error
  const message = 'The access token cannot be checked now. Send the same request again in a second.'
  throw new HttpError(503, message, ['retry-after', '1'], 'SERVICE_UNAVAILABLE')
}
