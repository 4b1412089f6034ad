import { type Connection, type PageArgs, readPage, toConnection } from '../../lib/connection.js'
import type { Database } from '../../lib/db/index.js'
import { isUuid } from '../../lib/globalId.js'
import { parseInstant } from '../../lib/instant.js'
import { type KeyPlace, listKeys as readKeys } from './keys/keyStore.js'
import { listOperations as readOperations } from './operations/operationStore.js'
import {
  type Partner,
  type PartnerKey,
  type PartnerOperation,
  type PartnerPlace,
  listPartners as readPartners,
} from './store.js'

/** A page of all partners, by name. */
export async function listPartners(db: Database, args: PageArgs): Promise<Connection<Partner>> {
  const page = readPage(args, decodePartner)
  const rows = await readPartners(db, page.after, page.limit)
  return toConnection(rows, page, ({ name, id }) => [name, id])
}

/** A page of the keys of a partner, the oldest first. */
export async function listKeys(db: Database, partnerId: string, args: PageArgs): Promise<Connection<PartnerKey>> {
  const page = readPage(args, decodeKey)
  const rows = await readKeys(db, partnerId, page)
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

/** A page of the operations of a partner, by their ids. */
export async function listOperations(
  db: Database,
  partnerId: string,
  args: PageArgs,
): Promise<Connection<PartnerOperation>> {
  const page = readPage(args, ([id, ...rest]) => (isText(id) && rest.length === 0 ? id : null))
  const rows = await readOperations(db, partnerId, page)
  return toConnection(rows, page, ({ id }) => [id])
}

function decodePartner([name, id, ...rest]: unknown[]): PartnerPlace | null {
  return isText(name) && isText(id) && isUuid(id) && rest.length === 0 ? { name, id } : null
}

function decodeKey([time, id, ...rest]: unknown[]): KeyPlace | null {
  const createdAt = parseInstant(time)
  return createdAt !== null && isText(id) && rest.length === 0 ? { createdAt, id } : null
}

/** Postgres knows no text with U+0000. */
function isText(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0')
}

const PAGE_SIZE = 500

/** All partners, by name. */
export async function listAllPartners(db: Database): Promise<Partner[]> {
  return readAll((after: PartnerPlace | null) => readPartners(db, after, PAGE_SIZE))
}

/** All keys of a partner, the oldest first. */
export async function listAllKeys(db: Database, partnerId: string): Promise<PartnerKey[]> {
  return readAll((after: KeyPlace | null) => readKeys(db, partnerId, { after, limit: PAGE_SIZE }))
}

/** All operations of a partner, by their ids. */
export async function listAllOperationsOf(db: Database, partnerId: string): Promise<PartnerOperation[]> {
  return readAll((last: PartnerOperation | null) =>
    readOperations(db, partnerId, { after: last?.id ?? null, limit: PAGE_SIZE }),
  )
}

async function readAll<Row extends Place, Place>(read: (after: Place | null) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = await read(null); page.length > 0; page = await read(page.at(-1)!)) rows.push(...page)
  return rows
}
