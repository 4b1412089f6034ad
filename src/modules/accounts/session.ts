import type { Config } from '../../config.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { forbidden, unauthenticated } from '../../lib/errors.js'
import type { PubSub } from '../../lib/pubsub.js'
import type { AccessTokens, Viewer } from './accessTokens.js'
import { isStaff } from './store.js'

/** What the operations of this domain work with. */
export interface AccountServices {
  readonly db: Database
  readonly tokens: AccessTokens
  readonly clock: Clock
  readonly pubsub: PubSub
  readonly config: Pick<Config, 'sessionTtlSeconds'>
}

/**
 * The viewer of a request that needs one.
 *
 * @throws UNAUTHENTICATED when it has none.
 */
export function requireViewer({ viewer }: { readonly viewer: Viewer | null }): Viewer {
  if (viewer === null) throw unauthenticated()
  return viewer
}

/**
 * The viewer of a request that is for the staff of a theater alone.
 *
 * @throws UNAUTHENTICATED without a viewer, FORBIDDEN when it does not work there.
 */
export async function requireStaff(
  context: { readonly db: Database; readonly viewer: Viewer | null },
  theaterId: number,
): Promise<Viewer> {
  const viewer = requireViewer(context)
  if (await isStaff(context.db, viewer.accountId, theaterId)) return viewer
  throw forbidden('This is for the staff of the theater alone.')
}
