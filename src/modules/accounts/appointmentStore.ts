import { type Database, statement } from '../../lib/db/index.js'
import type { Appointments } from './roles.js'

/** Somebody who works at a theater. */
export interface StaffMember {
  readonly email: string
  readonly theaterId: number
  readonly theaterName: string
}

const LOAD_APPOINTMENTS = statement(
  'accounts.loadAppointments',
  `SELECT given.id AS "accountId", EXISTS (SELECT FROM admin WHERE account_id = given.id) AS "isAdmin",
     ARRAY(SELECT theater_id FROM theater_staff WHERE account_id = given.id) AS "theaterIds"
   FROM unnest($1::uuid[]) AS given (id)`,
)

/** What these accounts are appointed to, in no particular order. */
export async function loadAppointments(
  db: Database,
  accountIds: readonly string[],
): Promise<(Appointments & { readonly accountId: string })[]> {
  return db.run<Appointments & { readonly accountId: string }>(LOAD_APPOINTMENTS, [accountIds])
}

const INSERT_STAFF = statement(
  'accounts.insertStaff',
  `INSERT INTO theater_staff (account_id, theater_id)
   SELECT account.id, theater.id FROM account CROSS JOIN theater WHERE email = $1 AND theater.id = $2
   ON CONFLICT (account_id, theater_id) DO UPDATE SET theater_id = excluded.theater_id RETURNING theater_id`,
)

/** Lets an account work at a theater, also when it does already. False if there is no such account or no such theater. */
export async function insertStaff(db: Database, email: string, theaterId: number): Promise<boolean> {
  return (await db.run(INSERT_STAFF, [email, theaterId])).length === 1
}

/** False if the account did not work at the theater. */
export async function deleteStaff(db: Database, email: string, theaterId: number): Promise<boolean> {
  const { count } = await db.prisma.theaterStaff.deleteMany({ where: { theaterId, account: { email } } })
  return count === 1
}

const LIST_STAFF = statement(
  'accounts.listStaff',
  `SELECT email, theater.id AS "theaterId", theater.name AS "theaterName" FROM theater_staff
   JOIN account ON account.id = account_id JOIN theater ON theater.id = theater_id ORDER BY theater.id, email`,
)

/** Who works at which theater, by theater and address. */
export async function listStaff(db: Database): Promise<StaffMember[]> {
  return db.run<StaffMember>(LIST_STAFF, [])
}

const INSERT_ADMIN = statement(
  'accounts.insertAdmin',
  `INSERT INTO admin (account_id) SELECT id FROM account WHERE email = $1
   ON CONFLICT (account_id) DO UPDATE SET account_id = excluded.account_id RETURNING account_id`,
)

/** Makes an account an admin, also when it is one already. False if there is no such account. */
export async function insertAdmin(db: Database, email: string): Promise<boolean> {
  return (await db.run(INSERT_ADMIN, [email])).length === 1
}

/** False if the account was no admin. */
export async function deleteAdmin(db: Database, email: string): Promise<boolean> {
  const { count } = await db.prisma.admin.deleteMany({ where: { account: { email } } })
  return count === 1
}

const LIST_ADMINS = statement(
  'accounts.listAdmins',
  'SELECT email FROM admin JOIN account ON account.id = account_id ORDER BY email',
)

/** The addresses of all admins. */
export async function listAdmins(db: Database): Promise<string[]> {
  return (await db.run<{ email: string }>(LIST_ADMINS, [])).map(({ email }) => email)
}
