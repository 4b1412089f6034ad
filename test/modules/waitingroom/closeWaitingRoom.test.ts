import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import {
  closeRoom,
  expectStaffOnly,
  joinRoom,
  NO_ROOM,
  NO_SHOW,
  NOWHERE,
  openRoom,
  queueUp,
  readRoom,
  stage,
} from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

describe('CloseWaitingRoomSuccess', () => {
  it('lets everybody hold seats, and a room that is opened later begins anew', async () => {
    const { show, usher } = await stage(server)
    const [, ben] = await queueUp(server, show, 2)
    expect(await closeRoom(usher, show)).toEqual({ __typename: 'CloseWaitingRoomSuccess', show: { id: show.id } })
    expect(await holdSeats(ben!, show, show.seatIds.slice(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    await openRoom(server, usher, show)
    expect(await readRoom(ben!, show)).toMatchObject({ waiting: 0, place: null })
    expect((await joinRoom(ben!, show)).place.position).toBe(1)
  })
})

describe('NotFoundError', () => {
  it('is returned once the room is closed, and without such a show', async () => {
    const { show, usher } = await stage(server)
    await closeRoom(usher, show)
    expect(await closeRoom(usher, show)).toEqual(NO_ROOM)
    expect(await closeRoom(usher, NOWHERE)).toEqual(NO_SHOW)
  })
})

describe('what is thrown', () => {
  it('is FORBIDDEN for who does not work there, and UNAUTHENTICATED for who is not signed in', async () => {
    const { show, usher } = await stage(server)
    await expectStaffOnly(server, 'closeWaitingRoom', { showId: show.id })
    expect(await readRoom(usher, show)).toMatchObject({ admittedPerSecond: 1 })
  })
})
