import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdSeats } from '../kit/operations.js'
import { RawSocket } from '../kit/rawSocket.js'
import { startServer, type TestServer } from '../kit/server.js'
import { TableLock } from '../kit/tableLock.js'

const TEXT = '{ __typename }'
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }'
const MOVIES = '{ movies { nodes { id } } }'
/** As much as may run at once. */
const EXPENSIVE = `{ ${['a', 'b', 'c'].map((name) => `${name}: movies(first: 100) { nodes { id } }`).join(' ')} }`
const MOST_OPERATIONS = 3

let server: TestServer
let lock: TableLock

beforeAll(async () => {
  server = await startServer({ config: { maxQueryCost: 303, maxOperationsPerSocket: MOST_OPERATIONS }, isAlone: true })
  lock = await TableLock.open(server, 'movie')
})
afterAll(async () => {
  await lock.close()
  await server.close()
})

/** The answer to a query that is asked now: whatever was to come before has come. */
async function ask(socket: RawSocket, id: string): Promise<string> {
  socket.subscribe(id, TEXT)
  return (await socket.wait((message) => message.id === id)).type
}

const typesOf = (socket: RawSocket, id: string) =>
  socket.messages.filter((message) => message.id === id).map(({ type }) => type)

describe('an operation that its client takes back', () => {
  it('is not answered, and its id is free for another one, which gets its own answer', async () => {
    await lock.take()
    const socket = await RawSocket.open(server.url)
    socket.subscribe('x', MOVIES)
    await expect.poll(() => lock.countWaiting()).toBe(1)
    socket.send({ id: 'x', type: 'complete' })
    socket.subscribe('x', TEXT)
    await socket.wait(({ id, type }) => id === 'x' && type === 'complete')
    await lock.release()
    const other = await RawSocket.open(server.url)
    other.subscribe('y', MOVIES)
    await other.wait(({ type }) => type === 'complete')
    expect(await ask(socket, 'z')).toBe('next')
    expect(socket.payloads('x')).toEqual([{ data: { __typename: 'Query' } }])
    expect(typesOf(socket, 'x')).toEqual(['next', 'complete'])
    for (const each of [socket, other]) each.close()
  })

  it('counts among those of its socket for as long as it runs', async () => {
    await lock.take()
    const socket = await RawSocket.open(server.url)
    for (let n = 0; n < MOST_OPERATIONS; n++) socket.subscribe(`${n}`, MOVIES)
    await expect.poll(() => lock.countWaiting()).toBe(MOST_OPERATIONS)
    for (let n = 0; n < MOST_OPERATIONS; n++) socket.send({ id: `${n}`, type: 'complete' })
    expect(await ask(socket, 'refused')).toBe('error')
    await lock.release()
    let tries = 0
    await expect.poll(() => ask(socket, `again ${tries++}`)).toBe('next')
    socket.close()
  })

  it('does not wait for its turn any more', async () => {
    await lock.take()
    const running = server.anonymous.send(EXPENSIVE)
    await expect.poll(() => lock.countWaiting()).toBe(3)
    const socket = await RawSocket.open(server.url)
    for (let n = 0; n < 3 * MOST_OPERATIONS; n++) {
      socket.subscribe(`${n}`, EXPENSIVE)
      await ask(socket, `before ${n}`)
      socket.send({ id: `${n}`, type: 'complete' })
      expect(await ask(socket, `after ${n}`)).toBe('next')
    }
    await lock.release()
    expect((await running).errors).toBeUndefined()
    socket.close()
  })

  it('leaves nothing behind where it was a subscription', async () => {
    const show = await server.seed.show({ seats: 1 })
    const socket = await RawSocket.open(server.url)
    for (let n = 0; n < 2 * MOST_OPERATIONS; n++) {
      socket.subscribe('s', WATCH, { id: show.id })
      socket.send({ id: 's', type: 'complete' })
    }
    // Those may still be on their way out.
    let tries = 0
    await expect.poll(() => ask(socket, `again ${tries++}`)).toBe('next')
    const before = socket.payloads('s').length
    socket.subscribe('s', WATCH, { id: show.id })
    await socket.wait(() => socket.payloads('s').length > before)
    await holdSeats(await server.signInAsGuest(), show)
    await socket.wait(() => socket.payloads('s').some(({ data }) => data.seatMapChanged.kind === 'DELTA'))
    expect(await ask(socket, 'last')).toBe('next')
    const told = socket.payloads('s').slice(before)
    expect(told.map(({ data }) => data.seatMapChanged.kind)).toEqual(['SNAPSHOT', 'DELTA'])
    socket.close()
  })
})

describe('an operation that waits for its turn', () => {
  it('is not executed for somebody who is signed out by then', async () => {
    const guest = await server.signInAsGuest()
    await lock.take()
    const running = server.anonymous.send(EXPENSIVE)
    await expect.poll(() => lock.countWaiting()).toBe(3)
    const socket = await RawSocket.open(server.url, { token: guest.token! })
    socket.subscribe('x', EXPENSIVE)
    await ask(socket, 'before')
    await guest.query('mutation { signOut { __typename } }')
    await lock.release()
    expect((await running).errors).toBeUndefined()
    expect((await socket.closed).code).toBe(4403)
    expect(socket.payloads('x').filter(({ data }) => data)).toEqual([])
  })

  it('is one of ten at most, for which all that its client sends then has to wait', async () => {
    const roomy = await startServer({ beside: server, config: { maxQueryCost: 303 } })
    const [eager, other] = [await RawSocket.open(roomy.url), await RawSocket.open(roomy.url)]
    await lock.take()
    const running = roomy.anonymous.send(EXPENSIVE)
    await expect.poll(() => lock.countWaiting()).toBe(3)
    for (let n = 0; n < 9; n++) eager.subscribe(`${n}`, EXPENSIVE)
    expect(await ask(eager, 'beside nine')).toBe('next')
    eager.subscribe('tenth', EXPENSIVE)
    eager.subscribe('beside ten', TEXT)
    for (let turn = 0; turn < 100; turn++) await ask(other, `${turn}`)
    expect(typesOf(eager, 'beside ten')).toEqual([])
    await lock.release()
    await eager.wait(({ id, type }) => id === 'beside ten' && type === 'next')
    expect((await running).errors).toBeUndefined()
    for (const socket of [eager, other]) socket.close()
    await roomy.close()
  })
})
