import { z } from 'zod'
import { splitRedisUrls } from './lib/redis/redisUrls.js'
import { parseSigningKey } from './lib/signingKey.js'

/** What the environment configures. */
export interface Config {
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
  /** Where clients reach the server, without a slash at the end: links begin with it. */
  readonly publicUrl: string
  /** Null for a Postgres of our own, in the data folder. */
  readonly databaseUrl: string | null
  readonly databasePoolSize: number
  /** Several with commas in between are nodes of a cluster. Null for a Redis of our own, or none. */
  readonly redisUrl: string | null
  readonly dataDir: string
  /** Null for one that is made once and kept in the data folder. */
  readonly jwtSecret: string | null
  /** As parseSigningKey reads it. Null for one that is made once and kept in the data folder. */
  readonly ticketSigningKey: string | null
  readonly accessTokenTtlSeconds: number
  readonly holdSeconds: { readonly default: number; readonly min: number; readonly max: number }
  readonly maxSeatsPerBooking: number
  /** How many bookings that are PENDING an account may have at a show. */
  readonly maxHoldsPerShow: number
  /** How many holds may wait for their batch; who comes then is told that the server is busy. */
  readonly maxWaitingHolds: number
  /** How long a seat that was seen taken is refused without asking the database. 0 for not at all. */
  readonly lostSeatMs: number
  /** How long answers to those who are not signed in are given to others as well. 0 for not at all. */
  readonly publicCacheMs: number
  /** For how many milliseconds at least the changes of a show are gathered before its watchers are told again. */
  readonly seatMapWindowMs: number
  /** How often a WebSocket is asked whether its client is there: one that has not answered by the next time is gone. */
  readonly keepAliveSeconds: number
  /** How long a client may leave what waits for it on a WebSocket unread, before it is told to come back. */
  readonly slowReaderSeconds: number
  /** Whether this server works jobs; where it does not, `npm run worker` has to run somewhere. */
  readonly workJobs: boolean
  /** How many jobs a process works at once, and how many notifications besides. */
  readonly jobConcurrency: number
  /** Null for the sandbox, which moves no money. */
  readonly stripe: StripeConfig | null
  /** Null for the outbox: files in the data folder. */
  readonly smtpUrl: string | null
  /** Whom mails are from: an address, or `Name <address>`. */
  readonly mailFrom: string
  /** Null for the outbox. */
  readonly smsGatewayUrl: string | null
  readonly smsGatewayToken: string | null
  readonly graphiql: boolean
  readonly introspection: boolean
  readonly logLevel: string
  /** Whether an empty database gets the demo catalogue. */
  readonly demoData: boolean
}

/** How to reach Stripe. */
export interface StripeConfig {
  readonly secretKey: string
  /** What Stripe signs its webhooks with. */
  readonly webhookSecret: string
  /** Null for Stripe's own. */
  readonly apiUrl: string | null
}

/** Thrown when a variable of the environment has a value that cannot be used; the message is one line for whoever set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const MAX_SECONDS = 31_536_000
const URL_VARIABLES = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'PUBLIC_URL',
  'STRIPE_API_URL',
  'SMTP_URL',
  'SMS_GATEWAY_URL',
])
const STRIPE_SECRETS = new Set(['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'])
/** Whom mails are from that are not sent. */
const OUTBOX_SENDER = 'Marquee <tickets@marquee.invalid>'
const ADDRESS = /^([^<>@\p{Cc}]* <)?[^\s<>@]+@[^\s<>@]+>?$/u

const HOW_TO_MAKE_A_KEY = 'as from `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`'

