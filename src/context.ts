import { randomUUID } from 'node:crypto'
import type { Config } from './config.js'
import type { Clock } from './lib/clock.js'
import type { Database } from './lib/db/index.js'
import type { Logger } from './lib/logger.js'
import type { PubSub } from './lib/pubsub.js'
import type { AccessTokens, Viewer } from './modules/accounts/index.js'
import { createBookingLoaders } from './modules/bookings/index.js'
import { createCatalogLoaders } from './modules/catalog/index.js'
import { createPaymentLoaders, type PaymentGateway } from './modules/payments/index.js'
import { createSeatMapLoaders, type SeatMapFeed } from './modules/seatmaps/index.js'
import { createShowLoaders } from './modules/shows/index.js'
import { createTheaterLoaders } from './modules/theaters/index.js'

/** What lives as long as the server. */
export interface Services {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly tokens: AccessTokens
  readonly gateway: PaymentGateway
  readonly pubsub: PubSub
  readonly seatMaps: SeatMapFeed
}

/** What an operation works with: the services, who asks, and the loaders of this execution alone. */
export interface Context extends Services {
  readonly viewer: Viewer | null
  /** Told in the log and in each masked error, so that the two can be brought together. */
  readonly requestId: string
  readonly loaders: Loaders
}

export type Loaders = ReturnType<typeof createLoaders>

/** A context for one execution: an operation, or one event of a subscription. */
export function createContext(services: Services, viewer: Viewer | null, requestId: string = randomUUID()): Context {
  let loaders: Loaders | null = null
  return {
    ...services,
    viewer,
    requestId,
    log: services.log,
    get loaders() {
      loaders ??= createLoaders(services.db)
      return loaders
    },
  }
}

function createLoaders(db: Database) {
  return {
    ...createCatalogLoaders(db),
    ...createTheaterLoaders(db),
    ...createShowLoaders(db),
    ...createSeatMapLoaders(db),
    ...createBookingLoaders(db),
    ...createPaymentLoaders(db),
  }
}
