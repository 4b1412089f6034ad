import type { PaceWaitingRoomInput } from '../../generated/graphql.js'
import { noSuchRoom, noSuchShow, type PaceWaitingRoomOutcome } from './outcomes.js'
import { setPace } from './setPace.js'
import { checkPace, readStagedShow, type StagingServices } from './staged.js'

/**
 * Changes how many a waiting room lets in a second, from now on: who was let in stays so. For the staff of the theater.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT
 */
export async function paceWaitingRoom(
  services: StagingServices,
  { showId, admittedPerSecond }: PaceWaitingRoomInput,
): Promise<PaceWaitingRoomOutcome> {
  const show = await readStagedShow(services, showId)
  if (show === null) return noSuchShow
  checkPace(admittedPerSecond)
  if (!(await setPace(services, show.id, admittedPerSecond))) return noSuchRoom
  await services.waitingRooms.tellChange()
  const waitingRoom = services.waitingRooms.findOwn(show.id)
  return waitingRoom === null ? noSuchRoom : { __typename: 'PaceWaitingRoomSuccess', waitingRoom }
}
