import type { Config } from './config.js'
import { describeOutbox } from './modules/notifications/index.js'
import { prepareDatabase } from './prepareDatabase.js'
import { startEmbeddedPostgres } from './runtime/embeddedPostgres.js'
import { keepSecrets } from './runtime/keptSecret.js'
import { explainListenError, reachDatabase, reachPort, reachRedis } from './runtime/reach.js'
import { startRedisServer } from './runtime/redisServer.js'
import { type Program, runProgram, say } from './runtime/runProgram.js'
import { StartupError } from './runtime/startupError.js'
import { extendSchedule, isCatalogueEmpty, loadDemoCatalogue } from './seed/index.js'
import { showProgress } from './seed/showProgress.js'
import { createServer } from './server.js'
import { createServices } from './services.js'

async function start(program: Program): Promise<void> {
  const { config, log, lifetime } = program
  await reachPort(config)
  const secrets = await keepSecrets(config)
  const [databaseUrl, redisUrl] = await Promise.all([openDatabase(program), openRedis(program)])
  await prepareDatabase(databaseUrl)
  if (config.demoData) await loadDemo(databaseUrl)

  const services = await createServices({ config, databaseUrl, redisUrl, ...secrets, log })
  lifetime.onEnd(() => services.close())
  const server = await createServer(services)
  lifetime.onEnd(() => server.close())
  const { port } = await server.listen(config).catch((error: unknown) => {
    throw explainListenError(error, config)
  })
  say(greet(config, port))
}

async function openDatabase({ config, log, lifetime, fail }: Program): Promise<string> {
  if (config.databaseUrl !== null) {
    await reachDatabase(config.databaseUrl)
    return config.databaseUrl
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  lifetime.onEnd(() => postgres.stop())
  void postgres.ended.then((how) => fail(new StartupError(`The built-in Postgres has ended (${how}).`)))
  return postgres.url
}

async function openRedis({ config, log, lifetime }: Program): Promise<string | null> {
  if (config.redisUrl !== null) {
    await reachRedis(config.redisUrl, log)
    return config.redisUrl
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

function greet(config: Config, port: number): string {
  const { host, graphiql } = config
  const outbox = describeOutbox(config)
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const url = `http://${name}:${port}`
  return [
    '',
    'Marquee sells tickets.',
    `  API       ${url}/graphql`,
    ...(graphiql ? [`  Explorer  ${url}/graphiql`] : []),
    `  Health    ${url}/health`,
    ...(outbox === null ? [] : [`  Outbox    ${outbox}`]),
    '',
  ].join('\n')
}

await runProgram(start)
