import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { hireUsher } from '../tickets/boxOffice.js'
import { closeRoom, joinRoom, openRoom, paceRoom, readRoom, stage, textOf } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

const NO_SHOW = { __typename: 'NotFoundError', message: 'There is no such show.' }
const NO_ROOM = { __typename: 'NotFoundError', message: 'The show has no waiting room of its own.' }
const nowhere = { id: 'nothing', key: 0, seatIds: [] }

async function countRooms(show: SeededShow): Promise<number> {
  const sql = 'SELECT count(*)::int FROM waiting_room WHERE show_id = $1 AND closed_at IS NULL'
  return (await server.seed.sql(sql, [show.key]))[0].count
}

async function refusalOf(client: Client, name: Parameters<typeof textOf>[0], input: object): Promise<unknown[]> {
  const { errors } = await client.send(textOf(name), { input })
  return [errors![0]!.extensions.code, errors![0]!.message]
}

describe('openWaitingRoom', () => {
  it('OpenWaitingRoomSuccess: the show is behind a room from then on', async () => {
    const { show, opened } = await stage(server, { opensInSeconds: 60, admittedPerSecond: 20 })
    const opensAt = new Date(server.clock.now().getTime() + 60_000).toISOString()
    const room = { opensAt, mode: 'ARRIVAL', admittedPerSecond: 20, waiting: 0, lottery: null }
    expect(opened).toEqual({ __typename: 'OpenWaitingRoomSuccess', waitingRoom: room })
    expect(await readRoom(server.anonymous, show)).toEqual({ ...room, place: null })
  })

  it('OpenWaitingRoomSuccess: opens the sale at once where no time is told', async () => {
    const show = await server.seed.show()
    const usher = await hireUsher(server, show)
    const input = { showId: show.id, admittedPerSecond: 1 }
    const { openWaitingRoom } = await usher.query(textOf('openWaitingRoom'), { input })
    expect(openWaitingRoom.waitingRoom.opensAt).toBe(server.clock.now().toISOString())
  })

  it('WaitingRoomExistsError: changes nothing', async () => {
    const { show, usher } = await stage(server)
    const answer = await openRoom(server, usher, show, { admittedPerSecond: 9, mode: 'LOTTERY' })
    expect(answer).toMatchObject({
      __typename: 'WaitingRoomExistsError',
      waitingRoom: { admittedPerSecond: 1, mode: 'ARRIVAL' },
    })
    expect(await countRooms(show)).toBe(1)
  })

  it('ShowClosedError: once the show has begun', async () => {
    const show = await server.seed.show({ startsInSeconds: -60 })
    const answer = await openRoom(server, await hireUsher(server, show), show)
    expect(answer).toEqual({ __typename: 'ShowClosedError', message: 'The show has started.', show: { id: show.id } })
    expect(await countRooms(show)).toBe(0)
  })

  it('NotFoundError: without such a show', async () => {
    expect(await openRoom(server, await server.signInAsGuest(), nowhere)).toEqual(NO_SHOW)
  })

  it('BAD_USER_INPUT: a pace that cannot be, and times that lie wrong', async () => {
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
})

describe('paceWaitingRoom', () => {
  it('PaceWaitingRoomSuccess: also before the sale opens', async () => {
    const { show, usher } = await stage(server)
    expect(await paceRoom(usher, show, 3)).toMatchObject({
      __typename: 'PaceWaitingRoomSuccess',
      waitingRoom: { admittedPerSecond: 3 },
    })
    const ada = await server.signInAsGuest()
    for (let guest = 0; guest < 5; guest++) await joinRoom(await server.signInAsGuest(), show)
    expect((await joinRoom(ada, show)).place).toMatchObject({ position: 6, estimatedSeconds: 3602 })
  })

  it('NotFoundError: without a room, or a show', async () => {
    const show = await server.seed.show()
    expect(await paceRoom(await hireUsher(server, show), show, 1)).toEqual(NO_ROOM)
    expect(await paceRoom(await server.signInAsGuest(), nowhere, 1)).toEqual(NO_SHOW)
  })

  it('BAD_USER_INPUT: a pace that cannot be', async () => {
    const { show, usher } = await stage(server)
    const message = 'admittedPerSecond has to be from 0 to 10000, not -1.'
    const input = { showId: show.id, admittedPerSecond: -1 }
    expect(await refusalOf(usher, 'paceWaitingRoom', input)).toEqual(['BAD_USER_INPUT', message])
    expect(await readRoom(usher, show)).toMatchObject({ admittedPerSecond: 1 })
  })
})

describe('closeWaitingRoom', () => {
  it('CloseWaitingRoomSuccess: everybody can hold seats, and a room that is opened later begins anew', async () => {
    const { show, usher } = await stage(server)
    const ada = await server.signInAsGuest()
    for (const client of [ada, await server.signInAsGuest()]) await joinRoom(client, show)
    expect(await closeRoom(usher, show)).toEqual({ __typename: 'CloseWaitingRoomSuccess', show: { id: show.id } })
    expect(await holdSeats(ada, show, show.seatIds.slice(0, 1))).toMatchObject({ __typename: 'HoldSeatsSuccess' })
    await openRoom(server, usher, show)
    expect(await readRoom(ada, show)).toMatchObject({ waiting: 0, place: null })
    expect((await joinRoom(ada, show)).place.position).toBe(1)
  })

  it('NotFoundError: once it is closed, and without a show', async () => {
    const { show, usher } = await stage(server)
    await closeRoom(usher, show)
    expect(await closeRoom(usher, show)).toEqual(NO_ROOM)
    expect(await closeRoom(usher, nowhere)).toEqual(NO_SHOW)
  })
})

describe('who does not work at the theater', () => {
  it('runs no waiting room of it', async () => {
    const { show } = await stage(server)
    const stranger = await hireUsher(server, await server.seed.show())
    const inputs = {
      openWaitingRoom: { showId: show.id, admittedPerSecond: 1 },
      paceWaitingRoom: { showId: show.id, admittedPerSecond: 5 },
      closeWaitingRoom: { showId: show.id },
    } as const
    for (const name of ['openWaitingRoom', 'paceWaitingRoom', 'closeWaitingRoom'] as const) {
      expect((await refusalOf(stranger, name, inputs[name]))[0]).toBe('FORBIDDEN')
      expect((await refusalOf(server.anonymous, name, inputs[name]))[0]).toBe('UNAUTHENTICATED')
    }
    expect(await readRoom(stranger, show)).toMatchObject({ admittedPerSecond: 1 })
  })
})
