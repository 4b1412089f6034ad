import { type Config, ConfigError, isStartedByNpm, readConfig } from '../config.js'
import { createLogger, type Logger } from '../lib/logger.js'
import { Lifetime } from './lifetime.js'
import { StartupError } from './startupError.js'

/** A process of ours, from its configuration to its end. */
export interface Program {
  readonly config: Config
  readonly log: Logger
  readonly lifetime: Lifetime
  /** Ends it with 1 and says why in one line; the whole error is for who asked for it by LOG_LEVEL=debug. */
  fail(error: unknown): Promise<void>
}

/**
 * Runs what `start` starts: with the configuration of the environment, until a signal comes, npm is gone or it fails. What
 * `start` throws is told in one line.
 */
export async function runProgram(start: (program: Program) => Promise<void>): Promise<void> {
  const lifetime = new Lifetime()
  let log: Logger | undefined
  const fail = (error: unknown) => endWith(error, lifetime, log)
  try {
    const config = readConfig(process.env)
    const logger = createLogger(config.logLevel)
    log = logger
    process.on('uncaughtException', (error) => crash(lifetime, error, logger))
    lifetime.endOnSignals()
    if (isStartedByNpm(process.env)) lifetime.endWithNpm()
    await start({ config, log, lifetime, fail })
  } catch (error) {
    await fail(error)
  }
}

/** Tells whoever has started us. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function endWith(error: unknown, lifetime: Lifetime, log?: Logger): Promise<void> {
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
