import type { JoinWaitingRoomInput } from '../../generated/graphql.js'
import type { Clock } from '../../lib/clock.js'
import type { Database } from '../../lib/db/index.js'
import { intKeyOf } from '../../lib/globalId.js'
import { WaitedTooLongError } from '../../lib/waitedTooLongError.js'
import type { Viewer } from '../accounts/index.js'
import { describeClosed, findShow, showStatus } from '../shows/index.js'
import type { LiveRoom, Standing } from './liveRoom.js'
import { type JoinWaitingRoomOutcome, noSuchShow } from './outcomes.js'
import type { WaitingRooms } from './waitingRooms.js'

/** What those who wait work with. */
export interface WaitingServices {
  readonly db: Database
  readonly clock: Clock
  readonly waitingRooms: WaitingRooms
}

/** Who is told that the server is busy comes back at different times, and not all at once. */
const BUSY_SECONDS = { min: 2, max: 5 }

/** Gives the viewer a place in the waiting room of a show: the one it has, or a new one. */
export async function joinWaitingRoom(
  services: WaitingServices,
  { accountId }: Viewer,
  input: JoinWaitingRoomInput,
): Promise<JoinWaitingRoomOutcome> {
  const { waitingRooms } = services
  const showId = intKeyOf('Show', input.showId)
  if (showId === null) return noSuchShow
  const room = waitingRooms.find(showId)
  // The room of a show knows that it lies ahead.
  const refusal = room?.showId === showId ? null : await refuseShow(services, showId)
  if (refusal !== null) return refusal
  if (room === null) return { __typename: 'WaitingRoomNotRequired', showId }
  const place = await take(waitingRooms, room, accountId)
  if (place === 'busy') return serverBusy()
  if (place === null) return { __typename: 'WaitingRoomNotRequired', showId }
  return { __typename: 'JoinWaitingRoomSuccess', place }
}

async function take(rooms: WaitingRooms, room: LiveRoom, accountId: string): Promise<Standing | 'busy' | null> {
  try {
    return await rooms.join(room, accountId)
  } catch (error) {
    if (error instanceof WaitedTooLongError) return 'busy'
    throw error
  }
}

async function refuseShow({ db, clock }: WaitingServices, showId: number): Promise<JoinWaitingRoomOutcome | null> {
  const show = await findShow(db, showId)
  if (show === null) return noSuchShow
  const status = showStatus(show, clock.now())
  return status === 'SCHEDULED' ? null : { __typename: 'ShowClosedError', message: describeClosed(status), showId }
}

function serverBusy(): JoinWaitingRoomOutcome {
  const { min, max } = BUSY_SECONDS
  const retryAfterSeconds = min + Math.floor(Math.random() * (max - min + 1))
  const message = `Too many join at once: send the same request again in ${retryAfterSeconds} s.`
  return { __typename: 'ServerBusyError', message, retryAfterSeconds }
}
