import { ConfigError, readConfig } from './config.js'
import { Database } from './lib/db/index.js'
import { intKeyOf, toGlobalId, toIntKey } from './lib/globalId.js'
import { deleteStaff, insertStaff, listStaff } from './modules/accounts/index.js'
import { StartupError } from './runtime/startupError.js'
import { withDatabase } from './runtime/withDatabase.js'

const HELP = `Usage: npm run staff -- <command>

Says who works at which theater, and so may let people in there. In the database of DATABASE_URL if it is set, else in the built-in
one in MARQUEE_DATA_DIR (.data by default).

  add <email> <theater id>     Lets the account with this address work at the theater.
  remove <email> <theater id>  Ends that.
  list                         Lists all who work somewhere.
  help                         This text.
`

/** Thrown when the command cannot do what it is told; the message is one line. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Command = (db: Database) => Promise<string>

async function main([verb, ...rest]: readonly string[]): Promise<void> {
  if (verb === undefined || verb === 'help' || verb === '--help') {
    process.stdout.write(HELP)
    return
  }
  const command = readCommand(verb, rest)
  await withDatabase(readConfig(process.env), (url) => run(url, command))
}

function readCommand(verb: string, rest: readonly string[]): Command {
  if (verb === 'list' && rest.length === 0) return list
  const [email, theater, ...more] = rest
  if (theater === undefined || more.length > 0 || (verb !== 'add' && verb !== 'remove')) {
    throw new UsageError(`Unknown arguments "${[verb, ...rest].join(' ')}": npm run staff -- help tells them.`)
  }
  const theaterId = intKeyOf('Theater', theater) ?? toIntKey(theater)
  if (theaterId === null) throw new UsageError(`"${theater}" is not the id of a theater.`)
  const address = email!.trim().toLowerCase()
  return (db) => (verb === 'add' ? add(db, address, theaterId) : remove(db, address, theaterId))
}

async function run(url: string, command: Command): Promise<void> {
  const db = new Database({ url, poolSize: 2 })
  try {
    process.stdout.write(`${await command(db)}\n`)
  } finally {
    await db.close()
  }
}

async function add(db: Database, email: string, theaterId: number): Promise<string> {
  if (await insertStaff(db, email, theaterId)) return `${email} works at theater ${theaterId}.`
  throw new UsageError(
    `There is no account ${email}, or no theater ${theaterId}. The account is opened by signUp first.`,
  )
}

async function remove(db: Database, email: string, theaterId: number): Promise<string> {
  if (await deleteStaff(db, email, theaterId)) return `${email} does not work at theater ${theaterId} any more.`
  throw new UsageError(`${email} does not work at theater ${theaterId}.`)
}

async function list(db: Database): Promise<string> {
  const staff = await listStaff(db)
  if (staff.length === 0) return 'Nobody works anywhere yet.'
  return staff
    .map(({ email, theaterId, theaterName }) => `${email}  ${toGlobalId('Theater', theaterId)}  ${theaterName}`)
    .join('\n')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isForPeople = [UsageError, ConfigError, StartupError].some((kind) => error instanceof kind)
  process.stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 1
}
