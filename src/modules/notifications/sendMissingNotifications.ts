import type { Services } from '../../context.js'
import { enqueueSending } from './notify.js'
import { abandonNotifications, insertMissing, takeOverdue } from './store.js'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Longer than it takes to send one, with all the time that a server may take. */
const LONGEST_SENDING_MS = 10 * MINUTE_MS
const OVERDUE_AFTER_MS = 5 * MINUTE_MS
/** As long as one statement looks back, so that a busy day is not too much for it. */
const WINDOW_MS = 15 * MINUTE_MS
const BATCH = 500

/**
 * Finds what was not sent, of the last quarter of an hour: notifications that have lost their job, and bookings and refunds of
 * which nobody was told. This is also how expired holds are told of, so that ending them costs nothing more.
 */
export async function sendMissingNotifications(_payload: unknown, services: Services): Promise<void> {
  const { db, clock } = services
  const now = clock.now()
  await abandonNotifications(db, before(now, LONGEST_SENDING_MS))
  const overdue = { before: before(now, OVERDUE_AFTER_MS), now }
  await enqueueAll(services, () => takeOverdue(db, overdue, BATCH))
  await tellOfWindow(services, now)
}

/** Finds the bookings and refunds of the last day of which nobody was told, as no server ran, or an older version did. */
export async function sendMissingNotificationsOfTheDay(_payload: unknown, services: Services): Promise<void> {
  const now = services.clock.now()
  for (let ago = 0; ago < DAY_MS; ago += WINDOW_MS) await tellOfWindow(services, before(now, ago))
}

async function tellOfWindow(services: Services, until: Date): Promise<void> {
  const window = { from: before(until, WINDOW_MS), until }
  await enqueueAll(services, () => insertMissing(services.db, window, BATCH))
}

async function enqueueAll({ db }: Services, find: () => Promise<string[]>): Promise<void> {
  let ids: string[]
  do {
    ids = await find()
    await enqueueSending(db.prisma, ids)
  } while (ids.length >= BATCH)
}

function before(time: Date, ms: number): Date {
  return new Date(time.getTime() - ms)
}
