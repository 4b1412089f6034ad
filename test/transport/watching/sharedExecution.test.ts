import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { Executor } from '../../../src/transport/pipeline/executor.js'
import type { Client } from '../../kit/client.js'
import { holdSeats } from '../../kit/operations.js'
import { RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { TableLock } from '../../kit/tableLock.js'

let server: TestServer
let buyer: Client
const sockets: RawSocket[] = []

beforeAll(async () => {
  server = await startServer()
  buyer = await server.signInAsGuest()
})
afterAll(() => server.close())
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

async function connect(token?: string): Promise<RawSocket> {
  const socket = await RawSocket.open(server.url, token === undefined ? {} : { token })
  sockets.push(socket)
  return socket
}

const WATCH = `subscription ($id: ID!, $after: String) {
  seatMapChanged(showId: $id, after: $after) { kind cursor seats { seatId status version } } }`

/** Waits until each of these subscriptions has had so many events. */
async function expectEvents(count: number, ...subscriptions: (readonly [RawSocket, string])[]): Promise<void> {
  await expect
    .poll(() => subscriptions.map(([socket, id]) => socket.payloads(id).length), { timeout: 10_000 })
    .toEqual(subscriptions.map(() => count))
}

/** The text of the last message, without its id. */
function lastText(socket: RawSocket, id: string): string {
  const text = socket.texts.findLast((one) => (JSON.parse(one) as { id: string }).id === id)!
  expect(text.startsWith('{"id":')).toBe(true)
  return text.slice(text.indexOf(',"type":'))
}

describe('equal operations', () => {
  let execute: MockInstance<Executor['execute']>
  beforeEach(() => {
    execute = vi.spyOn(Executor.prototype, 'execute')
  })
  afterEach(() => execute.mockRestore())

  /** How often an event was executed. */
  const executions = () => execute.mock.calls.filter(([, , rootValue]) => rootValue !== undefined).length

  it('are executed once an event, and give all sockets the same bytes behind their own ids', async () => {
    const show = await server.seed.show({ seats: 3 })
    const guest = await server.signInAsGuest()
    const all = await Promise.all([connect(), connect(), connect(guest.token), connect(buyer.token)])
    const ids = ['1', 'd9a2f0c4-72d1-4dd2-9b51-1c4c2d9f7f0e', 'a "quoted" id\n', 'Sièges 座席 💺']
    for (const [index, socket] of all.entries()) socket.subscribe(ids[index]!, WATCH, { id: show.id })
    const subscriptions = all.map((socket, index) => [socket, ids[index]!] as const)
    await expectEvents(1, ...subscriptions)
    const before = executions()
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    await expectEvents(2, ...subscriptions)
    expect(executions() - before).toBe(1)
    const [first, ...others] = subscriptions.map(([socket, id]) => lastText(socket, id))
    expect(JSON.parse(`{"id":0${first}`).payload.data.seatMapChanged).toMatchObject({
      kind: 'DELTA',
      seats: [{ seatId: show.seatIds[0], status: 'HELD', version: 1 }],
    })
    for (const other of others) expect(other).toBe(first)
  })

  it('share their first event when they come at once', async () => {
    const show = await server.seed.show({ seats: 50 })
    const socket = await connect()
    const ids = Array.from({ length: 40 }, (_, index) => `${index}`)
    for (const id of ids) socket.subscribe(id, WATCH, { id: show.id })
    await expectEvents(1, ...ids.map((id) => [socket, id] as const))
    expect(executions()).toBeLessThan(10)
    for (const id of ids) expect(socket.payloads(id)[0].data.seatMapChanged.seats).toHaveLength(50)
  })

  it('are one audience whatever cursors they came with', async () => {
    const show = await server.seed.show({ seats: 3 })
    const { seatMap } = await buyer.query('query ($id: ID!) { seatMap(showId: $id) { cursor } }', { id: show.id })
    const [one, two] = [await connect(), await connect()]
    one.subscribe('1', WATCH, { id: show.id })
    two.subscribe('1', WATCH, { id: show.id, after: seatMap.cursor })
    await expectEvents(1, [one, '1'], [two, '1'])
    expect(one.payloads('1')[0].data.seatMapChanged.kind).toBe('SNAPSHOT')
    expect(two.payloads('1')[0].data.seatMapChanged.kind).toBe('DELTA')
    const before = executions()
    await holdSeats(buyer, show)
    await expectEvents(2, [one, '1'], [two, '1'])
    expect(executions() - before).toBe(1)
    expect(lastText(one, '1')).toBe(lastText(two, '1'))
  })

  it('of different shows are told apart', async () => {
    const shows = [await server.seed.show({ seats: 1 }), await server.seed.show({ seats: 1 })]
    const socket = await connect()
    for (const [index, show] of shows.entries()) socket.subscribe(`${index}`, WATCH, { id: show.id })
    await expectEvents(1, [socket, '0'], [socket, '1'])
    await holdSeats(buyer, shows[1]!)
    await expectEvents(2, [socket, '1'])
    await expectEvents(1, [socket, '0'])
  })
})

describe('other selections', () => {
  it('get what they asked for', async () => {
    const show = await server.seed.show({ seats: 2 })
    const socket = await connect()
    const choose = `subscription ($id: ID!, $all: Boolean!) {
      told: seatMapChanged(showId: $id) { kind seats { status version @include(if: $all) } } }`
    socket.subscribe('kind', 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }', { id: show.id })
    socket.subscribe('all', choose, { id: show.id, all: true })
    socket.subscribe('some', choose, { id: show.id, all: false })
    await expectEvents(1, [socket, 'kind'], [socket, 'all'], [socket, 'some'])
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    await expectEvents(2, [socket, 'kind'], [socket, 'all'], [socket, 'some'])
    expect(socket.payloads('kind')[1]).toEqual({ data: { seatMapChanged: { kind: 'DELTA' } } })
    expect(socket.payloads('all')[1]).toEqual({
      data: { told: { kind: 'DELTA', seats: [{ status: 'HELD', version: 1 }] } },
    })
    expect(socket.payloads('some')[1]).toEqual({ data: { told: { kind: 'DELTA', seats: [{ status: 'HELD' }] } } })
  })

  it('of one document are told apart by the name of the operation', async () => {
    const show = await server.seed.show({ seats: 1 })
    const socket = await connect()
    const query = `subscription A($id: ID!) { seatMapChanged(showId: $id) { ...Kind } }
      subscription B($id: ID!) { seatMapChanged(showId: $id) { seats { version } } }
      fragment Kind on SeatMapChange { kind }`
    for (const operationName of ['A', 'B']) {
      socket.send({
        id: operationName,
        type: 'subscribe',
        payload: { query, operationName, variables: { id: show.id } },
      })
    }
    await expectEvents(1, [socket, 'A'], [socket, 'B'])
    await holdSeats(buyer, show)
    await expectEvents(2, [socket, 'A'], [socket, 'B'])
    expect(socket.payloads('A')[1]).toEqual({ data: { seatMapChanged: { kind: 'DELTA' } } })
    expect(socket.payloads('B')[1]).toEqual({ data: { seatMapChanged: { seats: [{ version: 1 }] } } })
  })
})

describe('the rules of the protocol', () => {
  const watchOn = async (show: SeededShow) => {
    const socket = await connect()
    socket.subscribe('1', WATCH, { id: show.id })
    await expectEvents(1, [socket, '1'])
    return socket
  }

  it('close a socket that uses an id twice with 4409', async () => {
    const socket = await watchOn(await server.seed.show())
    socket.subscribe('1', '{ __typename }')
    expect(await socket.closed).toMatchObject({ code: 4409 })
  })

  it('end a subscription that its client completes, and no other', async () => {
    const show = await server.seed.show({ seats: 1 })
    const socket = await watchOn(show)
    socket.subscribe('2', WATCH, { id: show.id })
    await expectEvents(1, [socket, '2'])
    socket.send({ id: '1', type: 'complete' })
    socket.subscribe('3', '{ __typename }')
    await socket.wait(({ id, type }) => id === '3' && type === 'complete')
    await holdSeats(buyer, show)
    await expectEvents(2, [socket, '2'])
    await expectEvents(1, [socket, '1'])
    expect(socket.messages.filter(({ type }) => type === 'complete').map(({ id }) => id)).toEqual(['3'])
  })

  it('let an id be used again at once after its completion', async () => {
    const show = await server.seed.show({ seats: 1 })
    const socket = await watchOn(show)
    socket.send(
      { id: '1', type: 'complete' },
      { id: '1', type: 'subscribe', payload: { query: WATCH, variables: { id: show.id } } },
    )
    await expectEvents(2, [socket, '1'])
    await holdSeats(buyer, show)
    await expectEvents(3, [socket, '1'])
    expect(socket.messages.filter(({ type }) => type === 'complete')).toEqual([])
  })

  it('let a client complete before its first event', async () => {
    const show = await server.seed.show({ seats: 1 })
    const lock = await TableLock.open(server, 'show_seat')
    await lock.take()
    const socket = await connect()
    socket.subscribe('1', WATCH, { id: show.id })
    socket.send({ id: '1', type: 'complete' })
    socket.subscribe('2', WATCH, { id: show.id })
    socket.subscribe('later', '{ __typename }')
    await socket.wait(({ id }) => id === 'later')
    await lock.close()
    await expectEvents(1, [socket, '2'])
    await holdSeats(buyer, show)
    await expectEvents(2, [socket, '2'])
    expect(socket.payloads('1')).toEqual([])
  })

  it('answer a cursor that is none with an error', async () => {
    const show = await server.seed.show({ seats: 1 })
    const socket = await connect()
    socket.subscribe('1', WATCH, { id: show.id, after: 'nonsense' })
    await socket.wait(({ id, type }) => id === '1' && type === 'complete')
    expect(socket.payloads('1')).toMatchObject([{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }])
  })
})
