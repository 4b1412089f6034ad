import { randomUUID } from 'node:crypto'
import type { Config } from './config.js'
import type { Clock } from './lib/clock.js'
import type { Database } from './lib/db/index.js'
import type { Logger } from './lib/logger.js'
import type { PubSub } from './lib/pubsub.js'
import type { AccessTokens, Viewer } from './modules/accounts/index.js'
import { createBookingLoaders, type HoldBatches } from './modules/bookings/index.js'
import { createCatalogLoaders } from './modules/catalog/index.js'
import type { Channels } from './modules/notifications/index.js'
import { createPaymentLoaders, type PaymentGateway } from './modules/payments/index.js'
import { createSeatMapLoaders, type SeatMapFeed } from './modules/seatmaps/index.js'
import { createShowLoaders } from './modules/shows/index.js'
import { createTheaterLoaders } from './modules/theaters/index.js'
import { createTicketLoaders, type TicketKeys } from './modules/tickets/index.js'

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
  readonly holds: HoldBatches
  readonly ticketKeys: TicketKeys
  readonly channels: Channels
}

/** What an operation works with: the services, who asks, and the loaders of this execution alone. It sends nothing: jobs do. */
export interface Context extends Omit<Services, 'channels'> {
  readonly viewer: Viewer | null
  /** Told in the log and in each masked error, so that the two can be brought together. */
  readonly requestId: string
  readonly loaders: Loaders
}

export type Loaders = ReturnType<typeof createLoaders>

/** A context for one execution: an operation, or one event of a subscription. */
export function createContext(services: Services, viewer: Viewer | null, requestId: string = randomUUID()): Context {
  return new ExecutionContext(services, viewer, requestId)
}

/** A class, as Apollo copies the own properties of a context: a getter among them would be called for each request. */
class ExecutionContext implements Context {
  readonly config
  readonly db
  readonly clock
  readonly log
  readonly tokens
  readonly gateway
  readonly pubsub
  readonly seatMaps
  readonly holds
  readonly ticketKeys
  readonly viewer
  readonly requestId
  private madeLoaders: Loaders | null = null

  constructor(services: Services, viewer: Viewer | null, requestId: string) {
    this.config = services.config
    this.db = services.db
    this.clock = services.clock
    this.log = services.log
    this.tokens = services.tokens
    this.gateway = services.gateway
    this.pubsub = services.pubsub
    this.seatMaps = services.seatMaps
    this.holds = services.holds
    this.ticketKeys = services.ticketKeys
    this.viewer = viewer
    this.requestId = requestId
  }

  get loaders(): Loaders {
    this.madeLoaders ??= createLoaders(this)
    return this.madeLoaders
  }
}

function createLoaders({ db, seatMaps, viewer }: Pick<Context, 'db' | 'seatMaps' | 'viewer'>) {
  return {
    ...createCatalogLoaders(db),
    ...createTheaterLoaders(db),
    // Who is signed in may have changed what is counted, by another process.
    ...createShowLoaders({ db, seatMaps, freshness: { isFresh: viewer !== null } }),
    ...createSeatMapLoaders(db),
    ...createBookingLoaders(db),
    ...createPaymentLoaders(db),
    ...createTicketLoaders(db),
  }
}
