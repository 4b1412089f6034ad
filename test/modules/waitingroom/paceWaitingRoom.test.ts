import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { hireUsher } from '../tickets/boxOffice.js'
import {
  expectStaffOnly,
  NO_ROOM,
  NO_SHOW,
  NOWHERE,
  paceRoom,
  queueUp,
  readPlace,
  readRoom,
  refusalOf,
  stage,
} from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

const waiting = (position: number, estimatedSeconds: number | null) => {
  return { status: 'WAITING', position, estimatedSeconds, lotteryNumber: null, admission: null }
}

describe('PaceWaitingRoomSuccess', () => {
  it('changes the pace before the sale opens', async () => {
    const { show, usher } = await stage(server)
    expect(await paceRoom(usher, show, 3)).toMatchObject({
      __typename: 'PaceWaitingRoomSuccess',
      waitingRoom: { admittedPerSecond: 3 },
    })
    const crowd = await queueUp(server, show, 6)
    expect(await readPlace(crowd[5]!, show)).toEqual(waiting(6, 3602))
  })

  it('counts from then on: nobody is put back, and nobody let in in the past', async () => {
    const { show, usher } = await stage(server, { opensInSeconds: 0, admittedPerSecond: 1 })
    const crowd = await queueUp(server, show, 12)
    server.clock.jump(4)
    expect(await readPlace(crowd[3]!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await paceRoom(usher, show, 0)).toMatchObject({ waitingRoom: { admittedPerSecond: 0, waiting: 8 } })
    server.clock.jump(100)
    expect(await readPlace(crowd[3]!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readPlace(crowd[4]!, show)).toEqual(waiting(1, null))
    await paceRoom(usher, show, 4)
    expect(await readPlace(crowd[11]!, show)).toEqual(waiting(8, 2))
    server.clock.jump(1)
    expect(await readPlace(crowd[7]!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readPlace(crowd[8]!, show)).toEqual(waiting(1, 1))
  })

  it('lets nobody in while it pauses, also who comes when nobody waits', async () => {
    const { show, usher } = await stage(server, { opensInSeconds: 0 })
    server.clock.jump(50)
    await paceRoom(usher, show, 0)
    const [ada] = await queueUp(server, show, 1)
    expect(await readPlace(ada!, show)).toEqual(waiting(1, null))
    await paceRoom(usher, show, 1)
    server.clock.jump(1)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'ADMITTED' })
  })
})

describe('NotFoundError', () => {
  it('is returned without a room of the show, or such a show', async () => {
    const show = await server.seed.show()
    const usher = await hireUsher(server, show)
    expect(await paceRoom(usher, show, 1)).toEqual(NO_ROOM)
    expect(await paceRoom(usher, NOWHERE, 1)).toEqual(NO_SHOW)
  })
})

describe('what is thrown', () => {
  it('is BAD_USER_INPUT for a pace that cannot be, and FORBIDDEN for who does not work there', async () => {
    const { show, usher } = await stage(server)
    const message = 'admittedPerSecond has to be from 0 to 10000, not -1.'
    const input = { showId: show.id, admittedPerSecond: -1 }
    expect(await refusalOf(usher, 'paceWaitingRoom', input)).toEqual(['BAD_USER_INPUT', message])
    await expectStaffOnly(server, 'paceWaitingRoom', { showId: show.id, admittedPerSecond: 5 })
    expect(await readRoom(usher, show)).toMatchObject({ admittedPerSecond: 1 })
  })
})
