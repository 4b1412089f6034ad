import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Logger } from '../lib/logger.js'
import { findOnPath } from './findOnPath.js'
import { findFreePort } from './freePort.js'
import { StartError } from './startError.js'
import { startTied, type TiedProcess } from './tiedProcess.js'

export interface RunningRedis {
  readonly url: string
  stop(): Promise<void>
}

const COMMANDS = ['redis-server', 'valkey-server']
const STOP_SIGNALS = [{ signal: 'TERM', seconds: 2 }]
const PORT_TRIES = 3

/**
 * Starts a Redis of our own, which keeps nothing and which only this machine reaches, by the password in its URL. It does not
 * outlive us. Null when there is no redis-server or valkey-server on PATH.
 *
 * @throws {StartError} when there is one and it does not start.
 */
export async function startRedisServer({ log }: { log: Logger }): Promise<RunningRedis | null> {
  const command = await findOnPath(COMMANDS)
  if (command === null) return null
  for (let tries = 1; ; tries++) {
    const port = await findFreePort()
    const password = randomBytes(24).toString('base64url')
    const lines: string[] = []
    const server = await startTied({
      command,
      args: ['-'],
      input: configuration(port, password),
      stopSignals: STOP_SIGNALS,
      onLine: (line) => {
        lines.push(line)
        log.debug({ redis: line }, 'redis')
      },
    })
    if (await isReady(server, lines)) return { url: `redis://:${password}@127.0.0.1:${port}`, stop: () => server.stop() }
  }
}
