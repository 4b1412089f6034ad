import { type Connection, type PageArgs, readPage, toConnection } from '../../../lib/connection.js'
import type { Database } from '../../../lib/db/index.js'
import { isUuid } from '../../../lib/globalId.js'
import { parseInstant } from '../../../lib/instant.js'
import { type Asking, isStaffOf, viewerOf } from '../../accounts/index.js'
import { findTheaterOf } from '../../seatmaps/index.js'
import { type Allocation, type AllocationPlace, findAllocation, listAllocations } from './allocationStore.js'

interface Reading extends Asking {
  readonly db: Database
}

interface ShowAt {
  readonly id: number
  readonly theaterId: number
}

/** A page of the allocations at a show: all for the staff of its theater, for others those of their account. */
export async function readAllocations(
  reading: Reading,
  { id: showId, theaterId }: ShowAt,
  args: PageArgs,
): Promise<Connection<Allocation>> {
  const { accountId } = viewerOf(reading)
  const page = readPage(args, decodePlace)
  const whose = (await isStaffOf(reading, theaterId)) ? null : accountId
  const rows = await listAllocations(reading.db, { showId, accountId: whose, ...page })
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id])
}

/** An allocation, for the staff of the theater and for its partner: null for others. */
export async function readAllocation(reading: Reading, id: string): Promise<Allocation | null> {
  const { db, viewer } = reading
  const allocation = viewer !== null && isUuid(id) ? await findAllocation(db, id) : null
  if (allocation === null) return null
  const isTheirs = allocation.accountId === viewer?.accountId || (await isStaffAt(reading, allocation.showId))
  return isTheirs ? allocation : null
}

async function isStaffAt(reading: Reading, showId: number): Promise<boolean> {
  const theaterId = await findTheaterOf(reading.db, showId)
  return theaterId !== null && isStaffOf(reading, theaterId)
}

function decodePlace([time, id, ...rest]: unknown[]): AllocationPlace | null {
  const createdAt = parseInstant(time)
  return createdAt !== null && typeof id === 'string' && isUuid(id) && rest.length === 0 ? { createdAt, id } : null
}
