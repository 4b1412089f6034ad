import { GraphQLError } from 'graphql'
import type { AccessTokens, Viewer } from '../modules/accounts/index.js'

/**
 * On whose behalf a request runs: the one of its token, null without a token. Takes `Bearer <token>`, or the token alone.
 *
 * @throws UNAUTHENTICATED for a token that is not valid, so that a client learns that it has to sign in again.
 */
export async function identify(tokens: AccessTokens, authorization: unknown): Promise<Viewer | null> {
  if (authorization === undefined || authorization === null || authorization === '') return null
  const token = typeof authorization === 'string' ? authorization.replace(/^Bearer\s+/i, '') : ''
  const viewer = await tokens.verify(token)
  if (viewer !== null) return viewer
  throw new GraphQLError('The access token is expired or not valid: sign in again.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  })
}
