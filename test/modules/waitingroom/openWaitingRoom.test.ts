import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { hireUsher } from '../tickets/boxOffice.js'
import { expectStaffOnly, NO_SHOW, NOWHERE, openRoom, readRoom, refusalOf, stage, textOf } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

async function countRooms(show: SeededShow): Promise<number> {
  const sql = 'SELECT count(*)::int FROM waiting_room WHERE show_id = $1 AND closed_at IS NULL'
  return (await server.seed.sql(sql, [show.key]))[0].count
}

describe('OpenWaitingRoomSuccess', () => {
  it('puts the show behind the room from then on', async () => {
    const { show, opened } = await stage(server, { opensInSeconds: 60, admittedPerSecond: 20 })
    const opensAt = new Date(server.clock.now().getTime() + 60_000).toISOString()
    const room = { opensAt, mode: 'ARRIVAL', admittedPerSecond: 20, waiting: 0, lottery: null }
    expect(opened).toEqual({ __typename: 'OpenWaitingRoomSuccess', waitingRoom: room })
    expect(await readRoom(server.anonymous, show)).toEqual({ ...room, place: null })
  })

  it('opens the sale at once where no time is told', async () => {
    const show = await server.seed.show()
    const usher = await hireUsher(server, show)
    const input = { showId: show.id, admittedPerSecond: 1 }
    const { openWaitingRoom } = await usher.query(textOf('openWaitingRoom'), { input })
    expect(openWaitingRoom.waitingRoom.opensAt).toBe(server.clock.now().toISOString())
  })
})

describe('WaitingRoomExistsError', () => {
  it('tells the room that there is, and changes nothing', async () => {
    const { show, usher } = await stage(server)
    const answer = await openRoom(server, usher, show, { admittedPerSecond: 9, mode: 'LOTTERY' })
    expect(answer).toMatchObject({
      __typename: 'WaitingRoomExistsError',
      waitingRoom: { admittedPerSecond: 1, mode: 'ARRIVAL' },
    })
    expect(await countRooms(show)).toBe(1)
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun', async () => {
    const show = await server.seed.show({ startsInSeconds: -60 })
    const answer = await openRoom(server, await hireUsher(server, show), show)
    expect(answer).toEqual({ __typename: 'ShowClosedError', message: 'The show has started.', show: { id: show.id } })
    expect(await countRooms(show)).toBe(0)
  })
})

describe('NotFoundError', () => {
  it('is returned without such a show', async () => {
    const usher = await hireUsher(server, await server.seed.show())
    expect(await openRoom(server, usher, NOWHERE)).toEqual(NO_SHOW)
  })
})

describe('what is thrown', () => {
  it('is BAD_USER_INPUT for a pace that cannot be, and for times that lie wrong', async () => {
    const show = await server.seed.show()
    const usher = await hireUsher(server, show)
    const refuse = (input: object) => refusalOf(usher, 'openWaitingRoom', { showId: show.id, ...input })
    for (const admittedPerSecond of [-1, 10_001]) {
      const message = `admittedPerSecond has to be from 0 to 10000, not ${admittedPerSecond}.`
      expect(await refuse({ admittedPerSecond })).toEqual(['BAD_USER_INPUT', message])
    }
    const late = { opensAt: new Date(server.clock.now().getTime() + 2 * 24 * 3600_000), admittedPerSecond: 1 }
    expect(await refuse(late)).toEqual(['BAD_USER_INPUT', 'opensAt has to lie before the start of the show.'])
    const drawn = { mode: 'LOTTERY', admittedPerSecond: 1 }
    expect(await refuse(drawn)).toEqual(['BAD_USER_INPUT', 'A lottery needs an opensAt that lies ahead.'])
    expect(await countRooms(show)).toBe(0)
  })

  it('is FORBIDDEN for who does not work there, and UNAUTHENTICATED for who is not signed in', async () => {
    const show = await server.seed.show()
    await expectStaffOnly(server, 'openWaitingRoom', { showId: show.id, admittedPerSecond: 1 })
    expect(await countRooms(show)).toBe(0)
  })
})
