import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import {
  closeRoom,
  joinRoom,
  NO_SHOW,
  NOWHERE,
  queueUp,
  readPlace,
  readRoom,
  refusalOf,
  stage,
  writtenPlaces,
} from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false, admissionSeconds: 600 } })
  server.clock.stop()
})
afterAll(() => server.close())

const waiting = (position: number | null, estimatedSeconds: number | null) => {
  return { status: 'WAITING', position, estimatedSeconds, lotteryNumber: null, admission: null }
}

describe('JoinWaitingRoomSuccess', () => {
  it('gives places in the order of arrival, whose turns come one after the other from the opening on', async () => {
    const { show } = await stage(server, { opensInSeconds: 60, admittedPerSecond: 2 })
    const [ada, ben, cleo] = await queueUp(server, show, 3)
    expect(await readPlace(ada!, show)).toEqual(waiting(1, 61))
    expect(await readPlace(cleo!, show)).toEqual(waiting(3, 62))
    server.clock.jump(61)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'ADMITTED', position: null, estimatedSeconds: null })
    expect(await readPlace(ben!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readPlace(cleo!, show)).toEqual(waiting(1, 1))
    expect(await readRoom(cleo!, show)).toMatchObject({
      waiting: 1,
      mode: 'ARRIVAL',
      admittedPerSecond: 2,
      lottery: null,
    })
  })

  it('gives an account one place, however often it joins, and keeps it', async () => {
    const { show } = await stage(server)
    const [ada, ben] = await queueUp(server, show, 2)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => joinRoom(index % 2 ? ada! : ben!, show)))
    for (const [index, { place }] of answers.entries()) expect(place.position).toBe(index % 2 ? 1 : 2)
    expect((await writtenPlaces(server, show)).map(({ number }) => number)).toEqual([1, 2])
  })

  it('gives those who join at once numbers that follow each other', async () => {
    const { show } = await stage(server)
    const crowd = await Promise.all(Array.from({ length: 40 }, () => server.signInAsGuest()))
    const answers = await Promise.all(crowd.map((guest) => joinRoom(guest, show)))
    const positions = answers.map(({ place }) => place.position).toSorted((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  it('lets in at once where nobody waits, and does not make up for a time in which nobody came', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    server.clock.jump(1_000)
    const [ada, ben, cleo] = await queueUp(server, show, 3)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readPlace(ben!, show)).toEqual(waiting(1, 1))
    expect(await readPlace(cleo!, show)).toEqual(waiting(2, 2))
  })

  it('gives who has let an admission lapse another place, at the end', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    const [ada, ben] = await queueUp(server, show, 2)
    server.clock.jump(1)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'ADMITTED' })
    server.clock.jump(601)
    expect(await readPlace(ada!, show)).toEqual({ ...waiting(null, null), status: 'LAPSED' })
    expect(await readPlace(ben!, show)).toMatchObject({ status: 'ADMITTED' })
    const crowd = await queueUp(server, show, 3)
    expect(await readPlace(crowd[2]!, show)).toEqual(waiting(2, 2))
    expect((await joinRoom(ada!, show)).place).toEqual(waiting(3, 3))
    expect(await writtenPlaces(server, show)).toHaveLength(5)
  })
})

describe('WaitingRoomNotRequired', () => {
  it('is returned where the show is behind no room, and once it is closed', async () => {
    const show = await server.seed.show()
    const ada = await server.signInAsGuest()
    expect(await joinRoom(ada, show)).toEqual({ __typename: 'WaitingRoomNotRequired', show: { id: show.id } })
    expect(await readRoom(ada, show)).toBeNull()
    const staged = await stage(server)
    await joinRoom(ada, staged.show)
    await closeRoom(staged.usher, staged.show)
    expect(await joinRoom(ada, staged.show)).toMatchObject({ __typename: 'WaitingRoomNotRequired' })
  })
})

describe('ShowClosedError', () => {
  it('is returned once the show has begun, or is cancelled', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    server.clock.jump(2 * 24 * 3600)
    const ada = await server.signInAsGuest()
    const closed = { __typename: 'ShowClosedError', message: 'The show has started.', show: { id: show.id } }
    expect(await joinRoom(ada, show)).toEqual(closed)
    const other = await stage(server)
    await server.seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [server.clock.now(), other.show.key])
    await server.services.waitingRooms.look()
    expect(await joinRoom(ada, other.show)).toMatchObject({ message: 'The show is cancelled.' })
    expect([await writtenPlaces(server, show), await writtenPlaces(server, other.show)]).toEqual([[], []])
  })
})

describe('ServerBusyError', () => {
  it('is returned to who has waited too long for the database', async () => {
    const { show } = await stage(server)
    const [ada, ben] = [await server.signInAsGuest(), await server.signInAsGuest()]
    const blocker = new pg.Client({ connectionString: server.databaseUrl })
    await blocker.connect()
    await blocker.query('BEGIN; LOCK TABLE waiting_place')
    const first = joinRoom(ada, show)
    await expect.poll(countBlocked).toBe(1)
    const second = joinRoom(ben, show)
    await expect.poll(() => server.services.waitingRooms.joining).toBe(1)
    const start = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => start + 6_000)
    await blocker.query('COMMIT')
    expect(await first).toMatchObject({ place: { position: 1 } })
    const busy = await second
    vi.restoreAllMocks()
    await blocker.end()
    expect(busy).toMatchObject({
      __typename: 'ServerBusyError',
      message: expect.stringMatching(/^Too many join at once/),
    })
    expect([2, 3, 4, 5]).toContain(busy.retryAfterSeconds)
    expect(await writtenPlaces(server, show)).toHaveLength(1)
    expect((await joinRoom(ben, show)).place.position).toBe(2)
  })
})

async function countBlocked(): Promise<number> {
  const sql = "SELECT count(*)::int FROM pg_locks WHERE relation = 'waiting_place'::regclass AND NOT granted"
  return (await server.seed.sql(sql))[0].count
}

describe('NotFoundError', () => {
  it('is returned without such a show', async () => {
    const ada = await server.signInAsGuest()
    const unknown = { ...NOWHERE, id: Buffer.from('Show:999999').toString('base64url') }
    for (const show of [NOWHERE, unknown]) expect(await joinRoom(ada, show)).toEqual(NO_SHOW)
  })
})

describe('what is thrown', () => {
  it('is UNAUTHENTICATED for who is not signed in', async () => {
    const { show } = await stage(server)
    const [code] = await refusalOf(server.anonymous, 'joinWaitingRoom', { showId: show.id })
    expect(code).toBe('UNAUTHENTICATED')
    expect(await writtenPlaces(server, show)).toEqual([])
  })
})
