import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Logger } from '../lib/logger.js'
import { findOnPath } from './findOnPath.js'
import { KeptServer } from './keptServer.js'
import { startOnFreePort, type TiedServer } from './tiedServer.js'

export interface RunningRedis {
  /** With its password. */
  readonly url: string
  stop(): Promise<void>
}

const COMMANDS = ['redis-server', 'valkey-server']
const READY = /ready to accept connections/i

/**
 * Starts a Redis of our own, which keeps nothing and which only this machine reaches, by the password in its URL. It does not
 * outlive us, and when it ends before it is started again, empty, at the same URL. Null when there is no redis-server or valkey-server on PATH.
 *
 * @throws {StartupError} when there is one and it does not start.
 */
export async function startRedisServer({ log }: { log: Logger }): Promise<RunningRedis | null> {
  const command = await findOnPath(COMMANDS)
  if (command === null) return null
  const password = randomBytes(24).toString('base64url')
  const server: TiedServer = {
    name: 'Redis',
    ready: READY,
    command: (port) => ({
      command,
      args: ['-'],
      input: configure(port, password),
      stopSignals: [{ signal: 'TERM', seconds: 1 }],
      onLine: (line) => log.debug({ redis: line }, 'redis'),
    }),
  }
  const running = await startOnFreePort(server)
  const kept = new KeptServer({ server, running, log })
  return { url: `redis://:${password}@127.0.0.1:${running.port}`, stop: () => kept.stop() }
}

/** Given on standard input: a password among the arguments could be read by everybody on the machine. */
function configure(port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    `dir "${tmpdir()}"`,
    '',
  ].join('\n')
}
