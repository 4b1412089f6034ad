import { type Connection, type PageArgs, readPage, toConnection } from '../../lib/connection.js'
import type { Database } from '../../lib/db/index.js'
import { isUuid } from '../../lib/globalId.js'
import { parseInstant } from '../../lib/instant.js'
import { type DeliveryPlace, type LoggedDelivery, listDeliveries as readDeliveries } from './deliveryStore.js'

/** A page of what was sent to an endpoint or is to be, the latest first. */
export async function listDeliveries(
  db: Database,
  endpointId: string,
  args: PageArgs,
): Promise<Connection<LoggedDelivery>> {
  const page = readPage(args, decodePlace)
  const rows = await readDeliveries(db, endpointId, page)
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

function decodePlace([time, id, ...rest]: unknown[]): DeliveryPlace | null {
  const createdAt = parseInstant(time)
  return createdAt !== null && typeof id === 'string' && isUuid(id) && rest.length === 0 ? { createdAt, id } : null
}
