import { randomUUID } from 'node:crypto'
import type { Config } from './config.js'
import type { CaptchaVerifier } from './lib/captcha/captcha.js'
import type { Clock } from './lib/clock.js'
import type { Database } from './lib/db/index.js'
import type { Lanes } from './lib/lanes.js'
import type { Logger } from './lib/logger.js'
import type { PubSub } from './lib/pubsub.js'
import type { RateLimits } from './lib/rateLimits/rateLimits.js'
import { type AccessTokens, createAccountLoaders, type KnownAddresses, type Viewer } from './modules/accounts/index.js'
import {
  type AnswerBatches,
  createBookingLoaders,
  type FlaggedAccounts,
  type HoldBatches,
  type LostSeats,
  type ShowDemand,
} from './modules/bookings/index.js'
import { createCatalogLoaders } from './modules/catalog/index.js'
import type { Channels } from './modules/notifications/index.js'
import type { AutomaticOperations, PartnerCaller, PartnerDirectory } from './modules/partners/index.js'
import { createPaymentLoaders, type PaymentGateway } from './modules/payments/index.js'
import { createSeatMapLoaders, type SeatMapFeed } from './modules/seatmaps/index.js'
import { createShowLoaders } from './modules/shows/index.js'
import { createTheaterLoaders } from './modules/theaters/index.js'
import { createTicketLoaders, type TicketKeys } from './modules/tickets/index.js'
import type { WaitingRooms } from './modules/waitingroom/index.js'
import type { Webhooks } from './modules/webhooks/index.js'

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
  readonly flagged: FlaggedAccounts
  readonly lostSeats: LostSeats
  readonly refusals: AnswerBatches
  readonly waitingRooms: WaitingRooms
  readonly demand: ShowDemand
  readonly rateLimits: RateLimits
  readonly knownAddresses: KnownAddresses
  readonly attemptLanes: Lanes
  /** Holds, one at a time of each account. */
  readonly holdLanes: Lanes
  /** Null where nobody is ever asked. */
  readonly captcha: CaptchaVerifier | null
  readonly ticketKeys: TicketKeys
  readonly channels: Channels
  readonly partners: PartnerDirectory
  /** Null where texts are not remembered by their hashes. */
  readonly automaticOperations: AutomaticOperations | null
  readonly webhooks: Webhooks
}

/** Who asks. */
export interface Caller {
  readonly viewer: Viewer | null
  /** Whose key it came with, null for none. */
  readonly partner: PartnerCaller | null
  /** The IP address of the client, as far as it is known. */
  readonly address: string
}

/** What an operation works with: the services, who asks, and the loaders of this execution alone. It sends nothing: jobs do. */
export interface Context extends Omit<Services, 'channels' | 'flagged'>, Caller {
  /** Told in the log and in each masked error, so that the two can be brought together. */
  readonly requestId: string
  readonly loaders: Loaders
  /** Whether nobody may keep the answer, whatever @cacheControl says. Resolvers say so. */
  isNotKept: boolean
}

export type Loaders = ReturnType<typeof createLoaders>

/** A context for one execution: an operation, or one event of a subscription. */
export function createContext(
  services: Services,
  { viewer, partner, address }: Caller,
  requestId: string = randomUUID(),
): Context {
  // Apollo copies the own properties of a context for each request: there are few, and the services are inherited.
  const own = { viewer, partner, address, requestId, madeLoaders: null, isNotKept: false }
  return Object.assign(Object.create(inheritable(services)), own)
}

const known = new WeakMap<Services, object>()

/** The services, and loaders that are made once they are asked for: most operations need none. */
function inheritable(services: Services): object {
  const before = known.get(services)
  if (before !== undefined) return before
  const made = Object.create(services, { loaders: { get: getLoaders } })
  known.set(services, made)
  return made
}

function getLoaders(this: Context & { madeLoaders: Loaders | null }): Loaders {
  this.madeLoaders ??= createLoaders(this)
  return this.madeLoaders
}

function createLoaders({ db, seatMaps, viewer }: Pick<Context, 'db' | 'seatMaps' | 'viewer'>) {
  return {
    ...createAccountLoaders(db),
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
