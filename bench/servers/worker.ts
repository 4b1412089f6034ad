import { readConfig } from '../../src/config.js'
import { createLogger } from '../../src/lib/logger.js'
import { createServices } from '../../src/services.js'
import { startWorker } from '../../src/startWorker.js'
import { announce } from './announce.js'

// Our worker as `npm run worker` has it, configured as for production. It listens nowhere.
const config = readConfig(process.env)
const services = await createServices({
  config,
  databaseUrl: config.databaseUrl!,
  redisUrl: config.redisUrl,
  jwtSecret: config.jwtSecret!,
  ticketKey: config.ticketSigningKey!,
  log: createLogger(config.logLevel),
})
startWorker(services)
announce(0)
