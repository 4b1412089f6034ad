import type { Services } from '../../context.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { toGlobalId } from '../../lib/globalId.js'
import {
  type CancelledShow,
  insertEvent,
  listCancelledShows,
  listReturnedAllocations,
  type ReturnedAllocation,
} from './eventStore.js'

const DAY_MS = 86_400_000
const BATCH = 500

/** Tells partners of shows that were cancelled within the last day, once, however that came: in the database, nobody tells us at once. */
export async function tellCancelledShows(
  _payload: unknown,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<void> {
  let shows: CancelledShow[]
  do {
    shows = await listCancelledShows(db, aDayBefore(clock), BATCH)
    for (const show of shows) await tellShow(db, show)
  } while (shows.length === BATCH)
}

/** Tells partners of allocations that have ended within the last day, once, however that came. */
export async function tellReturnedAllocations(_payload: unknown, { db, clock }: Services): Promise<void> {
  let allocations: ReturnedAllocation[]
  do {
    allocations = await listReturnedAllocations(db, aDayBefore(clock), BATCH)
    for (const allocation of allocations) await tellAllocation(db, allocation)
  } while (allocations.length === BATCH)
}

async function tellAllocation(
  db: Database,
  { id, partnerId, showId, until, endedAt, seatIds }: ReturnedAllocation,
): Promise<void> {
  const allocation = {
    id: toGlobalId('SeatAllocation', id),
    showId: toGlobalId('Show', showId),
    until: until.toISOString(),
  }
  const data = { allocation, returnedSeatIds: seatIds.map((seatId) => toGlobalId('ShowSeat', `${showId}.${seatId}`)) }
  await insertEvent(db.prisma, { partnerId, type: 'ALLOCATION_RETURNED', subject: id, data, occurredAt: endedAt })
}

async function tellShow(
  db: Database,
  { partnerId, showId, startsAt, cancelledAt, bookingIds }: CancelledShow,
): Promise<void> {
  const show = { id: toGlobalId('Show', showId), startsAt: startsAt.toISOString() }
  const data = { show, bookingIds: bookingIds.map((id) => toGlobalId('Booking', id)) }
  await insertEvent(db.prisma, {
    partnerId,
    type: 'SHOW_CANCELLED',
    subject: String(showId),
    data,
    occurredAt: cancelledAt,
  })
}

function aDayBefore(clock: Clock): Date {
  return new Date(clock.now().getTime() - DAY_MS)
}
