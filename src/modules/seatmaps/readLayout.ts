import type { Context } from '../../context.js'
import type { SeatLayout } from './seatLayout.js'

/**
 * The layout of a show, null if there is no such show. Where another version is asked for than is known here, it is looked for in the database,
 * as another process may know it already; what is not that version is kept by nobody under its name.
 */
export async function readLayout(context: Context, showId: number, version: string | null): Promise<SeatLayout | null> {
  const { seatMaps } = context
  const known = (await seatMaps.readMap(showId, { isFresh: false }))?.layout ?? null
  if (known === null || version === null || known.version === version) return known
  const present = (await seatMaps.readMap(showId, { isFresh: true }))?.layout ?? null
  if (present?.version !== version) context.isNotKept = true
  return present
}
