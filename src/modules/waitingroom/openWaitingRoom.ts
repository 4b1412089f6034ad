import type { OpenWaitingRoomInput } from '../../generated/graphql.js'
import { badUserInput } from '../../lib/errors.js'
import { describeClosed, showStatus } from '../shows/index.js'
import { noSuchRoom, noSuchShow, type OpenWaitingRoomOutcome } from './outcomes.js'
import { checkPace, readStagedShow, type StagingServices } from './staged.js'
import { insertRoom } from './store.js'

/**
 * Puts a show behind a waiting room. For the staff of the theater.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT
 */
export async function openWaitingRoom(
  services: StagingServices,
  input: OpenWaitingRoomInput,
): Promise<OpenWaitingRoomOutcome> {
  const show = await readStagedShow(services, input.showId)
  if (show === null) return noSuchShow
  checkPace(input.admittedPerSecond)
  const { db, clock, waitingRooms } = services
  const now = clock.now()
  const status = showStatus(show, now)
  if (status !== 'SCHEDULED') {
    return { __typename: 'ShowClosedError', message: describeClosed(status), showId: show.id }
  }
  const opensAt = readOpening(input, { now, startsAt: show.startsAt })
  const room = {
    showId: show.id,
    opensAt,
    mode: input.mode ?? ('ARRIVAL' as const),
    perSecond: input.admittedPerSecond,
    now,
  }
  const isNew = await insertRoom(db, room)
  await waitingRooms.tellChange()
  const waitingRoom = waitingRooms.findOwn(show.id)
  // Somebody has closed it meanwhile.
  if (waitingRoom === null) return noSuchRoom
  if (isNew) return { __typename: 'OpenWaitingRoomSuccess', waitingRoom }
  const message = 'The show is behind a waiting room already: close that one first, or change its pace.'
  return { __typename: 'WaitingRoomExistsError', message, waitingRoom }
}

interface Times {
  readonly now: Date
  readonly startsAt: Date
}

function readOpening({ opensAt, mode }: OpenWaitingRoomInput, { now, startsAt }: Times): Date {
  const opening = opensAt ?? now
  if (opening >= startsAt) throw badUserInput('opensAt has to lie before the start of the show.')
  if (mode === 'LOTTERY' && opening <= now) throw badUserInput('A lottery needs an opensAt that lies ahead.')
  return opening
}
