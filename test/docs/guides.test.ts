import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Inbox } from '../clients/inbox.js'
import { holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'
import { readSeats, type SeatMapChange } from '../kit/watchedMap.js'
import { mutation } from '../modules/partners/desk.js'
import { openPartnersDesk, type PartnersDesk } from '../modules/webhooks/partnersDesk.js'
import { openAbsentServer } from './guides/absentServer.js'
import { startForgetfulProxy } from './guides/forgetfulProxy.js'
import { checkTypes, loadGuide } from './guides/load.js'
import { pretendBrowser } from './guides/pretendBrowser.js'

let server: TestServer

beforeAll(async () => {
  pretendBrowser()
  server = await startServer()
})
afterAll(async () => {
  await server.close()
  vi.unstubAllGlobals()
})

/** Waits for changes until something is so. */
async function until(changes: Inbox<unknown>, isSo: () => boolean): Promise<void> {
  while (!isSo()) await changes.next()
}

const holdByAnother = async (show: SeededShow, ...seatIds: string[]) =>
  holdSeats(await server.signInAsGuest(), show, seatIds)

it('compiles, in all guides', async () => {
  await expect(checkTypes()).resolves.toBeUndefined()
})

describe('live-map', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
  let guide: any

  beforeAll(async () => {
    guide = await loadGuide('live-map', server.url)
  })
  afterAll(() => guide.socket.dispose())

  /** A map of the guide that notes what it is told. */
  function createMap() {
    class NotedMap extends guide.LiveMap {
      readonly kinds: string[] = []
      apply(change: SeatMapChange) {
        this.kinds.push(change.kind)
        super.apply(change)
      }
    }
    // biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
    return new NotedMap() as any
  }

  it('keeps a map right, over a break and over a pause, without being told all of it again', async () => {
    const show = await server.seed.show({ seats: 4 })
    const [first, second, third] = show.seatIds as [string, string, string]
    const map = createMap()
    const changes = new Inbox<void>()
    const isHeld = (seatId: string) => () => map.seats.get(seatId)?.status === 'HELD'
    const stop = guide.watch(show.id, map, () => changes.push())
    await until(changes, () => map.seats.size === 4)
    await holdByAnother(show, first)
    await until(changes, isHeld(first))

    guide.socket.terminate()
    await holdByAnother(show, second)
    await until(changes, isHeld(second))
    stop()

    await holdByAnother(show, third)
    const stopAgain = guide.watch(show.id, map, () => changes.push())
    await until(changes, isHeld(third))
    stopAgain()
    expect(map.kinds.filter((kind: string) => kind === 'SNAPSHOT')).toHaveLength(1)
    expect(show.seatIds.map((id) => ({ id, ...map.seats.get(id) }))).toEqual(await readSeats(server, show))
  })

  it('lets the highest version count, and a snapshot replace all', () => {
    const map = createMap()
    const seat = (seatId: string, status: string, version: number) => ({ seatId, status, version })
    map.apply({ kind: 'SNAPSHOT', cursor: 'a', seats: [seat('1', 'BOOKED', 2), seat('2', 'AVAILABLE', 0)] })
    map.apply({ kind: 'DELTA', cursor: 'b', seats: [seat('1', 'HELD', 1), seat('2', 'HELD', 1)] })
    expect([...map.seats.values()]).toEqual([
      { status: 'BOOKED', version: 2 },
      { status: 'HELD', version: 1 },
    ])
    map.apply({ kind: 'SNAPSHOT', cursor: 'c', seats: [seat('2', 'AVAILABLE', 2)] })
    expect([...map.seats]).toEqual([['2', { status: 'AVAILABLE', version: 2 }]])
    expect(map.cursor).toBe('c')
  })

  it('draws by layout and codes, and goes on from there', async () => {
    const show = await server.seed.show({ seats: 2 })
    await holdByAnother(show, show.seatIds[0]!)
    const drawings = new Inbox<{ seatId: string; label: string; status: string; price: object }[]>()
    const stop = await guide.show(show.id, (seats: []) => drawings.push(seats))
    const price = { amount: '10.00', currency: 'EUR' }
    expect(await drawings.next()).toEqual([
      { seatId: show.seatIds[0], label: 'A1', x: 0, y: 0, type: 'REGULAR', status: 'HELD', price },
      { seatId: show.seatIds[1], label: 'A2', x: 1, y: 0, type: 'REGULAR', status: 'AVAILABLE', price },
    ])
    await holdByAnother(show, show.seatIds[1]!)
    let drawn: string[] = []
    while (!drawn.includes('A2 HELD')) drawn = (await drawings.next()).map(({ label, status }) => `${label} ${status}`)
    expect(drawn).toEqual(['A1 HELD', 'A2 HELD'])
    stop()
  })
})