/** The variables; what each is described with completes the sentence "Set it to". */
const VARIABLES = z.object({
  NODE_ENV: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(4000).describe('a port from 0 to 65535, where 0 is any free one'),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: urlOf('postgres', 'postgresql').describe('a URL like postgres://user:password@host:5432/marquee'),
  DATABASE_POOL_SIZE: wholeNumber(2, 1_000).default(16).describe('a number of connections from 2 to 1000'),
  REDIS_URL: z
    .string()
    .refine((list) => splitRedisUrls(list).every((url) => isUrlOf(url, ['redis', 'rediss'])))
    .optional()
    .describe('a URL like redis://host:6379, or to those of several nodes of a cluster, with commas in between'),
  MARQUEE_DATA_DIR: z.string().default('.data'),
  JWT_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 characters that nobody can guess, as from `openssl rand -base64 48`'),
  TICKET_SIGNING_KEY: z
    .string()
    .refine((value) => parseSigningKey(value) !== null)
    .optional()
    .describe(`an Ed25519 private key, ${HOW_TO_MAKE_A_KEY}`),
  ACCESS_TOKEN_TTL_SECONDS: seconds(86_400),
  HOLD_SECONDS: seconds(600),
  HOLD_MIN_SECONDS: seconds(300),
  HOLD_MAX_SECONDS: seconds(900),
  MAX_SEATS_PER_BOOKING: wholeNumber(1, 20).default(10).describe('a number of seats from 1 to 20'),
  MAX_HOLDS_PER_SHOW: wholeNumber(1, 1_000).default(5).describe('a number of holds from 1 to 1000'),
  MAX_WAITING_HOLDS: wholeNumber(1, 1_000_000).default(1_000).describe('a number of holds from 1 to 1000000'),
  LOST_SEAT_MS: wholeNumber(0, 10_000).default(500).describe('a number of milliseconds from 0 to 10000'),
  PUBLIC_CACHE_MS: wholeNumber(0, 60_000).default(200).describe('a number of milliseconds from 0 to 60000'),
  SEAT_MAP_WINDOW_MS: wholeNumber(0, 1_000).default(20).describe('milliseconds from 0 to 1000'),
  KEEP_ALIVE_SECONDS: wholeNumber(1, 600).default(12).describe('whole seconds from 1 to 600'),
  SLOW_READER_SECONDS: wholeNumber(1, 600).default(30).describe('whole seconds from 1 to 600'),
  WORK_JOBS: flag(),
  JOB_CONCURRENCY: wholeNumber(1, 100).default(4).describe('a number of jobs from 1 to 100'),
  PUBLIC_URL: urlOf('http', 'https').describe('a URL like https://tickets.example'),
  PAYMENT_GATEWAY: z.enum(['sandbox', 'stripe']).default('sandbox').describe('sandbox or stripe'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[rs]k_\w+$/)
    .optional()
    .describe('a secret key from the dashboard of Stripe, which begins with sk_ or rk_'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/)
    .optional()
    .describe('the signing secret of the webhook from the dashboard of Stripe, which begins with whsec_'),
  STRIPE_API_URL: urlOf('http', 'https').describe('a URL like http://localhost:12111'),
  SMTP_URL: urlOf('smtp', 'smtps').describe(
    'a URL like smtp://user:password@host:587, or smtps:// for TLS from the start',
  ),
  MAIL_FROM: z
    .string()
    .regex(ADDRESS)
    .optional()
    .describe('an address, or a name and an address, like Marquee <tickets@example.org>'),
  SMS_GATEWAY_URL: urlOf('http', 'https').describe('a URL like https://sms.example.org/messages'),
  SMS_GATEWAY_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()
    .describe('a token of visible ASCII characters'),
  GRAPHIQL: flag(),
  INTROSPECTION: flag(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .describe(`one of ${LOG_LEVELS.join(', ')}`),
  DEMO_DATA: flag(),
})

/** The names of all variables that are read. */
export const VARIABLE_NAMES = Object.keys(VARIABLES.shape)

type Variables = z.infer<typeof VARIABLES>

/**
 * Reads the configuration from the environment. An empty variable counts as unset.
 *
 * @throws {ConfigError} at the first variable whose value cannot be used.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = VARIABLES.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0]) as keyof typeof VARIABLES.shape
    throw new ConfigError(`${name} is ${show(name, given[name]!)}. Set it to ${VARIABLES.shape[name].description}.`)
  }
  checkHolds(parsed.data)
  checkSecrets(parsed.data)
  checkSender(parsed.data)
  return toConfig(parsed.data)
}

/** Whether `npm start` or `npm run worker` is what runs us. */
export function isStartedByNpm(env: Readonly<Record<string, string | undefined>>): boolean {
  return env.npm_lifecycle_event === 'start' || env.npm_lifecycle_event === 'worker'
}

function toConfig(variables: Variables): Config {
  const inDevelopment = variables.NODE_ENV !== 'production'
  return {
    port: variables.PORT,
    host: variables.HOST,
    databaseUrl: variables.DATABASE_URL ?? null,
    databasePoolSize: variables.DATABASE_POOL_SIZE,
    redisUrl: variables.REDIS_URL ?? null,
    dataDir: variables.MARQUEE_DATA_DIR,
    jwtSecret: variables.JWT_SECRET ?? null,
    ticketSigningKey: variables.TICKET_SIGNING_KEY ?? null,
    accessTokenTtlSeconds: variables.ACCESS_TOKEN_TTL_SECONDS,
    holdSeconds: {
      default: variables.HOLD_SECONDS,
      min: variables.HOLD_MIN_SECONDS,
      max: variables.HOLD_MAX_SECONDS,
    },
    maxSeatsPerBooking: variables.MAX_SEATS_PER_BOOKING,
    maxHoldsPerShow: variables.MAX_HOLDS_PER_SHOW,
    maxWaitingHolds: variables.MAX_WAITING_HOLDS,
    lostSeatMs: variables.LOST_SEAT_MS,
    publicCacheMs: variables.PUBLIC_CACHE_MS,
    seatMapWindowMs: variables.SEAT_MAP_WINDOW_MS,
    keepAliveSeconds: variables.KEEP_ALIVE_SECONDS,
    slowReaderSeconds: variables.SLOW_READER_SECONDS,
    workJobs: variables.WORK_JOBS ?? true,
    jobConcurrency: variables.JOB_CONCURRENCY,
    publicUrl: (variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`).replace(/\/+$/, ''),
    stripe: toStripeConfig(variables),
    smtpUrl: variables.SMTP_URL ?? null,
    mailFrom: variables.MAIL_FROM ?? OUTBOX_SENDER,
    smsGatewayUrl: variables.SMS_GATEWAY_URL ?? null,
    smsGatewayToken: variables.SMS_GATEWAY_TOKEN ?? null,
    graphiql: variables.GRAPHIQL ?? inDevelopment,
    introspection: variables.INTROSPECTION ?? inDevelopment,
    logLevel: variables.LOG_LEVEL,
    demoData: variables.DEMO_DATA ?? variables.DATABASE_URL === undefined,
  }
}

function toStripeConfig(variables: Variables): StripeConfig | null {
  if (variables.PAYMENT_GATEWAY !== 'stripe') return null
  return {
    secretKey: requireForStripe(variables, 'STRIPE_SECRET_KEY'),
    webhookSecret: requireForStripe(variables, 'STRIPE_WEBHOOK_SECRET'),
    apiUrl: variables.STRIPE_API_URL ?? null,
  }
}

function requireForStripe(variables: Variables, name: 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET'): string {
  const value = variables[name]
  if (value !== undefined) return value
  throw new ConfigError(
    `${name} is not set, and PAYMENT_GATEWAY is stripe. Set it to ${VARIABLES.shape[name].description}.`,
  )
}

function checkHolds({ HOLD_SECONDS, HOLD_MIN_SECONDS, HOLD_MAX_SECONDS }: Variables): void {
  if (HOLD_MIN_SECONDS > HOLD_MAX_SECONDS) {
    throw new ConfigError(
      `HOLD_MIN_SECONDS is ${HOLD_MIN_SECONDS}. Set it to at most HOLD_MAX_SECONDS, which is ${HOLD_MAX_SECONDS}.`,
    )
  }
  if (HOLD_SECONDS < HOLD_MIN_SECONDS || HOLD_SECONDS > HOLD_MAX_SECONDS) {
    throw new ConfigError(
      `HOLD_SECONDS is ${HOLD_SECONDS}. Set it from HOLD_MIN_SECONDS, which is ${HOLD_MIN_SECONDS}, to HOLD_MAX_SECONDS, which is ${HOLD_MAX_SECONDS}.`,
    )
  }
}

/** Several servers on one database have to agree on the secrets: none of them may make up its own. */
function checkSecrets({ NODE_ENV, DATABASE_URL, JWT_SECRET, TICKET_SIGNING_KEY }: Variables): void {
  if (NODE_ENV !== 'production' || DATABASE_URL === undefined) return
  if (JWT_SECRET === undefined) {
    throw new ConfigError(
      'JWT_SECRET is not set, and all servers of a DATABASE_URL have to share one. Set it to what `openssl rand -base64 48` prints.',
    )
  }
  if (TICKET_SIGNING_KEY === undefined) {
    throw new ConfigError(
      `TICKET_SIGNING_KEY is not set, and all servers of a DATABASE_URL have to share one. Set it to an Ed25519 private key, ${HOW_TO_MAKE_A_KEY}.`,
    )
  }
}

/** Servers refuse mails from an address that nobody has. */
function checkSender({ SMTP_URL, MAIL_FROM }: Variables): void {
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    throw new ConfigError('MAIL_FROM is not set. Set it to whom mails are from, like Marquee <tickets@example.org>.')
  }
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
}

function seconds(fallback: number) {
  return wholeNumber(1, MAX_SECONDS).default(fallback).describe(`whole seconds from 1 to ${MAX_SECONDS}`)
}

function flag() {
  return z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .describe('true or false')
}

function urlOf(...schemes: string[]) {
  return z
    .string()
    .refine((value) => isUrlOf(value, schemes))
    .optional()
}

function isUrlOf(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1))
}

/** The value for an error message, without what could be a password. */
function show(name: string, value: string): string {
  if (name === 'TICKET_SIGNING_KEY') return 'not a key that can be used'
  if (name === 'JWT_SECRET') return `only ${value.length} characters long`
  if (STRIPE_SECRETS.has(name)) return 'not one that Stripe gives'
  if (name === 'SMS_GATEWAY_TOKEN') return '"***"'
  if (name === 'REDIS_URL') return JSON.stringify(splitRedisUrls(value).map(hidePassword).join())
  return JSON.stringify(URL_VARIABLES.has(name) ? hidePassword(value) : value.slice(0, 80))
}

/** A URL without its user, password and query: `postgres://***@host/marquee`. Nothing at all of what looks like no URL. */
export function hidePassword(url: string): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(url) ?? []
  if (scheme === undefined || rest === undefined) return '***'
  const at = rest.lastIndexOf('@')
  const address = rest.slice(at + 1).replace(/[?#].*$/s, '')
  return at === -1 ? scheme + address : `${scheme}***@${address}`
}
