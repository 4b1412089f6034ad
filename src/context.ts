import type DataLoader from 'dataloader'
import type { Config } from './config.js'
import type { Clock } from './lib/clock.js'
import type { Database } from './lib/db/index.js'
import type { Logger } from './lib/logger.js'
import { type AccessTokens, type Viewer } from './modules/accounts/index.js'
import { createCatalogLoaders } from './modules/catalog/index.js'
import type { PaymentGateway } from './modules/payments/index.js'
import type { SeatMapFeed } from './modules/seatmaps/index.js'
import { createSeatMapLoaders } from './modules/seatmaps/index.js'
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
  readonly seatMaps: SeatMapFeed
}
