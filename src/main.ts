import { type Config, ConfigError, isStartedByNpm, readConfig } from './config.js'
import { createLogger, type Logger } from './lib/logger.js'
import { prepareDatabase } from './prepareDatabase.js'
import { startEmbeddedPostgres } from './runtime/embeddedPostgres.js'
import { JWT_SECRET, keepSecret, TICKET_KEY } from './runtime/keptSecret.js'
import { Lifetime } from './runtime/lifetime.js'
import { explainListenError, reachDatabase, reachPort, reachRedis } from './runtime/reach.js'
import { startRedisServer } from './runtime/redisServer.js'
import { StartupError } from './runtime/startupError.js'
import { extendSchedule, isCatalogueEmpty, loadDemoCatalogue } from './seed/index.js'
import { showProgress } from './seed/showProgress.js'
import { createServer } from './server.js'
import { createServices } from './services.js'

async function start(config: Config, log: Logger, lifetime: Lifetime): Promise<void> {
  await reachPort(config)
  const jwtSecret = config.jwtSecret ?? (await keepSecret(config.dataDir, JWT_SECRET))
  const ticketKey = config.ticketSigningKey ?? (await keepSecret(config.dataDir, TICKET_KEY))
  const [databaseUrl, redisUrl] = await Promise.all([
    openDatabase(config, log, lifetime),
    openRedis(config, log, lifetime),
  ])
  await prepareDatabase(databaseUrl)
  if (config.demoData) await loadDemo(databaseUrl)

  const services = await createServices({ config, databaseUrl, redisUrl, jwtSecret, ticketKey, log })
  lifetime.onEnd(() => services.close())
  const server = await createServer(services)
  lifetime.onEnd(() => server.close())
  const { port } = await server.listen(config).catch((error: unknown) => {
    throw explainListenError(error, config)
  })
  say(greet(config, port))
}

async function openDatabase(config: Config, log: Logger, lifetime: Lifetime): Promise<string> {
  if (config.databaseUrl !== null) {
    await reachDatabase(config.databaseUrl)
    return config.databaseUrl
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  lifetime.onEnd(() => postgres.stop())
  void postgres.ended.then((how) => fail(lifetime, new StartupError(`The built-in Postgres has ended (${how}).`)))
  return postgres.url
}

async function openRedis({ redisUrl }: Config, log: Logger, lifetime: Lifetime): Promise<string | null> {
  if (redisUrl !== null) {
    await reachRedis(redisUrl)
    return redisUrl
  }
  const redis = await startRedisServer({ log })
  if (redis === null)
    say('There is no redis-server here and no REDIS_URL: live seat maps work within this one process.')
  else lifetime.onEnd(() => redis.stop())
  return redis?.url ?? null
}

/** All of it into an empty database; later, the shows of the days that have come nearer. */
async function loadDemo(url: string): Promise<void> {
  const load = (await isCatalogueEmpty(url)) ? loadDemoCatalogue : extendSchedule
  const { onProgress, end } = showProgress(process.stdout)
  await load({ url, now: new Date(), onProgress }).finally(end)
}

function greet({ host, graphiql }: Config, port: number): string {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const url = `http://${name}:${port}`
  return [
    '',
    'Marquee sells tickets.',
    `  API       ${url}/graphql`,
    ...(graphiql ? [`  Explorer  ${url}/graphiql`] : []),
    `  Health    ${url}/health`,
    '',
  ].join('\n')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Says why in one line; the whole error is for who asked for it by LOG_LEVEL=debug. */
async function fail(lifetime: Lifetime, error: unknown, log?: Logger): Promise<void> {
  if (lifetime.isEnding) return
  log?.debug({ err: error }, 'failed')
  const isForPeople = error instanceof StartupError || error instanceof ConfigError
  const message = String((error as Error).message || error).replace(/\s*\n\s*/g, ' ')
  process.stderr.write(`${isForPeople ? message : `Marquee did not start: ${message}`}\n`)
  await lifetime.end(1)
}

/** A bug: it is in the log as a whole, and the program ends in order. What breaks while it ends anyway is no news. */
function crash(lifetime: Lifetime, err: unknown, log: Logger): void {
  if (lifetime.isEnding) return
  log.fatal({ err }, 'uncaught')
  void lifetime.end(1)
}

async function main(): Promise<void> {
  const lifetime = new Lifetime()
  let log: Logger | undefined
  try {
    const config = readConfig(process.env)
    const logger = createLogger(config.logLevel)
    log = logger
    process.on('uncaughtException', (error) => crash(lifetime, error, logger))
    lifetime.endOnSignals()
    if (isStartedByNpm(process.env)) lifetime.endWithNpm()
    await start(config, logger, lifetime)
  } catch (error) {
    await fail(lifetime, error, log)
  }
}

await main()
