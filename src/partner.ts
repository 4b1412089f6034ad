import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.js'
import { DatabaseClock } from './lib/clock.js'
import { Database, readTime } from './lib/db/index.js'
import { LocalPubSub } from './lib/pubsub.js'
import type { Command, Options } from './partner/command.js'
import { createKey, listKeys, revokeKey, rotateKey } from './partner/keyCommands.js'
import { check, checkManifest, operations, register, remove } from './partner/operationCommands.js'
import { create, disable, enable, list } from './partner/partnerCommands.js'
import { UsageError } from './partner/usageError.js'
import { StartupError } from './runtime/startupError.js'
import { withDatabase } from './runtime/withDatabase.js'

const HELP = `Usage: npm run partner -- <command>

Lets other companies use the API, by keys and by operations that are registered before. In the database of DATABASE_URL if it is set, else
in the built-in one in MARQUEE_DATA_DIR (.data by default). A partner is named by its id or its name, a key by what it begins with.

  create <name> [--requests <n>] [--cost <n>]   Makes a partner, with what it may use up in a minute.
  list                                          Lists all partners.
  disable <partner>                             Refuses all its keys.
  enable <partner>                              Ends that.
  key create <partner> [--scopes READ,WRITE] [--expires <time>]
                                                Makes a key, and shows it this once.
  key rotate <key> [--overlap <hours>] [--expires <time>]
                                                Makes a successor; the key itself ends after the overlap, 24 hours by default.
  key revoke <key>                              Ends a key: servers refuse it within seconds.
  key list <partner>                            Lists its keys, and when they were used.
  register <partner> <manifest file>            Registers the operations of a manifest of Apollo, Relay or GraphQL Code Generator.
  remove <partner> <operation id> ...           Takes operations away.
  operations <partner>                          Lists its operations.
  check [--schema <file>]                       Checks all registered operations against a schema, schema.graphql by default, and
                                                against what has changed since they were registered.
  check --manifest <file> [--schema <file>] [--base <file>]
                                                Checks those of a manifest, without a database. The base is the schema that it was made for.
  help                                          This text.

It exits with 1 when it cannot do what it is told, and when a check has found something.
`

interface Verb {
  /** How many arguments it takes at least, and at most. */
  readonly takes: readonly [number, number]
  readonly options: readonly string[]
  readonly make: (args: readonly string[], options: Options) => Command
}

const VERBS = new Map<string, Verb>([
  ['create', { takes: [1, 1], options: ['requests', 'cost'], make: create }],
  ['list', { takes: [0, 0], options: [], make: list }],
  ['disable', { takes: [1, 1], options: [], make: disable }],
  ['enable', { takes: [1, 1], options: [], make: enable }],
  ['key create', { takes: [1, 1], options: ['scopes', 'expires'], make: createKey }],
  ['key rotate', { takes: [1, 1], options: ['overlap', 'expires'], make: rotateKey }],
  ['key revoke', { takes: [1, 1], options: [], make: revokeKey }],
  ['key list', { takes: [1, 1], options: [], make: listKeys }],
  ['register', { takes: [2, 2], options: [], make: register }],
  ['remove', { takes: [2, 2_000], options: [], make: remove }],
  ['operations', { takes: [1, 1], options: [], make: operations }],
  ['check', { takes: [0, 0], options: ['schema', 'manifest', 'base'], make: check }],
])

async function main(args: readonly string[]): Promise<string> {
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') return HELP.trimEnd()
  const { name, rest, options } = readArguments(args)
  if (name === 'check' && options.manifest !== undefined) return checkManifest(options.manifest, options)
  const command = VERBS.get(name)!.make(rest, options)
  let answer = ''
  await withDatabase(readConfig(process.env), async (url) => {
    answer = await run(url, command)
  })
  return answer
}

function readArguments(args: readonly string[]): { name: string; rest: readonly string[]; options: Options } {
  const unknown = new UsageError(`Unknown arguments "${args.join(' ')}": npm run partner -- help tells them.`)
  const length = args[0] === 'key' ? 2 : 1
  const name = args.slice(0, length).join(' ')
  const verb = VERBS.get(name)
  if (verb === undefined) throw unknown
  const options = Object.fromEntries(verb.options.map((option) => [option, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: args.slice(length), options, allowPositionals: true })
    const [least, most] = verb.takes
    if (positionals.length < least || positionals.length > most) throw unknown
    return { name, rest: positionals, options: values }
  } catch {
    throw unknown
  }
}

async function run(url: string, command: Command): Promise<string> {
  const db = new Database({ url, poolSize: 2 })
  try {
    const clock = await DatabaseClock.start(() => readTime(db))
    // Servers see in Postgres what was changed, within seconds.
    return await command({ db, clock, pubsub: new LocalPubSub() }).finally(() => clock.stop())
  } finally {
    await db.close()
  }
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`)
} catch (error) {
  const isForPeople = [UsageError, ConfigError, StartupError].some((kind) => error instanceof kind)
  process.stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 1
}
