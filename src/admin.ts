import type { Database } from './lib/db/index.js'
import { deleteAdmin, insertAdmin, listAdmins } from './modules/accounts/index.js'
import { type Command, runCommand, UsageError } from './runtime/runCommand.js'

const HELP = `Usage: npm run admin -- <command>

Says who is an admin, and so may do at each theater what its staff may. In the database of DATABASE_URL if it is set, else in the
built-in one in MARQUEE_DATA_DIR (.data by default).

  add <email>     Makes the account with this address an admin.
  remove <email>  Ends that.
  list            Lists all admins.
  help            This text.
`

function readCommand(verb: string, rest: readonly string[]): Command {
  if (verb === 'list' && rest.length === 0) return list
  const [email, ...more] = rest
  if (email === undefined || more.length > 0 || (verb !== 'add' && verb !== 'remove')) {
    throw new UsageError(`Unknown arguments "${[verb, ...rest].join(' ')}": npm run admin -- help tells them.`)
  }
  const address = email.trim().toLowerCase()
  return (db) => (verb === 'add' ? add(db, address) : remove(db, address))
}

async function add(db: Database, email: string): Promise<string> {
  if (await insertAdmin(db, email)) return `${email} is an admin.`
  throw new UsageError(`There is no account ${email}. It is opened by signUp first.`)
}

async function remove(db: Database, email: string): Promise<string> {
  if (await deleteAdmin(db, email)) return `${email} is no admin any more.`
  throw new UsageError(`${email} is no admin.`)
}

async function list(db: Database): Promise<string> {
  const emails = await listAdmins(db)
  return emails.length === 0 ? 'There is no admin yet.' : emails.join('\n')
}

await runCommand({ help: HELP, read: readCommand })
