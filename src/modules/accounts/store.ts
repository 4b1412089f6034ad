import type { Account } from '../../generated/prisma/client.js'
import type { Database, Transaction } from '../../lib/db/index.js'

export type { Account } from '../../generated/prisma/client.js'

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
