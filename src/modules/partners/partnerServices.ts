import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import type { PubSub } from '../../lib/pubsub.js'

/** What the operations of this domain work with. */
export interface PartnerServices {
  readonly db: Database
  readonly clock: Clock
  readonly pubsub: PubSub
}

/** The topic that says that partners, keys or operations have changed, after the commit. */
export const PARTNERS_CHANGED = 'partners.changed'

/** Tells all servers to look again. One that does not hear it does so within seconds. */
export function tellChange({ pubsub }: PartnerServices): void {
  pubsub.publish(PARTNERS_CHANGED, {})
}
