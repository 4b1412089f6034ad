import { hidePassword } from './config.js'
import { describeOutbox } from './modules/notifications/index.js'
import { prepareDatabase } from './prepareDatabase.js'
import { keepSecrets } from './runtime/keptSecret.js'
import { reachDatabase, reachRedis } from './runtime/reach.js'
import { type Program, runProgram, say } from './runtime/runProgram.js'
import { StartupError } from './runtime/startupError.js'
import { createServices } from './services.js'
import { startWorker } from './startWorker.js'

async function start({ config, log, lifetime }: Program): Promise<void> {
  const { databaseUrl, redisUrl } = config
  if (databaseUrl === null) {
    throw new StartupError(
      'A worker needs the DATABASE_URL of its API. With the built-in Postgres, npm start works the jobs itself: run that alone.',
    )
  }
  const secrets = await keepSecrets(config)
  await reachDatabase(databaseUrl, 'Correct DATABASE_URL.')
  if (redisUrl !== null) await reachRedis(redisUrl, log, 'Correct REDIS_URL.')
  await prepareDatabase(databaseUrl)

  const services = await createServices({ config, databaseUrl, redisUrl, ...secrets, log })
  lifetime.onEnd(() => services.close())
  const worker = startWorker(services)
  lifetime.onEnd(() => worker.stop())
  if (redisUrl === null)
    say('There is no REDIS_URL: live seat maps hear within a second of what ends here, not at once.')
  const outbox = describeOutbox(config)
  if (outbox !== null) say(`Outbox: ${outbox}`)
  say(`Marquee's worker ends due holds and works the jobs of ${hidePassword(databaseUrl)}, without HTTP.`)
}

await runProgram(start)
