import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readConfig } from '../../src/config.js'
import { createLogger } from '../../src/lib/logger.js'
import { createServer } from '../../src/server.js'
import { createServices } from '../../src/services.js'
import { announce } from './announce.js'

// Our server, configured as for production. Told to, it tells the watchers of the first show of a change of two seats, or collects its garbage.
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const config = readConfig(process.env)
const services = await createServices({
  config,
  databaseUrl: config.databaseUrl!,
  redisUrl: config.redisUrl,
  jwtSecret: config.jwtSecret!,
  ticketKey: config.ticketSigningKey!,
  log: createLogger(config.logLevel),
})
const server = await createServer(services)
const { port } = await server.listen({ port: 0, host: '127.0.0.1' })
let version = 1_000_000
process.on('message', (message) => {
  if (message === 'collect') return collectGarbage()
  version += 1
  services.seatMaps.publish([1, 2].map((seatId) => ({ showId: 1, seatId, status: 'HELD', version })))
})
announce(port)
