import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { dropOldAnswers } from './idempotency/answerStore.js'
import { completeBookings } from './store.js'

const BATCH = 1_000

interface HousekeepingServices {
  readonly db: Database
  readonly clock: Clock
}

/** Writes down that bookings are completed whose show is over. They count as that from its end on, whether this has run or not. */
export async function completeEndedBookings({ db, clock }: HousekeepingServices): Promise<void> {
  await inBatches(() => completeBookings(db, clock.now(), BATCH))
}

/** Forgets answers that were kept under their idempotency keys for a day. */
export async function forgetAnswers({ db, clock }: HousekeepingServices): Promise<void> {
  await inBatches(() => dropOldAnswers(db, clock.now(), BATCH))
}

async function inBatches(work: () => Promise<number>): Promise<void> {
  while ((await work()) === BATCH);
}
