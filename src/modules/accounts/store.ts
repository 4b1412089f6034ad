import type { Account } from '../../generated/prisma/client.js'
import { type Database, isUniqueViolation } from '../../lib/db/index.js'

export type { Account } from '../../generated/prisma/client.js'

/** Who signs up: the address in lower case, the password hashed. */
export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** The new account, null if the address is taken. */
export async function insertAccount(db: Database, account: NewAccount): Promise<Account | null> {
  try {
    return await db.prisma.account.create({ data: account })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
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
