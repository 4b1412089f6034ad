import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { setPace } from './setPace.js'
import { insertRoom } from './store.js'

/** Opens the room of all shows that have none of their own, at this pace; or has the one that is there let in at it. */
export async function openRoomOfAll(
  services: { readonly db: Database; readonly clock: Clock },
  perSecond: number,
): Promise<void> {
  const now = services.clock.now()
  const isNew = await insertRoom(services.db, { showId: null, opensAt: now, mode: 'ARRIVAL', perSecond, now })
  if (!isNew) await setPace(services, null, perSecond)
}
