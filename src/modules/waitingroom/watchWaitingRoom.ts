import { badUserInput } from '../../lib/errors.js'
import { intKeyOf } from '../../lib/globalId.js'
import type { Viewer } from '../accounts/index.js'
import { findShow, showStatus } from '../shows/index.js'
import type { WaitingServices } from './joinWaitingRoom.js'
import { type Standing, standingWithout } from './liveRoom.js'

/**
 * Tells where the viewer stands in the waiting room of a show, until there is nothing to wait for.
 *
 * @throws BAD_USER_INPUT when there is no such show, or the viewer has not joined.
 */
export async function watchWaitingRoom(
  { db, clock, waitingRooms }: WaitingServices,
  { accountId }: Viewer,
  showId: string,
): Promise<AsyncIterable<Standing>> {
  const key = intKeyOf('Show', showId)
  if (key === null) throw badUserInput(`${JSON.stringify(showId)} is not the id of a Show.`)
  const room = waitingRooms.find(key)
  if (room === null) {
    const show = await findShow(db, key)
    if (show === null) throw badUserInput('There is no such show.')
    return once(standingWithout(showStatus(show, clock.now()) === 'SCHEDULED' ? 'NOT_REQUIRED' : 'SHOW_CLOSED'))
  }
  const standings = await waitingRooms.watch(room, accountId)
  if (standings === null) throw badUserInput('You have no place in this waiting room: joinWaitingRoom gives one.')
  return standings
}

async function* once<Value>(value: Value): AsyncIterable<Value> {
  yield value
}
