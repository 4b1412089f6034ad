import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { badUserInput } from '../../lib/errors.js'
import { intKeyOf } from '../../lib/globalId.js'
import { type Asking, requireStaff } from '../accounts/index.js'
import { findStagedShow, type StagedShow } from './store.js'
import type { WaitingRooms } from './waitingRooms.js'

/** What those who run a waiting room work with. */
export interface StagingServices extends Asking {
  readonly db: Database
  readonly clock: Clock
  readonly waitingRooms: WaitingRooms
}

const MAX_PER_SECOND = 10_000

/**
 * The show of an input that is for its staff alone, null if there is none.
 *
 * @throws FORBIDDEN
 */
export async function readStagedShow(services: StagingServices, showId: string): Promise<StagedShow | null> {
  const key = intKeyOf('Show', showId)
  const show = key === null ? null : await findStagedShow(services.db, key)
  if (show !== null) await requireStaff(services, show.theaterId)
  return show
}

/** @throws BAD_USER_INPUT when nobody can let in so many. */
export function checkPace(perSecond: number): void {
  if (perSecond >= 0 && perSecond <= MAX_PER_SECOND) return
  throw badUserInput(`admittedPerSecond has to be from 0 to ${MAX_PER_SECOND}, not ${perSecond}.`)
}
