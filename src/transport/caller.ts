import type { Caller, Services } from '../context.js'
import { isUnavailable } from '../lib/db/index.js'
import { IssuerUnavailableError, type Viewer } from '../modules/accounts/index.js'
import { identifyPartner, type PartnerCaller } from '../modules/partners/index.js'
import { HttpError } from './httpError.js'

const KEY_PREFIX = 'mq_'
const NEVER = new Date(8.64e15)

/** What a request shows to be known by. */
export interface Credentials {
  /** `Bearer <token>`, or the token alone: an access token, or the key of a partner. */
  readonly authorization: unknown
  /** The key of a partner, of `x-api-key`. */
  readonly apiKey: unknown
}

/** On whose behalf a request runs. */
export type Identity = Pick<Caller, 'viewer' | 'partner'>

const NOBODY: Identity = { viewer: null, partner: null }

/**
 * On whose behalf a request runs: of a partner by its key, of an account by its token, of both, or of nobody. A partner that comes by its key
 * alone acts for its own account.
 *
 * @throws {HttpError} 401 UNAUTHENTICATED for a token or a key that is not valid, so that a client learns that it has to sign in again; 503
 * SERVICE_UNAVAILABLE where that cannot be told now.
 */
export async function identify(services: Services, { authorization, apiKey }: Credentials): Promise<Identity> {
  if (isMissing(authorization) && isMissing(apiKey)) return NOBODY
  const token = typeof authorization === 'string' ? authorization.replace(/^Bearer\s+/i, '') : ''
  if (isMissing(apiKey) && !token.startsWith(KEY_PREFIX))
    return { viewer: await verify(services, token), partner: null }
  if (!isMissing(apiKey) && token.startsWith(KEY_PREFIX) && token !== apiKey) throw unauthenticated('Send one key.')
  const partner = await findPartner(services, isMissing(apiKey) ? token : apiKey)
  const isForItself = isMissing(authorization) || token.startsWith(KEY_PREFIX)
  return { partner, viewer: isForItself ? accountOf(partner) : await verify(services, token) }
}

async function verify({ tokens }: Services, token: string): Promise<Viewer> {
  const viewer = await tokens.verify(token).catch(explain)
  if (viewer !== null) return viewer
  throw unauthenticated('The access token is expired or not valid: sign in again.')
}

async function findPartner(services: Services, key: unknown): Promise<PartnerCaller> {
  const partner = typeof key === 'string' ? await identifyPartner(services, key).catch(explain) : null
  if (partner !== null) return partner
  throw unauthenticated('The key is not one of a partner, or it is revoked or over.')
}

/** The key ends its session, and nothing else does. */
function accountOf({ accountId, expiresAt }: PartnerCaller): Viewer {
  return { accountId, sessionId: null, expiresAt: expiresAt ?? NEVER }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function unauthenticated(message: string): HttpError {
  return new HttpError(401, message, ['www-authenticate', 'Bearer'], 'UNAUTHENTICATED')
}

function explain(error: unknown): never {
  if (!(error instanceof IssuerUnavailableError) && !isUnavailable(error)) throw error
  const message = 'Who you are cannot be checked now. Send the same request again in a second.'
  throw new HttpError(503, message, ['retry-after', '1'], 'SERVICE_UNAVAILABLE')
}
