import type { Database } from './lib/db/index.js'
import { intKeyOf, toGlobalId, toIntKey } from './lib/globalId.js'
import { deleteStaff, insertStaff, listStaff } from './modules/accounts/index.js'
import { type Command, runCommand, UsageError } from './runtime/runCommand.js'

const HELP = `Usage: npm run staff -- <command>

Says who works at which theater, and so may let people in there. In the database of DATABASE_URL if it is set, else in the built-in
one in MARQUEE_DATA_DIR (.data by default).

  add <email> <theater id>     Lets the account with this address work at the theater.
  remove <email> <theater id>  Ends that.
  list                         Lists all who work somewhere.
  help                         This text.
`

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

await runCommand({ help: HELP, read: readCommand })
