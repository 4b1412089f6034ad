import type { PartnerOperation } from '../../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../../lib/db/index.js'
import type { KeptSchema } from './operationSchema.js'

/** An operation with the name of its partner. */
export interface NamedOperation extends Pick<PartnerOperation, 'partnerId' | 'id' | 'text' | 'schemaHash'> {
  readonly partnerName: string
}

/** The texts that a partner's ids stand for: those of these ids that are registered. */
export async function listTexts(
  tx: Transaction,
  partnerId: string,
  ids: readonly string[],
): Promise<Pick<PartnerOperation, 'id' | 'text'>[]> {
  return tx.partnerOperation.findMany({ where: { partnerId, id: { in: [...ids] } }, select: { id: true, text: true } })
}

export async function countOperations(tx: Transaction, partnerId: string): Promise<number> {
  return tx.partnerOperation.count({ where: { partnerId } })
}

export async function insertOperations(tx: Transaction, operations: PartnerOperation[]): Promise<void> {
  await tx.partnerOperation.createMany({ data: operations })
}

/** Keeps a schema, if it is not kept already. */
export async function insertSchema(tx: Transaction, schema: KeptSchema): Promise<void> {
  await tx.partnerSchema.createMany({ data: [schema], skipDuplicates: true })
}

/** Lets these operations of a partner count as made for a schema that is kept. */
export async function updateSchemas(
  tx: Transaction,
  { partnerId, ids, schemaHash }: { partnerId: string; ids: readonly string[]; schemaHash: string },
): Promise<void> {
  const isOther = { OR: [{ schemaHash: null }, { schemaHash: { not: schemaHash } }] }
  await tx.partnerOperation.updateMany({ where: { partnerId, id: { in: [...ids] }, ...isOther }, data: { schemaHash } })
}

/** The text of a schema that is kept. */
export async function getSchemaText({ prisma }: Database, hash: string): Promise<string> {
  return (await prisma.partnerSchema.findUniqueOrThrow({ where: { hash } })).text
}

/** How many of these a partner had. */
export async function deleteOperations(
  { prisma }: Database,
  partnerId: string,
  ids: readonly string[],
): Promise<number> {
  return (await prisma.partnerOperation.deleteMany({ where: { partnerId, id: { in: [...ids] } } })).count
}

const FIND_TEXT = statement(
  'partners.findText',
  'SELECT text FROM partner_operation WHERE partner_id = $1 AND id = ANY($2::text[]) ORDER BY id = $3 DESC LIMIT 1',
)

/** The text of the first of these ids that is registered: they name the same operation. */
export async function findText(db: Database, partnerId: string, ids: readonly string[]): Promise<string | null> {
  const [row] = await db.run<{ text: string }>(FIND_TEXT, [partnerId, ids, ids[0]])
  return row?.text ?? null
}

export async function findOperationRow(
  { prisma }: Database,
  key: Pick<PartnerOperation, 'partnerId' | 'id'>,
): Promise<PartnerOperation | null> {
  return prisma.partnerOperation.findUnique({ where: { partnerId_id: key } })
}

/** Operations of a partner by id. */
export async function listOperations(
  { prisma }: Database,
  partnerId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<PartnerOperation[]> {
  return prisma.partnerOperation.findMany({
    where: { partnerId, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit,
  })
}

const LIST_ALL = statement(
  'partners.listAllOperations',
  `SELECT partner_id AS "partnerId", operation.id, text, schema_hash AS "schemaHash", partner.name AS "partnerName"
   FROM partner_operation AS operation JOIN partner ON partner.id = partner_id
   WHERE $1::uuid IS NULL OR (partner_id, operation.id) > ($1, $2)
   ORDER BY partner_id, operation.id LIMIT $3`,
)

/** Operations of all partners after this one, from the first one on after null. */
export async function listAllOperations(
  db: Database,
  after: Pick<PartnerOperation, 'partnerId' | 'id'> | null,
  limit: number,
): Promise<NamedOperation[]> {
  return db.run<NamedOperation>(LIST_ALL, [after?.partnerId ?? null, after?.id ?? null, limit])
}
