import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { dropOldPlaces } from './store.js'

const BATCH = 1_000
const KEPT_MS = 30 * 24 * 3_600_000

/** Forgets the places of rooms that were closed, and of shows that were over, a month ago; in the room of all shows, those taken before that. */
export async function forgetPlaces({ db, clock }: { readonly db: Database; readonly clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  while ((await dropOldPlaces(db, before, BATCH)) === BATCH);
}
