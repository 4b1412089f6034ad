import { type Partner, Prisma } from '../../generated/prisma/client.js'
import { type Database, isUniqueViolation, type Transaction } from '../../lib/db/index.js'

export type { Partner, PartnerKey, PartnerOperation, PartnerScope } from '../../generated/prisma/client.js'

/** The place of a partner in the list of all. */
export interface PartnerPlace {
  readonly name: string
  readonly id: string
}

export type PartnerChange = Partial<Omit<Partner, 'id' | 'createdAt' | 'accountId'>>

/** The new partner, with an account of its own. Null, and nothing is written, when the name is taken. */
export async function insertPartner(
  { prisma }: Database,
  partner: Omit<Partner, 'accountId'>,
): Promise<Partner | null> {
  try {
    return await prisma.partner.create({ data: { ...partner, account: { create: {} } } })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** The partner as it is now, null when the name is taken. */
export async function updatePartner({ prisma }: Database, id: string, data: PartnerChange): Promise<Partner | null> {
  try {
    return await prisma.partner.update({ where: { id }, data })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

export async function findPartner({ prisma }: Database, id: string): Promise<Partner | null> {
  return prisma.partner.findUnique({ where: { id } })
}

/** The partner with this name, in upper or lower case. */
export async function findPartnerByName({ prisma }: Database, name: string): Promise<Partner | null> {
  const [row] = await prisma.$queryRaw<{ id: string }[]>`/* partners.findPartnerByName */
    SELECT id FROM partner WHERE lower(name) = lower(${name})`
  return row === undefined ? null : prisma.partner.findUnique({ where: { id: row.id } })
}

/** Partners by name and id. */
export async function listPartners(
  { prisma }: Database,
  after: PartnerPlace | null,
  limit: number,
): Promise<Partner[]> {
  const where: Prisma.PartnerWhereInput =
    after === null ? {} : { name: { gte: after.name }, OR: [{ name: { gt: after.name } }, { id: { gt: after.id } }] }
  return prisma.partner.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: limit })
}

/** Keeps others from changing the keys and operations of a partner until the transaction ends. False if there is no such partner. */
export async function lockPartner(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(
    Prisma.sql`/* partners.lockPartner */ SELECT FROM partner WHERE id = ${id}::uuid FOR UPDATE`,
  )
  return rows.length === 1
}
