import type { Services } from '../../context.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { toGlobalId } from '../../lib/globalId.js'
import { type CancelledShow, forgetEvents, insertEvent, listCancelledShows } from './eventStore.js'

const DAY_MS = 86_400_000
const KEEP_DAYS = 90
const BATCH = 500

/** Tells partners of shows that were cancelled within the last day, once: no operation cancels one, so nobody is there to tell them at once. */
export async function tellCancelledShows(_payload: unknown, { db, clock }: Services): Promise<void> {
  let shows: CancelledShow[]
  do {
    shows = await listCancelledShows(db, before(clock, 1), BATCH)
    for (const show of shows) await tell(db, show, clock.now())
  } while (shows.length === BATCH)
}

async function tell(
  db: Database,
  { partnerId, showId, startsAt, bookingIds }: CancelledShow,
  now: Date,
): Promise<void> {
  const show = { id: toGlobalId('Show', showId), startsAt: startsAt.toISOString() }
  const data = { show, bookingIds: bookingIds.map((id) => toGlobalId('Booking', id)) }
  await insertEvent(db.prisma, { partnerId, type: 'SHOW_CANCELLED', subject: String(showId), data, occurredAt: now })
}

/** Forgets events of three months ago, which cannot be replayed any more. */
export async function forgetWebhookEvents(_payload: unknown, { db, clock }: Services): Promise<void> {
  while ((await forgetEvents(db, before(clock, KEEP_DAYS), BATCH)) === BATCH);
}

function before(clock: Clock, days: number): Date {
  return new Date(clock.now().getTime() - days * DAY_MS)
}
