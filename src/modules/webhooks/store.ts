import type { Prisma, WebhookEndpoint } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

export type { WebhookAttempt, WebhookEndpoint } from '../../generated/prisma/client.js'

export async function insertEndpoint(
  tx: Transaction,
  data: Prisma.WebhookEndpointUncheckedCreateInput,
): Promise<WebhookEndpoint> {
  return tx.webhookEndpoint.create({ data })
}

export async function findEndpoint({ prisma }: Database, id: string): Promise<WebhookEndpoint | null> {
  return prisma.webhookEndpoint.findUnique({ where: { id } })
}

/** The endpoints of a partner, the oldest first. */
export async function listEndpoints({ prisma }: Database, partnerId: string): Promise<WebhookEndpoint[]> {
  return prisma.webhookEndpoint.findMany({ where: { partnerId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

export async function countEndpoints(tx: Transaction, partnerId: string): Promise<number> {
  return tx.webhookEndpoint.count({ where: { partnerId } })
}

export async function updateEndpoint(
  tx: Transaction,
  id: string,
  data: Prisma.WebhookEndpointUncheckedUpdateInput,
): Promise<WebhookEndpoint> {
  return tx.webhookEndpoint.update({ where: { id }, data })
}

const LOCK_ENDPOINT = statement('webhooks.lockEndpoint', 'SELECT FROM webhook_endpoint WHERE id = $1::uuid FOR UPDATE')

/** The endpoint, which nobody else changes until the transaction ends. Null if there is no such endpoint. */
export async function lockEndpoint(tx: Transaction, id: string): Promise<WebhookEndpoint | null> {
  const rows = await tx.$queryRawUnsafe<unknown[]>(LOCK_ENDPOINT.text, id)
  return rows.length === 0 ? null : tx.webhookEndpoint.findUnique({ where: { id } })
}
