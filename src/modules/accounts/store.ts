import type { Account } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

export type { Account } from '../../generated/prisma/client.js'

/** Somebody who works at a theater. */
export interface StaffMember {
  readonly email: string
  readonly theaterId: number
  readonly theaterName: string
}

/** Who signs up: the address in lower case, the password hashed. */
export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

export async function insertAccount(tx: Transaction, account: NewAccount): Promise<Account> {
  return tx.account.create({ data: account })
}

export async function insertGuest(db: Database): Promise<Account> {
  return db.prisma.account.create({ data: {} })
}

export async function findAccount(db: Database, id: string): Promise<Account | null> {
  return db.prisma.account.findUnique({ where: { id } })
}

export async function findAccountByEmail(db: Database, email: string): Promise<Account | null> {
  return db.prisma.account.findUnique({ where: { email } })
}

export async function setPassword(tx: Transaction, id: string, passwordHash: string): Promise<void> {
  await tx.account.update({ where: { id }, data: { passwordHash } })
}

/** Sets the hash of a password in the place of another. False if the account has yet another one by now. */
export async function replacePassword(
  tx: Transaction,
  id: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, passwordHash: before },
    data: { passwordHash: after },
  })
  return count === 1
}

export async function isStaff(db: Database, accountId: string, theaterId: number): Promise<boolean> {
  const key = { accountId_theaterId: { accountId, theaterId } }
  return (await db.prisma.theaterStaff.findUnique({ where: key })) !== null
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