it('live-map comes back where its server was away for longer than a try takes', async () => {
  const absent = await openAbsentServer(server.url)
  // biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
  const guide = await loadGuide<any>('live-map', absent.url)
  const show = await server.seed.show({ seats: 1 })
  const map = new guide.LiveMap()
  const changes = new Inbox<void>()
  const stop = guide.watch(show.id, map, () => changes.push())
  await until(changes, () => map.seats.size === 1)
  const tries = new Inbox<void>()
  guide.socket.on('closed', () => tries.push())
  await absent.leave()
  // The end of its connection, and of the first try after it.
  for (let count = 0; count < 2; count++) await tries.next()
  await holdByAnother(show, show.seatIds[0]!)
  await absent.comeBack()
  await until(changes, () => map.seats.get(show.seatIds[0])?.status === 'HELD')
  stop()
  await guide.socket.dispose()
  await absent.close()
}, 30_000)

describe('single-page-app', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
  let guide: any

  beforeAll(async () => {
    guide = await loadGuide('single-page-app', server.url)
  })
  afterAll(async () => {
    guide.client.stop()
    await guide.socket.dispose()
  })

  it('knows who has to sign in', async () => {
    const show = await server.seed.show()
    const failure = async () => guide.hold(show.id, show.seatIds).catch((error: unknown) => error)
    guide.session.tokens = null
    expect(guide.hasToSignIn(await failure())).toBe(true)
    await guide.signInAsGuest()
    expect(guide.hasToSignIn(await guide.hold('nonsense', []).catch((error: unknown) => error))).toBe(false)
  })

  it('signs in to an account, or tells why not', async () => {
    const email = await server.seed.account()
    await guide.signInAsGuest()
    const { tokens } = guide.session
    expect(await guide.signIn(email, 'wrong horse')).toBe('That email address and password do not fit together.')
    expect(guide.session.tokens).toEqual(tokens)
    expect(await guide.signIn(email, 'correct horse')).toBeNull()
    expect(guide.session.tokens.accessToken).not.toBe(tokens.accessToken)
  })

  it('holds seats and pays for them, and shows refusals as they are', async () => {
    const show = await server.seed.show({ seats: 3 })
    await guide.signInAsGuest()
    await holdByAnother(show, show.seatIds[2]!)
    expect(await guide.hold(show.id, show.seatIds)).toMatchObject({
      message: expect.stringContaining('taken'),
      seats: [{ seatId: show.seatIds[2], status: 'HELD' }],
    })
    const key = 'one click'
    const { booking } = await guide.hold(show.id, show.seatIds.slice(0, 2), key)
    expect((await guide.hold(show.id, show.seatIds.slice(0, 2), key)).booking.id).toBe(booking.id)
    expect((await guide.pay(booking.id, 'pm_card_chargeDeclined')).message).toBeTypeOf('string')
    const paid = await guide.pay(booking.id, 'pm_card_visa')
    expect(paid.booking).toMatchObject({ id: booking.id, status: 'CONFIRMED' })
    expect(paid.booking.tickets).toHaveLength(2)
  })

  it('follows the seats of a show, and is right again after a break', async () => {
    const show = await server.seed.show({ seats: 3, startsInSeconds: 3_600 })
    const [first, second] = show.seatIds as [string, string, string]
    const changes = new Inbox<void>()
    const maps = guide.watchSeatMap(show.id)
    const shows = guide.watchShows('Paris')
    const watching = [maps, shows].map((query) => query.subscribe(() => changes.push()))
    await until(changes, () => maps.getCurrentResult().data?.seatMap && shows.getCurrentResult().data?.shows)
    const { seatMap } = maps.getCurrentResult().data
    const stop = guide.follow(show.id, seatMap.cursor)
    const statuses = () =>
      maps.getCurrentResult().data.seatMap.rows[0].seats.map(({ status }: { status: string }) => status)
    const available = () => shows.getCurrentResult().data.shows.edges[0].node.availability.available
    expect(shows.getCurrentResult().data.shows.edges[0].node.id).toBe(show.id)

    await holdByAnother(show, first)
    await until(changes, () => statuses()[0] === 'HELD')
    expect(available()).toBe(3)
    guide.socket.terminate()
    await holdByAnother(show, second)
    await until(changes, () => statuses()[1] === 'HELD' && available() === 1)
    expect(statuses()).toEqual(['HELD', 'HELD', 'AVAILABLE'])
    stop()
    for (const subscription of watching) subscription.unsubscribe()
  })
})

