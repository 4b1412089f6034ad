import type { HoldServices } from '../holds/holdSeats.js'
import { endDue } from './allocationStore.js'

const BATCH = 50

/**
 * Puts the seats of allocations whose time is over back on sale on the maps of the watchers. May run on every process at once. They can be
 * held from that time on, whether this has run or not.
 */
export async function endDueAllocations({
  db,
  clock,
  seatMaps,
}: Pick<HoldServices, 'db' | 'clock' | 'seatMaps'>): Promise<void> {
  let count: number
  do {
    const ended = await endDue(db, clock.now(), BATCH)
    seatMaps.publish(ended.seats)
    count = ended.count
  } while (count === BATCH)
}
