import type { CloseWaitingRoomInput } from '../../generated/graphql.js'
import { type CloseWaitingRoomOutcome, noSuchRoom, noSuchShow } from './outcomes.js'
import { readStagedShow, type StagingServices } from './staged.js'
import { closeRoom } from './store.js'

/**
 * Closes the waiting room of a show, and tells all who wait that they need not. For the staff of the theater.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN
 */
export async function closeWaitingRoom(
  services: StagingServices,
  { showId }: CloseWaitingRoomInput,
): Promise<CloseWaitingRoomOutcome> {
  const show = await readStagedShow(services, showId)
  if (show === null) return noSuchShow
  if (!(await closeRoom(services.db, show.id, services.clock.now()))) return noSuchRoom
  await services.waitingRooms.tellChange()
  return { __typename: 'CloseWaitingRoomSuccess', showId: show.id }
}