describe('partner', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what a guide exports is what it says
  let guide: any
  let desk: PartnersDesk

  beforeAll(async () => {
    desk = await openPartnersDesk()
    const { admin, partnerId } = desk
    const input = { partnerId, scopes: ['READ', 'WRITE'] }
    const { createPartnerKey } = await admin.query(mutation('createPartnerKey'), { input })
    process.env.MARQUEE_KEY = createPartnerKey.secret
    guide = await loadGuide('partner', desk.server.url)
    const registered = await admin.query(mutation('registerOperations'), {
      input: { partnerId, manifest: guide.manifest },
    })
    expect(registered.registerOperations).toMatchObject({ __typename: 'RegisterOperationsSuccess', addedCount: 5 })
  })
  afterAll(async () => {
    delete process.env.MARQUEE_KEY
    await desk.close()
  })

  const buy = async (show: SeededShow) => {
    const { booking } = await guide.holdSeats(show.id, show.seatIds)
    return (await guide.confirmBooking(booking.id, 'pm_card_visa')).booking
  }

  it('lists shows, and reads layouts that caches may keep', async () => {
    const show = await desk.server.seed.show({ movie: 'Playtime', seats: 2, startsInSeconds: 1_800 })
    const shows = []
    for await (const found of guide.listShows({ city: 'Paris' })) shows.push(found)
    expect(shows[0]).toMatchObject({ id: show.id, movie: { title: 'Playtime' } })
    const { rows, cacheControl } = await guide.readLayout(show.id)
    expect(rows[0].seats.map(({ seatId }: { seatId: string }) => seatId)).toEqual(show.seatIds)
    expect(cacheControl).toBe('public, max-age=86400')
  })

  it('buys tickets, whose codes it verifies by itself', async () => {
    const show = await desk.server.seed.show({ seats: 1 })
    const [{ code }] = (await buy(show)).tickets
    const keys = await guide.fetchKeys()
    expect(await guide.verifyTicket(code, keys)).toEqual({ show: show.id, seat: 'A1' })
    await expect(guide.verifyTicket(`${code.slice(0, -4)}AAAA`, keys)).rejects.toThrow('signature verification failed')
    expect(await guide.holdSeats(show.id, show.seatIds)).toMatchObject({ __typename: 'SeatsUnavailableError' })
  })

  it('hears of each event once', async () => {
    const { secret } = await desk.addEndpoint({ eventTypes: ['BOOKING_CONFIRMED'] })
    await buy(await desk.server.seed.show({ seats: 1 }))
    await expect.poll(() => desk.receiver.requests.length, { timeout: 20_000 }).toBe(1)
    const { headers, body } = desk.receiver.requests[0]!
    expect(guide.receive(secret, headers, body)).toBe('note booking.confirmed')
    expect(guide.receive(secret, headers, body)).toBeNull()
    expect(() => guide.receive(secret, headers, `${body} `)).toThrow('No matching signature found')
  })

  it('sends a request whose answer was lost again, and it is done once', async () => {
    const show = await desk.server.seed.show({ seats: 1 })
    const proxy = await startForgetfulProxy(desk.server.url, show.seatIds[0]!)
    const behind = await loadGuide<typeof guide>('partner', proxy.url)
    const result = await behind.holdSeats(show.id, show.seatIds)
    expect(result.__typename).toBe('HoldSeatsSuccess')
    expect(proxy.lost).toBe(1)
    const [{ count }] = await desk.server.seed.sql('SELECT count(*)::int FROM booking WHERE show_id = $1', [show.key])
    expect(count).toBe(1)
    await proxy.close()
  })
})
