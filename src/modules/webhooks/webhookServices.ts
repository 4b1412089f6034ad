import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import type { Outbound } from '../../lib/outbound/outbound.js'
import type { Quota } from '../../lib/quota.js'
import type { Sealer } from '../../lib/sealer.js'

/** By what partners are told of events. */
export interface Webhooks {
  readonly outbound: Outbound
  /** Keeps the secrets of endpoints. */
  readonly sealer: Sealer
  /** How many events each partner is being sent from here: its slow servers leave room for others. */
  readonly shares: Quota
}

/** What the operations of this domain work with. */
export interface WebhookServices {
  readonly db: Database
  readonly clock: Clock
  readonly webhooks: Webhooks
}
