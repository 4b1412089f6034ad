import type { Config } from './config.js'
import type { Services } from './context.js'
import { Turnstile } from './lib/captcha/turnstile.js'
import { DatabaseClock } from './lib/clock.js'
import { Database, readIdentity, readTime } from './lib/db/index.js'
import { Lanes } from './lib/lanes.js'
import type { Logger } from './lib/logger.js'
import { AddressRules } from './lib/outbound/addressRules.js'
import { Outbound } from './lib/outbound/outbound.js'
import { LocalPubSub } from './lib/pubsub.js'
import { Quota } from './lib/quota.js'
import { RateLimits } from './lib/rateLimits/rateLimits.js'
import { RedisPubSub } from './lib/redis/redisPubSub.js'
import { Sealer } from './lib/sealer.js'
import {
  AccessTokens,
  KnownAddresses,
  OutsideIssuer,
  RevokedSessions,
  SignedOutAccounts,
} from './modules/accounts/index.js'
import {
  AnswerBatches,
  FlaggedAccounts,
  HoldBatches,
  LostSeats,
  SharedLostSeats,
  ShowDemand,
} from './modules/bookings/index.js'
import { createChannels } from './modules/notifications/index.js'
import { AutomaticOperations, PartnerDirectory } from './modules/partners/index.js'
import { openStripe, type PaymentGateway, ResilientGateway, SandboxGateway } from './modules/payments/index.js'
import { SeatMapFeed } from './modules/seatmaps/index.js'
import { TicketKeys } from './modules/tickets/index.js'
import { WaitingRooms } from './modules/waitingroom/index.js'
import type { Webhooks } from './modules/webhooks/index.js'

/** To sign in, or with a code, from one address. As many passwords are hashed at once: more would wait for these anyway. */
const ATTEMPTS_AT_ONCE = 4

export interface ServiceOptions {
  readonly config: Config
  readonly databaseUrl: string
  /** Null for a server that runs alone. */
  readonly redisUrl: string | null
  readonly jwtSecret: string
  /** As parseSigningKey reads it. */
  readonly ticketKey: string
  readonly log: Logger
}

export type RunningServices = Services & { close(): Promise<void> }

/** Opens what the server works with. Tests replace the clock and the gateway, no more. */
export async function createServices(
  { config, databaseUrl, redisUrl, jwtSecret, ticketKey, log }: ServiceOptions,
  replaced: Partial<Pick<Services, 'clock' | 'gateway'>> = {},
): Promise<RunningServices> {
  const db = new Database({
    url: databaseUrl,
    poolSize: config.databasePoolSize,
    // The error has the whole client in it.
    onConnectionLost: ({ message }) => log.warn({ reason: message }, 'lost a connection to Postgres'),
  })
  await db.warmUp()
  const ownClock = replaced.clock === undefined ? await DatabaseClock.start(() => readTime(db)) : null
  const clock = replaced.clock ?? ownClock!
  const redis = redisUrl === null ? null : openRedis(redisUrl, await readIdentity(db), log)
  const pubsub = redis ?? new LocalPubSub()
  const seatMaps = new SeatMapFeed({ db, pubsub, log, windowMs: config.seatMapWindowMs })
  const { lostSeatMs: trustMs, maxWaitingHolds: maxWaiting } = config
  const shared = redis === null ? null : new SharedLostSeats({ redis, trustMs })
  const revoked = await RevokedSessions.open({ db, clock, pubsub, log })
  const signedOut = config.oidc === null ? null : new SignedOutAccounts({ db, clock, pubsub, log })
  const lostSeats = new LostSeats({ pubsub, seatMaps, clock, shared, trustMs })
  const partners = new PartnerDirectory({ db, clock, pubsub, cacheSeconds: config.partnerCacheSeconds })
  const flagged = new FlaggedAccounts({ db, clock, log, afterBookings: config.flagAfterBookings })
  const waitingRooms = openWaitingRooms({ db, pubsub, clock, log, flagged }, config, jwtSecret)
  const demand = new ShowDemand({ pubsub, clock, threshold: config.captchaDemand })
  return {
    config,
    db,
    clock,
    log,
    pubsub,
    seatMaps,
    holds: new HoldBatches({ db, seatMaps, lostSeats, flagged, maxWaiting }),
    flagged,
    lostSeats,
    refusals: new AnswerBatches({ db, maxWaiting }),
    waitingRooms,
    demand,
    rateLimits: new RateLimits({ clock, redis }),
    knownAddresses: new KnownAddresses(redis),
    attemptLanes: new Lanes(ATTEMPTS_AT_ONCE),
    holdLanes: new Lanes(1),
    captcha: config.turnstile && new Turnstile({ ...config.turnstile, log }),
    gateway: replaced.gateway ?? new ResilientGateway(await openGateway({ config, db, clock })),
    channels: createChannels(config, clock),
    tokens: new AccessTokens({
      secret: jwtSecret,
      ttlSeconds: config.accessTokenTtlSeconds,
      clock,
      revoked,
      outside: signedOut && new OutsideIssuer({ ...config.oidc!, db, log, signedOut }),
    }),
    ticketKeys: await TicketKeys.open(ticketKey),
    partners,
    automaticOperations: config.automaticPersistedQueries ? new AutomaticOperations() : null,
    webhooks: openWebhooks(config, jwtSecret),
    async close() {
      partners.close()
      ownClock?.stop()
      lostSeats.close()
      demand.close()
      await waitingRooms.close()
      await Promise.all([seatMaps.close(), revoked.close(), signedOut?.close()])
      await pubsub.close()
      await db.close()
    },
  }
}

function openWaitingRooms(
  { flagged, ...services }: Pick<Services, 'db' | 'pubsub' | 'clock' | 'log' | 'flagged'>,
  { admissionSeconds, waitingRoomPerSecond }: Config,
  secret: string,
): WaitingRooms {
  return new WaitingRooms({
    ...services,
    secret,
    admissionSeconds,
    perSecond: waitingRoomPerSecond,
    findFlagged: (accountIds) => flagged.find(accountIds),
  })
}

function openWebhooks(config: Config, jwtSecret: string): Webhooks {
  const { webhookAllowNetworks, webhookAllowHttp, webhookSecretKey, webhookConcurrency } = config
  return {
    outbound: new Outbound({ rules: new AddressRules(webhookAllowNetworks), allowsHttp: webhookAllowHttp }),
    sealer: new Sealer(webhookSecretKey ?? jwtSecret, 'marquee: secrets of webhooks'),
    shares: new Quota(Math.ceil(webhookConcurrency / 2)),
  }
}

async function openGateway(services: Pick<Services, 'config' | 'db' | 'clock'>): Promise<PaymentGateway> {
  const { stripe, publicUrl } = services.config
  return stripe === null ? new SandboxGateway(services) : openStripe({ ...stripe, publicUrl })
}

function openRedis(url: string, namespace: string, log: Logger): RedisPubSub {
  return new RedisPubSub({
    url,
    namespace,
    onStateChange: (err) => {
      if (err) log.warn({ err }, 'lost Redis: other processes hear of changed seats from Postgres, within a second')
      else log.info('Redis is back')
    },
    onForeignMessage: (err) => log.warn({ err }, 'dropped a message from Redis that is not one of ours'),
  })
}
