import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from './config.js'
import { createLogger } from './lib/logger.js'
import { makeSigningKey } from './lib/signingKey.js'
import { type CheckReport, exitCodeOf, printReports, reconcile } from './modules/reconciliation/index.js'
import { StartupError } from './runtime/startupError.js'
import { withDatabase } from './runtime/withDatabase.js'
import { createServices } from './services.js'

const HELP = `Usage: npm run reconcile [-- --json]

Compares holds, bookings, seats, the log of seats and payments with each other, and the payments of the last 7 days with the
payment provider. It mends what is safe (holds that are over, seats that nobody holds, money reserved for nothing) and lists
the rest. In the database of DATABASE_URL if it is set, else in the built-in one in MARQUEE_DATA_DIR (.data by default).

  --json   Prints [{ name, title, drift: [{ subject, detail, isMended }], failure }] and nothing else.

It exits with 0 where all agrees, with 1 where it has found something, mended or not, and with 2 where it could not look.
`

/** Thrown when the arguments cannot be read; the message is one line. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

async function main(args: readonly string[]): Promise<void> {
  const { json, help } = readArguments(args)
  if (help) {
    process.stdout.write(HELP)
    return
  }
  const config = readConfig(process.env)
  await withDatabase(config, async (url) => {
    const reports = await run(config, url)
    process.stdout.write(`${json ? JSON.stringify(reports) : printReports(reports)}\n`)
    process.exitCode = exitCodeOf(reports)
  })
}

async function run(config: Config, databaseUrl: string): Promise<CheckReport[]> {
  const services = await createServices({
    config,
    databaseUrl,
    // Those who watch find in Postgres what changes, within a second.
    redisUrl: null,
    // Nobody signs in here, and no ticket is shown.
    jwtSecret: randomUUID(),
    ticketKey: makeSigningKey(),
    log: createLogger('fatal'),
  })
  try {
    return await reconcile(services)
  } finally {
    await services.close()
  }
}

function readArguments(args: readonly string[]): { json: boolean; help: boolean } {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const { values } = parseArgs({ args: [...args], options })
    return { json: values.json ?? false, help: values.help ?? false }
  } catch {
    throw new UsageError(`Unknown arguments "${args.join(' ')}": npm run reconcile takes --json, --help or nothing.`)
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isForPeople = [UsageError, ConfigError, StartupError].some((kind) => error instanceof kind)
  process.stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 2
}
