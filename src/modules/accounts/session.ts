import type { Config } from '../../config.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import type { PubSub } from '../../lib/pubsub.js'
import type { AccessTokens } from './accessTokens.js'

/** What the operations of this domain work with. */
export interface AccountServices {
  readonly db: Database
  readonly tokens: AccessTokens
  readonly clock: Clock
  readonly pubsub: PubSub
  readonly config: Pick<Config, 'sessionTtlSeconds'>
}
