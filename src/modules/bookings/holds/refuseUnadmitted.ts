import type { Database } from '../../../lib/db/index.js'
import { type AdmissionRequired, requireAdmission, type WaitingRooms } from '../../waitingroom/index.js'
import { findKept } from '../idempotency/answerStore.js'
import type { IdempotentRequest } from '../idempotency/idempotency.js'

export interface AdmissionServices {
  readonly db: Database
  readonly waitingRooms: WaitingRooms
}

/** Seats that are wanted, and what is said to admit to them. */
interface Wanted {
  readonly showId: number
  readonly token: string | null | undefined
}

/**
 * Why a request may not have seats of a show that is behind a waiting room, null if it may. A show that is behind none costs nothing here.
 * The refusal is not kept: the same request may come again once its account is let in.
 */
export async function refuseUnadmitted(
  { db, waitingRooms }: AdmissionServices,
  request: IdempotentRequest,
  { showId, token }: Wanted,
): Promise<AdmissionRequired | null> {
  const room = waitingRooms.find(showId)
  if (room === null) return null
  const { accountId } = request
  const found = token == null ? 'is another one' : await waitingRooms.check(room, accountId, token)
  if (found === 'admits') return null
  // It may have been let in when it came first, and its answer been lost.
  if (found === 'has lapsed' && (await findKept(db, request)) !== null) return null
  return requireAdmission(waitingRooms, room, accountId)
}
