import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import { startServer, type TestServer } from '../../kit/server.js'
import {
  closeRoom,
  joinRoom,
  openRoom,
  paceRoom,
  queueUp,
  readPlace,
  readRoom,
  readToken,
  stage,
  watchPlace,
  writtenPlaces,
} from './queue.js'

// Two servers on one database, of which only the second hears nothing from the other: it is on a bus of its own, as with Redis lost.

let north: TestServer
let south: TestServer

beforeAll(async () => {
  north = await startServer({ config: { workJobs: false } })
  south = await startServer({ beside: north, isAlone: true, config: { workJobs: false } })
  north.clock.stop()
})
afterAll(async () => {
  await south.close()
  await north.close()
})

/** The same client at the other server. */
const atSouth = (client: Client) => createClient(south.url, client.token)

describe('two servers', () => {
  it('give one account one place, and all others numbers of their own, when all join at once', async () => {
    const { show } = await stage(north)
    await south.services.waitingRooms.look()
    const crowd = await Promise.all(Array.from({ length: 30 }, () => north.signInAsGuest()))
    const joins = crowd.flatMap((guest) => [guest, atSouth(guest), guest, atSouth(guest)])
    const answers = await Promise.all(joins.map((client) => joinRoom(client, show)))
    for (let guest = 0; guest < crowd.length; guest++) {
      const positions = answers.slice(4 * guest, 4 * guest + 4).map(({ place }) => place.position)
      expect(new Set(positions).size).toBe(1)
    }
    const written = await writtenPlaces(north, show)
    expect(written).toHaveLength(30)
    expect(new Set(written.map(({ number }) => number)).size).toBe(30)
  })

  it('tell the same positions and give the same token', async () => {
    const { show } = await stage(north, { opensInSeconds: 0 })
    await south.services.waitingRooms.look()
    const [ada, ben] = await queueUp(north, show, 2)
    north.clock.jump(1)
    expect(await readPlace(atSouth(ben!), show)).toEqual(await readPlace(ben!, show))
    const admissionToken = await readToken(atSouth(ada!), show)
    expect(admissionToken).toBe(await readToken(ada!, show))
    expect(await holdSeats(ada!, show, show.seatIds, { admissionToken })).toMatchObject({
      __typename: 'HoldSeatsSuccess',
    })
  })

  it('hear of what is opened, paced and closed without a bus, by the next look', async () => {
    const { show, usher } = await stage(north, { opensInSeconds: 0 })
    const guest = atSouth(await north.signInAsGuest())
    await expect.poll(() => readRoom(guest, show)).toMatchObject({ admittedPerSecond: 1 })
    await joinRoom(guest, show)
    const watcher = watchPlace(guest, show)
    await watcher.next()
    await paceRoom(usher, show, 7)
    await expect.poll(() => readRoom(guest, show)).toMatchObject({ admittedPerSecond: 7 })
    await closeRoom(usher, show)
    let place = await watcher.next()
    while (place.status === 'WAITING') place = await watcher.next()
    expect(place.status).toBe('NOT_REQUIRED')
  })

  it('open one room when staff opens it twice at once', async () => {
    const { show, usher } = await stage(north)
    await closeRoom(usher, show)
    const answers = await Promise.all([openRoom(north, usher, show), openRoom(north, atSouth(usher), show)])
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'OpenWaitingRoomSuccess',
      'WaitingRoomExistsError',
    ])
  })
})

describe('a server that starts', () => {
  it('knows rooms, places and admissions from before', async () => {
    const { show } = await stage(north, { opensInSeconds: 0 })
    const [ada, ben] = await queueUp(north, show, 2)
    north.clock.jump(1)
    const admissionToken = await readToken(ada!, show)
    const later = await startServer({ beside: north, config: { workJobs: false } })
    const [adaLater, benLater] = [ada!, ben!].map((client) => createClient(later.url, client.token))
    expect(await readPlace(benLater!, show)).toMatchObject({ status: 'WAITING', position: 1 })
    expect((await joinRoom(benLater!, show)).place.position).toBe(1)
    expect(await readToken(adaLater!, show)).toBe(admissionToken)
    expect(await holdSeats(benLater!, show)).toMatchObject({ __typename: 'AdmissionRequiredError', position: 1 })
    expect(await holdSeats(adaLater!, show, show.seatIds, { admissionToken })).toMatchObject({
      __typename: 'HoldSeatsSuccess',
    })
    await later.close()
  })
})

describe('a room of all shows', () => {
  it('is in front of each show without one of its own, where it is configured', async () => {
    const west = await startServer({ config: { workJobs: false, waitingRoomPerSecond: 1 } })
    west.clock.stop()
    const [one, two] = [await west.seed.show(), await west.seed.show()]
    const [ada, ben] = await queueUp(west, one, 2)
    expect(await holdSeats(ada!, one)).toMatchObject({ __typename: 'AdmissionRequiredError', position: 1 })
    west.clock.jump(1)
    expect(await readPlace(ben!, two)).toMatchObject({ status: 'WAITING', position: 1 })
    const admissionToken = await readToken(ada!, one)
    expect(await holdSeats(ada!, two, two.seatIds, { admissionToken })).toMatchObject({
      __typename: 'HoldSeatsSuccess',
    })
    const own = await stage(west)
    expect(await holdSeats(ada!, own.show, own.show.seatIds, { admissionToken })).toMatchObject({
      __typename: 'AdmissionRequiredError',
      position: null,
    })
    const faster = await startServer({ beside: west, config: { workJobs: false, waitingRoomPerSecond: 5 } })
    const without = await startServer({ beside: west, config: { workJobs: false } })
    expect(await readRoom(createClient(faster.url, ben!.token), one)).toMatchObject({ admittedPerSecond: 5 })
    expect(await readRoom(createClient(without.url, ben!.token), one)).toBeNull()
    await faster.close()
    await without.close()
    await west.close()
  })
})
