import type { Services } from '../../context.js'
import { toGlobalId } from '../../lib/globalId.js'
import {
  type CancelledShow,
  insertEvent,
  listCancelledShows,
  listReturnedAllocations,
  type ReturnedAllocation,
} from './eventStore.js'
import type { NewEvent } from './eventTypes.js'

/** So long a time may pass without a worker. Less than that for which events are kept, or they would be written again. */
const LOOK_BACK_MS = 30 * 86_400_000
const BATCH = 500

/** Tells partners of shows that were cancelled within the last month, once, however that came: in the database, nobody tells us at once. */
export async function tellCancelledShows(
  _payload: unknown,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<void> {
  let shows: CancelledShow[]
  do {
    const now = clock.now()
    shows = await listCancelledShows(db, lookBack(now), BATCH)
    for (const show of shows) await insertEvent(db.prisma, { ...describeShow(show), dueSince: now })
  } while (shows.length === BATCH)
}

/** Tells partners of allocations that have ended within the last month, once, however that came. */
export async function tellReturnedAllocations(_payload: unknown, { db, clock }: Services): Promise<void> {
  let allocations: ReturnedAllocation[]
  do {
    const now = clock.now()
    allocations = await listReturnedAllocations(db, lookBack(now), BATCH)
    for (const allocation of allocations)
      await insertEvent(db.prisma, { ...describeAllocation(allocation), dueSince: now })
  } while (allocations.length === BATCH)
}

function describeAllocation({ id, partnerId, showId, until, endedAt, seatIds }: ReturnedAllocation): NewEvent {
  const allocation = {
    id: toGlobalId('SeatAllocation', id),
    showId: toGlobalId('Show', showId),
    until: until.toISOString(),
  }
  const data = { allocation, returnedSeatIds: seatIds.map((seatId) => toGlobalId('ShowSeat', `${showId}.${seatId}`)) }
  return { partnerId, type: 'ALLOCATION_RETURNED', subject: id, data, occurredAt: endedAt }
}

function describeShow({ partnerId, showId, startsAt, cancelledAt, bookingIds }: CancelledShow): NewEvent {
  const show = { id: toGlobalId('Show', showId), startsAt: startsAt.toISOString() }
  const data = { show, bookingIds: bookingIds.map((id) => toGlobalId('Booking', id)) }
  return { partnerId, type: 'SHOW_CANCELLED', subject: String(showId), data, occurredAt: cancelledAt }
}

function lookBack(now: Date): Date {
  return new Date(now.getTime() - LOOK_BACK_MS)
}
