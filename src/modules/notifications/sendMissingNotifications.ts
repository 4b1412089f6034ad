import type { Services } from '../../context.js'
import { enqueueSending } from './notify.js'
import { abandonNotifications, insertMissing, takeOverdue } from './store.js'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Longer than it takes to send one, with all the time that a server may take. */
const LONGEST_SENDING_MS = 10 * MINUTE_MS
const OVERDUE_AFTER_MS = 5 * MINUTE_MS
const LATELY_MS = 15 * MINUTE_MS
const BATCH = 500

/**
 * Finds what was not sent, of the last quarter of an hour: notifications that have lost their job, and bookings and refunds of
 * which nobody was told. This is also how expired holds are told of, so that ending them costs nothing more.
 */
export async function sendMissingNotifications(_payload: unknown, services: Services): Promise<void> {
  await sendMissingSince(services, LATELY_MS)
}

/** The same of the last day, for when no server ran, or an older version did. */
export async function sendMissingNotificationsOfTheDay(_payload: unknown, services: Services): Promise<void> {
  await sendMissingSince(services, DAY_MS)
}

async function sendMissingSince({ db, clock }: Services, lookBackMs: number): Promise<void> {
  const now = clock.now()
  const before = (ms: number) => new Date(now.getTime() - ms)
  await abandonNotifications(db, before(LONGEST_SENDING_MS))
  const finders = [
    () => takeOverdue(db, { before: before(OVERDUE_AFTER_MS), now }, BATCH),
    () => insertMissing(db, before(lookBackMs), BATCH),
  ]
  for (const find of finders) {
    let ids: string[]
    do {
      ids = await find()
      await enqueueSending(db.prisma, ids)
    } while (ids.length === BATCH)
  }
}
