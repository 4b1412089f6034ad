import type { PartnerKey, PartnerScope, Prisma } from '../../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../../lib/db/index.js'

/** The place of a key in the list of its partner's. */
export interface KeyPlace {
  readonly createdAt: Date
  readonly id: string
}

/** A key that is good, with its partner. */
export interface KeyInUse {
  readonly partnerId: string
  readonly partnerName: string
  /** Whose bookings are those that are made by the key alone. */
  readonly accountId: string
  readonly keyId: string
  readonly scopes: readonly PartnerScope[]
  readonly requestsPerMinute: number
  readonly costPerMinute: number
  readonly expiresAt: Date | null
}

type Client = Transaction | Database['prisma']

export async function insertKey(tx: Transaction, data: Prisma.PartnerKeyUncheckedCreateInput): Promise<PartnerKey> {
  return tx.partnerKey.create({ data })
}

export async function findKey(client: Client, id: string): Promise<PartnerKey | null> {
  return client.partnerKey.findUnique({ where: { id } })
}

/** Whether a key has a successor. */
export async function isReplaced(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.partnerKey.findUnique({ where: { replacesId: id } })) !== null
}

/** How many keys of a partner are good. */
export async function countActiveKeys(tx: Transaction, partnerId: string, now: Date): Promise<number> {
  const notOver = { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  return tx.partnerKey.count({ where: { partnerId, revokedAt: null, ...notOver } })
}

export async function setKeyExpiry(tx: Transaction, id: string, expiresAt: Date): Promise<PartnerKey> {
  return tx.partnerKey.update({ where: { id }, data: { expiresAt } })
}

/** Notes that a key is revoked; one that was stays as it is. */
export async function revokeKey({ prisma }: Database, id: string, revokedAt: Date): Promise<void> {
  await prisma.partnerKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } })
}

/** Keys of a partner by the time at which they were made. */
export async function listKeys(
  { prisma }: Database,
  partnerId: string,
  { after, limit }: { readonly after: KeyPlace | null; readonly limit: number },
): Promise<PartnerKey[]> {
  const isLater: Prisma.PartnerKeyWhereInput =
    after === null
      ? {}
      : {
          createdAt: { gte: after.createdAt },
          OR: [{ createdAt: { gt: after.createdAt } }, { id: { gt: after.id } }],
        }
  return prisma.partnerKey.findMany({
    where: { partnerId, ...isLater },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
}

// Two servers that use a key at once: the second waits for the first, looks again and writes nothing.
const USE_KEY = statement(
  'partners.useKey',
  `WITH found AS MATERIALIZED (
    SELECT partner.id AS "partnerId", name AS "partnerName", account_id AS "accountId",
      partner_key.id AS "keyId", scopes::text[] AS scopes,
      requests_per_minute AS "requestsPerMinute", cost_per_minute AS "costPerMinute", expires_at AS "expiresAt"
    FROM partner_key JOIN partner ON partner.id = partner_id
    WHERE key_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) AND disabled_at IS NULL
  ), noted AS (
    UPDATE partner_key SET last_used_at = $2
    WHERE id = (SELECT "keyId" FROM found) AND (last_used_at IS NULL OR last_used_at <= $2 - interval '1 minute')
  )
  SELECT * FROM found`,
)

/** The key with this hash if it is good, and notes that it is used: at most once a minute. */
export async function useKey(db: Database, keyHash: string, now: Date): Promise<KeyInUse | null> {
  const [key] = await db.run<KeyInUse>(USE_KEY, [keyHash, now])
  return key ?? null
}
