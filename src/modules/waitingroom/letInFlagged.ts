import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { countAdmitted } from './pace.js'
import { lockQueue, numberFlagged } from './store.js'

/** Gives the flagged accounts of a room the turns that have come and that nobody else had. They are let in by them as all others are. */
export async function letInFlagged(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  roomId: number,
): Promise<void> {
  await db.transactLocking(async (tx) => {
    const queue = await lockQueue(tx, roomId)
    if (queue === null) return
    const { paces, lastNumber, lastBehind, behindLetIn } = queue
    const count = Math.min(countAdmitted(paces, clock.now()) - lastNumber, lastBehind - behindLetIn)
    if (count > 0) await numberFlagged(tx, roomId, count)
  })
}
