import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { joinRoom, queueUp, readPlace, readRoom, readToken, stage, watchPlace } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false, admissionSeconds: 600 } })
  server.clock.stop()
})
afterAll(() => server.close())

/** Guests whose five bookings have all expired. */
async function signInFlagged(count: number): Promise<Client[]> {
  const idlers = await Promise.all(Array.from({ length: count }, () => server.signInAsGuest()))
  for (const idler of idlers) {
    const { seatIds, ...abandoned } = await server.seed.show({ seats: 5 })
    for (const seatId of seatIds) await holdSeats(idler, { seatIds, ...abandoned }, [seatId])
  }
  server.clock.jump(601)
  return idlers
}

const positionsOf = (clients: readonly Client[], show: SeededShow) =>
  Promise.all(clients.map(async (client) => (await readPlace(client, show))!.position))

const look = () => server.services.waitingRooms.look()

describe('a flagged account in a waiting room', () => {
  it('stands behind all others, also those who join later, and among its like in the order of arrival', async () => {
    const [ida, ivo] = await signInFlagged(2)
    const { show } = await stage(server, { opensInSeconds: 0 })
    const early = await queueUp(server, show, 2)
    expect((await joinRoom(ida!, show)).place).toMatchObject({ status: 'WAITING', position: 3, estimatedSeconds: 3 })
    await joinRoom(ivo!, show)
    const late = await queueUp(server, show, 2)
    expect(await positionsOf([...early, ...late, ida!, ivo!], show)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await readRoom(ida!, show)).toMatchObject({ waiting: 6, place: { position: 5, estimatedSeconds: 5 } })
    expect((await joinRoom(ida!, show)).place.position).toBe(5)
  })

  it('is let in when nobody else waits, and stays so; who joins then comes after it', async () => {
    const [ida, ivo] = await signInFlagged(2)
    const { show } = await stage(server, { opensInSeconds: 0 })
    const [ada] = await queueUp(server, show, 1)
    for (const idler of [ida!, ivo!]) await joinRoom(idler, show)
    server.clock.jump(2)
    const [ben] = await queueUp(server, show, 1)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readPlace(ida!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await positionsOf([ben!, ivo!], show)).toEqual([1, 2])
    const admissionToken = await readToken(ida!, show)
    expect(await holdSeats(ida!, show, show.seatIds.slice(0, 1), { admissionToken })).toMatchObject({
      __typename: 'HoldSeatsSuccess',
    })
    server.clock.jump(2)
    await look()
    expect(await readPlace(ivo!, show)).toMatchObject({ status: 'ADMITTED' })
    expect(await readRoom(ivo!, show)).toMatchObject({ waiting: 0 })
  })

  it('is let in at the pace, however long nobody came', async () => {
    const idlers = await signInFlagged(3)
    const { show } = await stage(server, { opensInSeconds: 0 })
    server.clock.jump(1_000)
    for (const idler of idlers) await joinRoom(idler, show)
    await look()
    const places = await Promise.all(idlers.map((idler) => readPlace(idler, show)))
    expect(places.map((place) => [place!.status, place!.position])).toEqual([
      ['ADMITTED', null],
      ['WAITING', 1],
      ['WAITING', 2],
    ])
  })

  it('is told as it moves on, and with the token at the end', async () => {
    const [ida] = await signInFlagged(1)
    const { show } = await stage(server, { opensInSeconds: 0 })
    await queueUp(server, show, 1)
    await joinRoom(ida!, show)
    const watcher = watchPlace(ida!, show)
    expect(await watcher.next()).toMatchObject({ status: 'WAITING', position: 2, estimatedSeconds: 2 })
    server.clock.jump(2)
    let place = await watcher.next()
    while (place.status === 'WAITING') place = await watcher.next()
    expect(place.admission!.token).toBe(await readToken(ida!, show))
    await expect(watcher.next()).rejects.toThrow('the subscription has ended')
  })

  it('takes no part in a lottery, and stands behind it', async () => {
    const [ida] = await signInFlagged(1)
    const { show } = await stage(server, { mode: 'LOTTERY', opensInSeconds: 60 })
    await joinRoom(ida!, show)
    await queueUp(server, show, 3)
    const place = { status: 'WAITING', position: null, estimatedSeconds: null, lotteryNumber: null, admission: null }
    expect(await readPlace(ida!, show)).toEqual(place)
    server.clock.jump(60)
    await queueUp(server, show, 1)
    expect(await readPlace(ida!, show)).toMatchObject({ position: 5, estimatedSeconds: 5, lotteryNumber: null })
    expect((await readRoom(ida!, show)).lottery.entrants).toBe(3)
    server.clock.jump(5)
    await look()
    expect(await readPlace(ida!, show)).toMatchObject({ status: 'ADMITTED', lotteryNumber: null })
  })

  it('has another place at the end once its admission has lapsed', async () => {
    const [ida] = await signInFlagged(1)
    const { show } = await stage(server, { opensInSeconds: 0 })
    await joinRoom(ida!, show)
    server.clock.jump(1)
    await look()
    server.clock.jump(601)
    expect(await readPlace(ida!, show)).toMatchObject({ status: 'LAPSED' })
    await queueUp(server, show, 2)
    expect((await joinRoom(ida!, show)).place).toMatchObject({ status: 'WAITING', position: 2 })
  })

  it('stands where it stands on another server, and on one that starts', async () => {
    const [ida] = await signInFlagged(1)
    const beside = { beside: server, config: { workJobs: false, admissionSeconds: 600 } }
    const other = await startServer({ ...beside, isAlone: true })
    const { show } = await stage(server, { opensInSeconds: 0 })
    await other.services.waitingRooms.look()
    await joinRoom(createClient(other.url, ida!.token), show)
    await queueUp(server, show, 1)
    server.clock.jump(2)
    await Promise.all([server, other].map(({ services }) => services.waitingRooms.look()))
    const later = await startServer(beside)
    const tokens = [server, other, later].map(({ url }) => readToken(createClient(url, ida!.token), show))
    expect(new Set(await Promise.all(tokens)).size).toBe(1)
    await later.close()
    await other.close()
  })

  it('has a turn of its own when all join at once, at two servers that let in at once', async () => {
    const idlers = await signInFlagged(6)
    const other = await startServer({
      beside: server,
      isAlone: true,
      config: { workJobs: false, admissionSeconds: 600 },
    })
    const { show } = await stage(server, { opensInSeconds: 0 })
    const rooms = [server, other].map(({ services }) => services.waitingRooms)
    await other.services.waitingRooms.look()
    const fans = await Promise.all(Array.from({ length: 6 }, () => server.signInAsGuest()))
    const all = [...fans, ...idlers].flatMap((client) => [client, createClient(other.url, client.token)])
    await Promise.all(all.map((client) => joinRoom(client, show)))
    // Who joins at both leaves turns that nobody has.
    server.clock.jump(30)
    await Promise.all(rooms.map((room) => room.look()))
    const places = await Promise.all([...fans, ...idlers].map((client) => readPlace(client, show)))
    expect(new Set(places.map((place) => place!.admission!.expiresAt)).size).toBe(12)
    await other.close()
  })

  it('waits like any other where nobody is flagged, and once it has joined as it was then', async () => {
    const [ida] = await signInFlagged(1)
    const lenient = await startServer({ beside: server, config: { workJobs: false, flagAfterBookings: 0 } })
    const { show } = await stage(server)
    await lenient.services.waitingRooms.look()
    await joinRoom(createClient(lenient.url, ida!.token), show)
    const [ada] = await queueUp(server, show, 1)
    expect(await positionsOf([ida!, ada!], show)).toEqual([1, 2])
    expect((await joinRoom(ida!, show)).place.position).toBe(1)
    await lenient.close()
  })
})
