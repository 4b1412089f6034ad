import { readConfig } from '../../src/config.js'
import { createLogger } from '../../src/lib/logger.js'
import { createServer } from '../../src/server.js'
import { createServices } from '../../src/services.js'
import { announce } from './announce.js'

// Our server, configured as for production.
const config = readConfig(process.env)
const log = createLogger(config.logLevel)
const services = await createServices({
  config,
  databaseUrl: config.databaseUrl!,
  redisUrl: config.redisUrl,
  jwtSecret: config.jwtSecret!,
  ticketKey: config.ticketSigningKey!,
  log,
})
const server = await createServer(services)
const { port } = await server.listen({ port: 0, host: '127.0.0.1' })
announce(port)
