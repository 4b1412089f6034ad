import { ConfigError, readConfig } from '../config.js'
import { Database } from '../lib/db/index.js'
import { StartupError } from './startupError.js'
import { withDatabase } from './withDatabase.js'

/** Does something in the database, and gives what to print. */
export type Command = (db: Database) => Promise<string>

/** Thrown when a command cannot do what it is told; the message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface CommandLine {
  readonly help: string
  /** The command of these arguments. Throws UsageError where there is none. */
  readonly read: (verb: string, rest: readonly string[]) => Command
}

/** Runs the command of the arguments of this process on the configured database. Where it fails, the process exits with 1. */
export async function runCommand(line: CommandLine): Promise<void> {
  try {
    await run(process.argv.slice(2), line)
  } catch (error) {
    const isForPeople = [UsageError, ConfigError, StartupError].some((kind) => error instanceof kind)
    process.stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`)
    process.exitCode = 1
  }
}

async function run([verb, ...rest]: readonly string[], { help, read }: CommandLine): Promise<void> {
  if (verb === undefined || verb === 'help' || verb === '--help') {
    process.stdout.write(help)
    return
  }
  const command = read(verb, rest)
  await withDatabase(readConfig(process.env), async (url) => {
    const db = new Database({ url, poolSize: 2 })
    try {
      process.stdout.write(`${await command(db)}\n`)
    } finally {
      await db.close()
    }
  })
}
