import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config.js'
import { StartupError } from '../runtime/startupError.js'
import { withDatabase } from '../runtime/withDatabase.js'
import { type Added, loadDemoCatalogue, loadFullCatalogue, SOURCES } from './index.js'
import { showProgress } from './showProgress.js'

const HELP = `Usage: npm run seed [-- --all]

Puts theaters, movies and shows into the database: that of DATABASE_URL if it is set, else the built-in one in MARQUEE_DATA_DIR
(.data by default). Only what is missing is added: it can be run again at any time.

  (nothing)  The demo catalogue: 15 theaters, 55 movies, shows for two weeks from today on.
  --all      All 311 theaters of Paris and its region, 1,204 movies, shows for a week: about 38,000 shows, 7 million seats.
  --help     This text.
`

/** Thrown when the command is called in a way that it does not know; the message is one line. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

async function main(args: readonly string[]): Promise<void> {
  const { all, help } = readArguments(args)
  if (help) {
    process.stdout.write(HELP)
    return
  }
  await withDatabase(readConfig(process.env), (url) => seed(url, all))
}

function readArguments(args: readonly string[]): { all: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    return { all: values.all ?? false, help: values.help ?? false }
  } catch {
    throw new UsageError(`Unknown arguments "${args.join(' ')}": npm run seed takes --all, --help or nothing.`)
  }
}

async function seed(url: string, all: boolean): Promise<void> {
  const started = performance.now()
  const { onProgress, end } = showProgress(process.stdout)
  const load = all ? loadFullCatalogue : loadDemoCatalogue
  const added = await load({ url, now: new Date(), onProgress }).finally(end)
  process.stdout.write(`${tell(added)} It took ${((performance.now() - started) / 1000).toFixed(1)} s.\n${SOURCES}\n`)
}

function tell({ theaters, shows, seats }: Added): string {
  if (theaters === 0) return 'Nothing was missing.'
  const count = (number: number) => number.toLocaleString('en')
  return `Added ${count(shows)} shows with ${count(seats)} seats to ${count(theaters)} theaters.`
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isForPeople = [UsageError, ConfigError, StartupError].some((kind) => error instanceof kind)
  process.stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 1
}
