import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { changePace } from './pace.js'
import { lockRoom, updatePaces } from './store.js'

/** Lets so many a second in from now on, into the room of a show, or for null of all shows. False where there is none. */
export async function setPace(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  showId: number | null,
  perSecond: number,
): Promise<boolean> {
  return db.transactLocking(async (tx) => {
    const room = await lockRoom(tx, showId)
    if (room === null) return false
    if (room.paces.at(-1)!.perSecond !== perSecond) {
      await updatePaces(tx, room.id, changePace(room.paces, perSecond, clock.now()))
    }
    return true
  })
}
