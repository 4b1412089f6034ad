import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { closeRoom, joinRoom, paceRoom, queueUp, readPlace, readRoom, stage, textOf, writtenPlaces } from './queue.js'

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

describe('a change of the pace', () => {
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

describe('who is not let in', () => {
  it('is told that a show is behind no room', async () => {
    const show = await server.seed.show()
    const ada = await server.signInAsGuest()
    expect(await joinRoom(ada, show)).toEqual({ __typename: 'WaitingRoomNotRequired', show: { id: show.id } })
    expect(await readRoom(ada, show)).toBeNull()
  })

  it('is told so as well once the room is closed', async () => {
    const { show, usher } = await stage(server)
    const [ada] = await queueUp(server, show, 1)
    await closeRoom(usher, show)
    expect(await joinRoom(ada!, show)).toMatchObject({ __typename: 'WaitingRoomNotRequired' })
  })

  it('is told that the show has begun, or is cancelled', async () => {
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

  it('is told that there is no such show, or has to sign in first', async () => {
    const ada = await server.signInAsGuest()
    for (const id of ['nothing', Buffer.from('Show:999999').toString('base64url')]) {
      expect(await joinRoom(ada, { id, key: 0, seatIds: [] })).toEqual({
        __typename: 'NotFoundError',
        message: 'There is no such show.',
      })
    }
    const { errors } = await server.anonymous.send(textOf('joinWaitingRoom'), { input: { showId: 'nothing' } })
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
  })
})
