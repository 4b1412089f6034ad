import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/config.js'
import type { Services } from '../../src/context.js'
import { createLogger } from '../../src/lib/logger.js'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { createServer } from '../../src/server.js'
import { createServices } from '../../src/services.js'
import { type Client, createClient } from './client.js'
import { JumpingClock } from './clock.js'
import { createTestDatabase } from './database.js'
import { Seed } from './seed.js'
import { UNLIMITED } from './unlimited.js'

export interface TestServerOptions {
  /** What differs from the default configuration. */
  readonly config?: Partial<Config>
  /** Says who is an administrator: nobody, unless told otherwise. */
  readonly gateway?: (services: Services) => Services['gateway']
  /** Another server, whose database and clock this one shares. */
  readonly beside?: TestServer
  /** Without Redis, on the bus within the process. */
  readonly isAlone?: boolean
  readonly redisUrl?: string
  /** What stands between it and Postgres: gives the address there. */
  readonly through?: (databaseUrl: string) => Promise<string>
}

export interface TestServer {
  readonly url: string
  readonly databaseUrl: string
  readonly clock: JumpingClock
  readonly services: Services
  readonly seed: Seed
  /** A client that is not signed in. */
  readonly anonymous: Client
  /** A new guest. */
  signInAsGuest(): Promise<Client>
  close(): Promise<void>
}

/** What signs access tokens. */
export const JWT_SECRET = 'a secret that only the tests know, of 32 characters'
const TICKET_KEY = makeSigningKey()

/** A whole server on a free port, with a database of its own that starts empty, the real Redis, and a clock that can jump. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { beside } = options
  const database = beside === undefined ? await createTestDatabase() : null
  const databaseUrl = beside?.databaseUrl ?? database!.url
  const clock = beside?.clock ?? new JumpingClock()
  const log = createLogger(process.env.TEST_LOG_LEVEL ?? 'silent')
  // Nothing is kept for others, as tests change what they read by hand; and nothing is too often, as there are few who do much.
  const environment = {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '8',
    PUBLIC_CACHE_MS: '0',
    WARM_UP_SECONDS: '0',
    ...UNLIMITED,
  }
  // The clock jumps by hours, and clients here do not refresh their sessions.
  const tokens = { ACCESS_TOKEN_TTL_SECONDS: '86400' }
  const defaults = readConfig({ MARQUEE_DATA_DIR: '/dev/null', ...environment, ...tokens })
  const config = { ...defaults, ...options.config }
  const redisUrl = options.isAlone ? null : (options.redisUrl ?? inject('redisUrl'))
  const reachedAt = (await options.through?.(databaseUrl)) ?? databaseUrl
  const services = await createServices(
    { config, databaseUrl: reachedAt, redisUrl, jwtSecret: JWT_SECRET, ticketKey: TICKET_KEY, log },
    { clock },
  )
  const gateway = options.gateway?.(services)
  const server = await createServer(gateway === undefined ? services : { ...services, gateway })
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}/graphql`
  const seed = beside?.seed ?? new Seed(databaseUrl, clock)
  const anonymous = createClient(url)
  return {
    url,
    databaseUrl,
    clock,
    services,
    seed,
    anonymous,
    async signInAsGuest() {
      const { signInAsGuest } = await anonymous.query(
        'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }',
      )
      return createClient(url, signInAsGuest.accessToken)
    },
    async close() {
      await server.close()
      await services.close()
      if (beside === undefined) await seed.close()
      await database?.drop()
    },
  }
}
