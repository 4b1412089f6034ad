import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ConfigError, hidePassword, readConfig } from '../../src/config.js'
import { makeSigningKey, parseSigningKey } from '../../src/lib/signingKey.js'

const SECRET = 'x'.repeat(32)
const KEY = makeSigningKey()
const privateKey = parseSigningKey(KEY)!
const PEM = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
const JWK = JSON.stringify(privateKey.export({ format: 'jwk' }))
const RSA = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs8' })
const STRIPE = { PAYMENT_GATEWAY: 'stripe', STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }
const OIDC = { OIDC_ISSUER: 'https://id.example/', OIDC_AUDIENCE: 'marquee' }
const DATABASE_URL = 'postgres://ann:opensesame@db.example:5432/marquee'

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '0.0.0.0',
      databaseUrl: null,
      databasePoolSize: 16,
      redisUrl: null,
      dataDir: '.data',
      jwtSecret: null,
      ticketSigningKey: null,
      accessTokenTtlSeconds: 3_600,
      sessionTtlSeconds: 2_592_000,
      oidc: null,
      holdSeconds: { default: 600, min: 300, max: 900 },
      maxSeatsPerBooking: 10,
      maxHoldsPerShow: 5,
      maxWaitingHolds: 1_000,
      lostSeatMs: 500,
      maxQueryTokens: 2_000,
      maxQueryDepth: 20,
      maxQueryFields: 400,
      maxQueryAliases: 50,
      maxQueryDirectives: 50,
      maxQueryFragments: 100,
      maxBatchOperations: 1,
      maxPipelinedRequests: 8,
      maxQueryCost: 5_000,
      maxPageSize: 100,
      maxInputItems: 100,
      maxBodyBytes: 1_048_576,
      maxMessageBytes: 262_144,
      maxMessageFragments: 1_000,
      maxSocketsPerAccount: 50,
      maxSocketsPerAddress: null,
      maxOperationsPerSocket: 100,
      operationTimeoutMs: 15_000,
      waitingRoomPerSecond: 0,
      admissionSeconds: 600,
      holdsPerMinute: 3,
      signInFailures: 10,
      signInBanSeconds: 900,
      newAccountsPerMinute: 30,
      wrongCodesPerMinute: 10,
      requestsPerMinute: 0,
      flagAfterBookings: 5,
      trustProxy: 0,
      captchaMode: 'off',
      captchaDemand: 50,
      turnstile: null,
      publicCacheMs: 200,
      seatMapWindowMs: 20,
      keepAliveSeconds: 12,
      slowReaderSeconds: 30,
      warmUpSeconds: 5,
      workJobs: true,
      jobConcurrency: 4,
      publicUrl: 'http://localhost:4000',
      stripe: null,
      smtpUrl: null,
      mailFrom: 'Marquee <tickets@marquee.invalid>',
      smsGatewayUrl: null,
      smsGatewayToken: null,
      allowedOrigins: null,
      partnerCacheSeconds: 5,
      automaticPersistedQueries: false,
      webhookAllowNetworks: [],
      webhookAllowHttp: false,
      webhookSecretKey: null,
      webhookConcurrency: 4,
      graphiql: true,
      introspection: true,
      logLevel: 'info',
      demoData: true,
    })
  })

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '' }, { port: 4000 }],
    [{ WARM_UP_SECONDS: '0' }, { warmUpSeconds: 0 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ PUBLIC_URL: 'https://tickets.example.org' }, { publicUrl: 'https://tickets.example.org' }],
    [{ TICKET_SIGNING_KEY: KEY }, { ticketSigningKey: KEY }],
    [{ TICKET_SIGNING_KEY: PEM }, { ticketSigningKey: PEM }],
    [{ TICKET_SIGNING_KEY: JWK }, { ticketSigningKey: JWK }],
    [{ SESSION_TTL_SECONDS: '60' }, { sessionTtlSeconds: 60 }],
    [OIDC, { oidc: { issuer: 'https://id.example/', audience: 'marquee', jwksUrl: null } }],
    [{ ...OIDC, OIDC_JWKS_URL: 'https://id.example/keys' }, { oidc: { jwksUrl: 'https://id.example/keys' } }],
    [{ DATABASE_URL }, { databaseUrl: DATABASE_URL, demoData: false }],
    [{ DATABASE_URL, DEMO_DATA: 'true' }, { demoData: true }],
    [{ DATABASE_URL: 'postgresql:///marquee?host=/run/postgresql' }, { demoData: false }],
    [{ REDIS_URL: 'rediss://cache.example:6380/2' }, { redisUrl: 'rediss://cache.example:6380/2' }],
    [{ REDIS_URL: 'redis://:a,b@one:1, redis://two' }, { redisUrl: 'redis://:a,b@one:1, redis://two' }],
    [{ HOLD_SECONDS: '300' }, { holdSeconds: { default: 300, min: 300, max: 900 } }],
    [{ HOLD_SECONDS: '2', HOLD_MIN_SECONDS: '1' }, { holdSeconds: { default: 2, min: 1, max: 900 } }],
    [{ NODE_ENV: 'production' }, { graphiql: false, introspection: false, jwtSecret: null, allowedOrigins: [] }],
    [{ ALLOWED_ORIGINS: ' https://a.example, http://b:81 ' }, { allowedOrigins: ['https://a.example', 'http://b:81'] }],
    [
      { WAITING_ROOM_PER_SECOND: '25', ADMISSION_SECONDS: '120' },
      { waitingRoomPerSecond: 25, admissionSeconds: 120 },
    ],
    [
      { HOLDS_PER_MINUTE: '0', SIGN_IN_FAILURES: '5', SIGN_IN_BAN_SECONDS: '60' },
      { holdsPerMinute: 0, signInFailures: 5, signInBanSeconds: 60 },
    ],
    [
      { NEW_ACCOUNTS_PER_MINUTE: '0', WRONG_CODES_PER_MINUTE: '1', REQUESTS_PER_MINUTE: '6000' },
      { newAccountsPerMinute: 0, wrongCodesPerMinute: 1, requestsPerMinute: 6000 },
    ],
    [
      { FLAG_AFTER_BOOKINGS: '0', TRUST_PROXY: '2' },
      { flagAfterBookings: 0, trustProxy: 2 },
    ],
    [{ TURNSTILE_SECRET_KEY: '1x0' }, { captchaMode: 'off', turnstile: null }],
    [
      { CAPTCHA: 'on-demand', TURNSTILE_SECRET_KEY: '1x0', CAPTCHA_DEMAND: '9' },
      {
        captchaMode: 'on-demand',
        captchaDemand: 9,
        turnstile: { secretKey: '1x0', url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify' },
      },
    ],
    [
      { CAPTCHA: 'always', TURNSTILE_SECRET_KEY: '1x0', TURNSTILE_URL: 'http://localhost:1/siteverify' },
      { captchaMode: 'always', turnstile: { secretKey: '1x0', url: 'http://localhost:1/siteverify' } },
    ],
    [
      { NODE_ENV: 'production', GRAPHIQL: 'true' },
      { graphiql: true, introspection: false },
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL, JWT_SECRET: SECRET, TICKET_SIGNING_KEY: KEY },
      { jwtSecret: SECRET, ticketSigningKey: KEY },
    ],
    [
      { WORK_JOBS: 'false', JOB_CONCURRENCY: '1' },
      { workJobs: false, jobConcurrency: 1 },
    ],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [{ PORT: '5000' }, { publicUrl: 'http://localhost:5000' }],
    [{ PUBLIC_URL: 'https://tickets.example/' }, { publicUrl: 'https://tickets.example' }],
    [STRIPE, { stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1', apiUrl: null } }],
    [{ ...STRIPE, STRIPE_API_URL: 'http://localhost:12111' }, { stripe: { apiUrl: 'http://localhost:12111' } }],
    [{ ...STRIPE, PAYMENT_GATEWAY: 'sandbox' }, { stripe: null }],
    [
      { SMTP_URL: 'smtps://ann:opensesame@mail.example', MAIL_FROM: 'tickets@example.org' },
      { smtpUrl: 'smtps://ann:opensesame@mail.example', mailFrom: 'tickets@example.org' },
    ],
    [
      { SMS_GATEWAY_URL: 'https://sms.example/messages', SMS_GATEWAY_TOKEN: 'opensesame' },
      { smsGatewayUrl: 'https://sms.example/messages', smsGatewayToken: 'opensesame' },
    ],
    [
      { PARTNER_CACHE_SECONDS: '60', AUTOMATIC_PERSISTED_QUERIES: 'true' },
      { partnerCacheSeconds: 60, automaticPersistedQueries: true },
    ],
    [
      { WEBHOOK_ALLOW_NETWORKS: '10.1.0.0/16, fd12::/48', WEBHOOK_ALLOW_HTTP: 'true' },
      { webhookAllowNetworks: ['10.1.0.0/16', 'fd12::/48'], webhookAllowHttp: true },
    ],
    [
      { WEBHOOK_SECRET_KEY: SECRET, WEBHOOK_CONCURRENCY: '1' },
      { webhookSecretKey: SECRET, webhookConcurrency: 1 },
    ],
  ])('reads %o', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected)
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc". Set it to a port from 0 to 65535, where 0 is any free one.'],
    [{ PORT: '65536' }, 'PORT is "65536". Set it to a port from 0 to 65535, where 0 is any free one.'],
    [{ PORT: '-1' }, 'PORT is "-1". Set it to a port from 0 to 65535, where 0 is any free one.'],
    [{ PORT: '4e3' }, 'PORT is "4e3". Set it to a port from 0 to 65535, where 0 is any free one.'],
    [
      { DATABASE_URL: 'mysql://ann:opensesame@db.example/marquee' },
      'DATABASE_URL is "mysql://***@db.example/marquee". Set it to a URL like postgres://user:password@host:5432/marquee.',
    ],
    [
      { DATABASE_URL: 'opensesame' },
      'DATABASE_URL is "***". Set it to a URL like postgres://user:password@host:5432/marquee.',
    ],
    [
      { ALLOWED_ORIGINS: 'https://a.example/shop' },
      'ALLOWED_ORIGINS is "https://a.example/shop". Set it to origins like https://tickets.example, with commas in between, or * for any.',
    ],
    [{ MAX_QUERY_DEPTH: '0' }, 'MAX_QUERY_DEPTH is "0". Set it to a number from 1 to 1000.'],
    [{ DATABASE_POOL_SIZE: '1' }, 'DATABASE_POOL_SIZE is "1". Set it to a number of connections from 2 to 1000.'],
    [
      { REDIS_URL: 'redis://:secret@one:1,redis://:secret@two:port' },
      'REDIS_URL is "redis://***@one:1,redis://***@two:port". Set it to a URL like redis://host:6379, or to those of several nodes of a cluster, with commas in between.',
    ],
    [
      { REDIS_URL: 'cache:6379' },
      'REDIS_URL is "***". Set it to a URL like redis://host:6379, or to those of several nodes of a cluster, with commas in between.',
    ],
    [
      { WEBHOOK_ALLOW_NETWORKS: '10.0.0.1' },
      'WEBHOOK_ALLOW_NETWORKS is "10.0.0.1". Set it to networks as CIDR, like 10.1.0.0/16, with commas in between.',
    ],
    [
      { WEBHOOK_SECRET_KEY: 'opensesame' },
      'WEBHOOK_SECRET_KEY is only 10 characters long. Set it to at least 32 characters that nobody can guess, as from `openssl rand -base64 48`.',
    ],
    [{ WEBHOOK_CONCURRENCY: '0' }, 'WEBHOOK_CONCURRENCY is "0". Set it to a number of events from 1 to 100.'],
    [
      { JWT_SECRET: 'opensesame' },
      'JWT_SECRET is only 10 characters long. Set it to at least 32 characters that nobody can guess, as from `openssl rand -base64 48`.',
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL },
      'JWT_SECRET is not set, and all servers of a DATABASE_URL have to share one. Set it to what `openssl rand -base64 48` prints.',
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL, JWT_SECRET: SECRET },
      'TICKET_SIGNING_KEY is not set, and all servers of a DATABASE_URL have to share one. Set it to an Ed25519 private key, as from `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`.',
    ],
    ...['opensesame', '{"kty":"OKP"}', RSA as string].map((key): [{ TICKET_SIGNING_KEY: string }, string] => [
      { TICKET_SIGNING_KEY: key },
      'TICKET_SIGNING_KEY is not a key that can be used. Set it to an Ed25519 private key, as from `openssl genpkey -algorithm ed25519 -outform DER | base64 -w0`.',
    ]),
    [
      { ACCESS_TOKEN_TTL_SECONDS: '1d' },
      'ACCESS_TOKEN_TTL_SECONDS is "1d". Set it to whole seconds from 1 to 31536000.',
    ],
    [{ SESSION_TTL_SECONDS: '0' }, 'SESSION_TTL_SECONDS is "0". Set it to whole seconds from 1 to 31536000.'],
    [
      { OIDC_ISSUER: 'https://id.example' },
      'OIDC_AUDIENCE is not set, and OIDC_ISSUER is. Set it to what the tokens of the issuer have as their audience when they are for this API.',
    ],
    [
      { OIDC_AUDIENCE: 'marquee' },
      'OIDC_ISSUER is not set, and OIDC_AUDIENCE is. Set it to the URL of an issuer, as its tokens have it, like https://id.example.org/.',
    ],
    [
      { OIDC_JWKS_URL: 'https://id.example/keys' },
      'OIDC_ISSUER is not set, and OIDC_JWKS_URL is. Set it to the URL of an issuer, as its tokens have it, like https://id.example.org/.',
    ],
    [
      { ...OIDC, OIDC_ISSUER: 'id.example' },
      'OIDC_ISSUER is "id.example". Set it to the URL of an issuer, as its tokens have it, like https://id.example.org/.',
    ],
    [
      { ...OIDC, OIDC_JWKS_URL: 'ftp://id.example/keys' },
      'OIDC_JWKS_URL is "ftp://id.example/keys". Set it to a URL like https://id.example.org/jwks.json.',
    ],
    [{ HOLD_SECONDS: '0' }, 'HOLD_SECONDS is "0". Set it to whole seconds from 1 to 31536000.'],
    [
      { HOLD_SECONDS: '299' },
      'HOLD_SECONDS is 299. Set it from HOLD_MIN_SECONDS, which is 300, to HOLD_MAX_SECONDS, which is 900.',
    ],
    [
      { HOLD_SECONDS: '901' },
      'HOLD_SECONDS is 901. Set it from HOLD_MIN_SECONDS, which is 300, to HOLD_MAX_SECONDS, which is 900.',
    ],
    [{ HOLD_MIN_SECONDS: '901' }, 'HOLD_MIN_SECONDS is 901. Set it to at most HOLD_MAX_SECONDS, which is 900.'],
    [{ MAX_SEATS_PER_BOOKING: '0' }, 'MAX_SEATS_PER_BOOKING is "0". Set it to a number of seats from 1 to 20.'],
    [
      { WAITING_ROOM_PER_SECOND: '10001' },
      'WAITING_ROOM_PER_SECOND is "10001". Set it to a number of people a second from 0 to 10000.',
    ],
    [{ HOLDS_PER_MINUTE: '-1' }, 'HOLDS_PER_MINUTE is "-1". Set it to a number of holds from 0 to 10000.'],
    [{ SIGN_IN_FAILURES: 'ten' }, 'SIGN_IN_FAILURES is "ten". Set it to a number of failures from 0 to 10000.'],
    [{ SIGN_IN_BAN_SECONDS: '0' }, 'SIGN_IN_BAN_SECONDS is "0". Set it to whole seconds from 1 to 86400.'],
    [
      { NEW_ACCOUNTS_PER_MINUTE: 'no' },
      'NEW_ACCOUNTS_PER_MINUTE is "no". Set it to a number of accounts from 0 to 100000.',
    ],
    [
      { WRONG_CODES_PER_MINUTE: '1.5' },
      'WRONG_CODES_PER_MINUTE is "1.5". Set it to a number of codes from 0 to 10000.',
    ],
    [
      { REQUESTS_PER_MINUTE: '1e3' },
      'REQUESTS_PER_MINUTE is "1e3". Set it to a number of requests from 0 to 10000000.',
    ],
    [{ FLAG_AFTER_BOOKINGS: '21' }, 'FLAG_AFTER_BOOKINGS is "21". Set it to a number of bookings from 0 to 20.'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY is "true". Set it to a number of proxies from 0 to 10.'],
    [{ CAPTCHA: 'on' }, 'CAPTCHA is "on". Set it to off, on-demand or always.'],
    [{ CAPTCHA_DEMAND: '0' }, 'CAPTCHA_DEMAND is "0". Set it to a number of holds from 1 to 100000.'],
    [
      { CAPTCHA: 'always' },
      'TURNSTILE_SECRET_KEY is not set, and CAPTCHA is always. Set it to the secret key of a widget from the dashboard of Cloudflare.',
    ],
    [
      { TURNSTILE_SECRET_KEY: 'open sesame' },
      'TURNSTILE_SECRET_KEY is "***". Set it to the secret key of a widget from the dashboard of Cloudflare.',
    ],
    [
      { TURNSTILE_URL: 'siteverify?key=opensesame' },
      'TURNSTILE_URL is "***". Set it to a URL like https://challenges.cloudflare.com/turnstile/v0/siteverify.',
    ],
    [{ WORK_JOBS: 'no' }, 'WORK_JOBS is "no". Set it to true or false.'],
    [{ JOB_CONCURRENCY: '0' }, 'JOB_CONCURRENCY is "0". Set it to a number of jobs from 1 to 100.'],
    [{ PUBLIC_URL: 'tickets.example' }, 'PUBLIC_URL is "***". Set it to a URL like https://tickets.example.'],
    [{ PAYMENT_GATEWAY: 'cash' }, 'PAYMENT_GATEWAY is "cash". Set it to sandbox or stripe.'],
    [
      { ...STRIPE, STRIPE_SECRET_KEY: '' },
      'STRIPE_SECRET_KEY is not set, and PAYMENT_GATEWAY is stripe. Set it to a secret key from the dashboard of Stripe, which begins with sk_ or rk_.',
    ],
    [
      { ...STRIPE, STRIPE_WEBHOOK_SECRET: '' },
      'STRIPE_WEBHOOK_SECRET is not set, and PAYMENT_GATEWAY is stripe. Set it to the signing secret of the webhook from the dashboard of Stripe, which begins with whsec_.',
    ],
    [
      { STRIPE_SECRET_KEY: 'opensesame' },
      'STRIPE_SECRET_KEY is not one that Stripe gives. Set it to a secret key from the dashboard of Stripe, which begins with sk_ or rk_.',
    ],
    [
      { ...STRIPE, STRIPE_API_URL: 'ftp://ann:opensesame@stripe.example' },
      'STRIPE_API_URL is "ftp://***@stripe.example". Set it to a URL like http://localhost:12111.',
    ],
    [
      { SMTP_URL: 'http://ann:opensesame@mail.example' },
      'SMTP_URL is "http://***@mail.example". Set it to a URL like smtp://user:password@host:587, or smtps:// for TLS from the start.',
    ],
    [
      { SMTP_URL: 'smtp://mail.example' },
      'MAIL_FROM is not set. Set it to whom mails are from, like Marquee <tickets@example.org>.',
    ],
    [
      { MAIL_FROM: 'Marquee <tickets@example.org>\r\nBcc: all@example.org' },
      'MAIL_FROM is "Marquee <tickets@example.org>\\r\\nBcc: all@example.org". Set it to an address, or a name and an address, like Marquee <tickets@example.org>.',
    ],
    [
      { SMS_GATEWAY_URL: 'smpp://sms.example?key=opensesame' },
      'SMS_GATEWAY_URL is "smpp://sms.example". Set it to a URL like https://sms.example.org/messages.',
    ],
    [
      { SMS_GATEWAY_TOKEN: 'open sesame' },
      'SMS_GATEWAY_TOKEN is "***". Set it to a token of visible ASCII characters.',
    ],
    [{ PARTNER_CACHE_SECONDS: '0' }, 'PARTNER_CACHE_SECONDS is "0". Set it to whole seconds from 1 to 60.'],
    [{ AUTOMATIC_PERSISTED_QUERIES: '1' }, 'AUTOMATIC_PERSISTED_QUERIES is "1". Set it to true or false.'],
    [{ GRAPHIQL: 'yes' }, 'GRAPHIQL is "yes". Set it to true or false.'],
    [{ INTROSPECTION: '1' }, 'INTROSPECTION is "1". Set it to true or false.'],
    [{ DEMO_DATA: 'TRUE' }, 'DEMO_DATA is "TRUE". Set it to true or false.'],
    [
      { LOG_LEVEL: 'loud\n' },
      'LOG_LEVEL is "loud\\n". Set it to one of trace, debug, info, warn, error, fatal, silent.',
    ],
  ])('refuses %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(message))
  })
})

describe('hidePassword', () => {
  it.each([
    ['postgres://ann:opensesame@db/marquee', 'postgres://***@db/marquee'],
    ['postgres://ann:open@sesame@db/marquee', 'postgres://***@db/marquee'],
    ['postgres://ann:open/sesame@db/marquee', 'postgres://***@db/marquee'],
    ['postgres://db/marquee?password=opensesame', 'postgres://db/marquee'],
    ['redis://cache:6379/0', 'redis://cache:6379/0'],
    ['opensesame', '***'],
  ])('shows %s as %s', (url, expected) => {
    expect(hidePassword(url)).toBe(expected)
  })
})
