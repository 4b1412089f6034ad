import { type AdmissionRequired, requireAdmission, type WaitingRooms } from '../../waitingroom/index.js'

export interface AdmissionServices {
  readonly waitingRooms: WaitingRooms
}

/** Seats that are wanted, and what is said to admit to them. */
interface Wanted {
  readonly showId: number
  readonly token: string | null | undefined
}

/**
 * Why a request may not have seats of a show that is behind a waiting room, null if it may. A show that is behind none costs nothing here.
 * The refusal is not kept: the same request may come again once its account is let in; one that has its answer is to get that.
 */
export async function refuseUnadmitted(
  { waitingRooms }: AdmissionServices,
  accountId: string,
  { showId, token }: Wanted,
): Promise<AdmissionRequired | null> {
  const room = waitingRooms.find(showId)
  if (room === null) return null
  if (token != null && (await waitingRooms.admits(room, accountId, token))) return null
  return requireAdmission(waitingRooms, room, accountId)
}
