import { once } from 'node:events'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import pg from 'pg'
import { hidePassword } from '../config.js'
import type { Logger } from '../lib/logger.js'
import { splitRedisUrls } from '../lib/redis/redisUrls.js'
import { StartupError } from './startupError.js'

const TIMEOUT_MS = 5_000
/** The others tell of a Redis that is loading, has lost its master, or is busy. */
const FOR_GOOD = /^(ERR|NOAUTH|WRONGPASS|NOPERM) /
const FOR_NOW = /max number of clients/

/**
 * Makes sure that the database can be connected to.
 *
 * @throws {StartupError} with the reason, without the password, and with the advice what to do.
 */
export async function reachDatabase(
  url: string,
  advice = 'Correct DATABASE_URL, or unset it to use the built-in Postgres.',
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new StartupError(`The database ${hidePassword(url)} cannot be used: ${tell(error)}. ${advice}`, {
      cause: error,
    })
  }
}

/**
 * Looks whether the Redis can be connected to; of several URLs, which are nodes of a cluster, one will do. Warns where none answers, as it is
 * used once it does.
 *
 * @throws {StartupError} when it refuses us for good, with the reason, without the password, and with the advice what to do.
 */
export async function reachRedis(
  urls: string,
  log: Logger,
  advice = 'Correct REDIS_URL, or unset it to use one of our own.',
): Promise<void> {
  const nodes = splitRedisUrls(urls)
  const asked = nodes.map((url) => askRedis(url, nodes.length > 1))
  try {
    await Promise.any(asked)
  } catch (error) {
    const { errors } = error as AggregateError
    const refused = errors.findIndex(isRefusal)
    const cause = errors[Math.max(refused, 0)]
    const name = `The Redis ${hidePassword(nodes[Math.max(refused, 0)]!)}`
    if (refused >= 0) throw new StartupError(`${name} cannot be used: ${tell(cause)}. ${advice}`, { cause })
    log.warn(
      `${name} cannot be reached: ${tell(cause)}. Until it is, other processes hear of changed seats from Postgres, within a second.`,
    )
  }
}

/** Whether Redis has answered what it will answer again: that a password is wrong, or what is asked for is not there. */
function isRefusal(error: unknown): boolean {
  const { name, message } = error as Error
  return name === 'ReplyError' && FOR_GOOD.test(message) && !FOR_NOW.test(message)
}

async function askRedis(url: string, isOfCluster: boolean): Promise<void> {
  const timeouts = { connectTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, ...timeouts })
  let reason: unknown
  client.on('error', (error) => {
    reason ??= error
  })
  try {
    await client.connect()
    await (isOfCluster ? client.cluster('INFO') : client.ping())
  } catch (error) {
    throw reason ?? error
  } finally {
    client.disconnect()
  }
}

/**
 * Makes sure that the port is free, before anything is started that takes longer.
 *
 * @throws {StartupError} as {@link explainListenError} puts it.
 */
export async function reachPort(address: { port: number; host: string }): Promise<void> {
  const server = createServer().listen(address)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainListenError(error, address)
  }
  server.close()
  await once(server, 'close')
}

/** What it means that a server cannot listen, with what to do; another error as it is. */
export function explainListenError(error: unknown, { port, host }: { port: number; host: string }): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartupError(
        `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new StartupError(`Port ${port} is for root alone. Choose another: PORT=4000 npm start`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(
        `HOST is "${host}", which is no address of this machine. Unset it, or set it to 127.0.0.1.`,
      )
    default:
      return error
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'it did not answer in time',
}

/** On one line: the message of the server, or what the code of a failed connection means. */
function tell(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string }
  return (REASONS[code] ?? (message || code)).replace(/\s+/g, ' ').replace(/\.$/, '')
}
