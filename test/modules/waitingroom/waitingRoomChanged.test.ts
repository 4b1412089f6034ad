import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket, toSubscribe } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { openSocket } from '../../kit/sharedSocket.js'
import { statementsOf } from '../../kit/statements.js'
import { closeRoom, joinRoom, paceRoom, queueUp, readPlace, readToken, stage, WATCH, watchPlace } from './queue.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

describe('who watches a place', () => {
  it('is told where it stands at once, as it moves on, and with the token at the end', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    const [, ben] = await queueUp(server, show, 2)
    const watcher = watchPlace(ben!, show)
    expect(await watcher.next()).toMatchObject({ status: 'WAITING', position: 2, estimatedSeconds: 2, admission: null })
    server.clock.jump(1)
    expect(await watcher.next()).toMatchObject({ status: 'WAITING', position: 1, estimatedSeconds: 1 })
    server.clock.jump(1)
    const { status, position, admission } = await watcher.next()
    expect([status, position]).toEqual(['ADMITTED', null])
    expect(admission!.token).toBe(await readToken(ben!, show))
    expect(Date.parse(admission!.expiresAt)).toBe(Math.ceil(server.clock.now().getTime() / 1000) * 1000 + 600_000)
    await expect(watcher.next()).rejects.toThrow('the subscription has ended')
  })

  it('is told of a change of the pace, and of a pause', async () => {
    const { show, usher } = await stage(server, { opensInSeconds: 0 })
    const crowd = await queueUp(server, show, 20)
    const watcher = watchPlace(crowd[19]!, show)
    expect(await watcher.next()).toMatchObject({ position: 20, estimatedSeconds: 20 })
    await paceRoom(usher, show, 4)
    expect(await watcher.next()).toMatchObject({ position: 20, estimatedSeconds: 5 })
    await paceRoom(usher, show, 0)
    expect(await watcher.next()).toMatchObject({ position: 20, estimatedSeconds: null })
    await watcher.close()
  })

  it('keeps the place when it leaves, and finds it again', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    const [, ben] = await queueUp(server, show, 2)
    const watcher = watchPlace(ben!, show)
    await watcher.next()
    await watcher.close()
    await expect.poll(() => server.services.waitingRooms.watching).toBe(0)
    await queueUp(server, show, 1)
    const again = watchPlace(ben!, show)
    expect(await again.next()).toMatchObject({ status: 'WAITING', position: 2 })
    await again.close()
  })

  it('may leave and come back at once under the same id', async () => {
    const { show } = await stage(server)
    const [ada] = await queueUp(server, show, 1)
    const socket = await RawSocket.open(server.url, { token: ada!.token! })
    const typesOf = (id: string) => socket.messages.filter((message) => message.id === id).map(({ type }) => type)
    const told = ['next']
    socket.subscribe('w', WATCH, { id: show.id })
    for (let round = 0; round < 5; round++) {
      await expect.poll(() => typesOf('w')).toEqual(told)
      socket.sendAtOnce({ id: 'w', type: 'complete' }, toSubscribe('w', WATCH, { id: show.id }))
      told.push('next')
      socket.subscribe(`${round}`, '{ __typename }')
      await socket.wait(({ id, type }) => id === `${round}` && type === 'complete')
    }
    await expect.poll(() => typesOf('w')).toEqual(told)
    socket.close()
  })

  it('is told that the room is closed', async () => {
    const { show, usher } = await stage(server)
    const [ada] = await queueUp(server, show, 1)
    const watcher = watchPlace(ada!, show)
    await watcher.next()
    await closeRoom(usher, show)
    expect(await watcher.next()).toMatchObject({ status: 'NOT_REQUIRED', position: null })
    await expect(watcher.next()).rejects.toThrow('the subscription has ended')
  })

  it('is told that the show is cancelled', async () => {
    const { show } = await stage(server)
    const [ada] = await queueUp(server, show, 1)
    const watcher = watchPlace(ada!, show)
    await watcher.next()
    await server.seed.sql('UPDATE show SET cancelled_at = $1 WHERE id = $2', [server.clock.now(), show.key])
    expect(await watcher.next()).toMatchObject({ status: 'SHOW_CLOSED' })
    await expect(watcher.next()).rejects.toThrow('the subscription has ended')
  })

  it('costs no statement while it waits', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    const crowd = await queueUp(server, show, 5)
    const watchers = crowd.map((guest) => watchPlace(guest, show))
    await Promise.all(watchers.map((watcher) => watcher.next()))
    const sent = await statementsOf(async () => {
      server.clock.jump(5)
      for (const watcher of watchers) expect(await watcher.next()).toMatchObject({ status: 'ADMITTED' })
    })
    expect(sent).toEqual([])
    await Promise.all(watchers.map((watcher) => watcher.close()))
  })
})

describe('who has nothing to wait for', () => {
  it('is told so once', async () => {
    const [free, over] = [await server.seed.show(), await server.seed.show({ startsInSeconds: -60 })]
    const ada = await server.signInAsGuest()
    for (const [show, status] of [
      [free, 'NOT_REQUIRED'],
      [over, 'SHOW_CLOSED'],
    ] as const) {
      const watcher = watchPlace(ada, show)
      expect(await watcher.next()).toMatchObject({ status, position: null, admission: null })
      await expect(watcher.next()).rejects.toThrow('the subscription has ended')
    }
  })

  it('is told that the admission has lapsed', async () => {
    const { show } = await stage(server, { opensInSeconds: 0 })
    const [ada] = await queueUp(server, show, 1)
    server.clock.jump(700)
    expect(await readPlace(ada!, show)).toMatchObject({ status: 'LAPSED' })
    const watcher = watchPlace(ada!, show)
    expect(await watcher.next()).toMatchObject({ status: 'LAPSED' })
    await expect(watcher.next()).rejects.toThrow('the subscription has ended')
  })
})

describe('who cannot watch', () => {
  it('has no place, no such show, or not signed in', async () => {
    const { show } = await stage(server)
    const ada = await server.signInAsGuest()
    const place = 'You have no place in this waiting room: joinWaitingRoom gives one.'
    await expect(watchPlace(ada, show).next()).rejects.toThrow(place)
    const nothing = { ...show, id: Buffer.from('Show:999999').toString('base64url') }
    await expect(watchPlace(ada, nothing).next()).rejects.toThrow('There is no such show.')
    await expect(watchPlace(ada, { ...show, id: 'x' }).next()).rejects.toThrow('is not the id of a Show.')
    const socket = openSocket(server.url)
    await expect(socket.subscribe(WATCH, { id: show.id }).next()).rejects.toThrow('UNAUTHENTICATED')
    await socket.close()
    await joinRoom(ada, show)
    const watcher = watchPlace(ada, show)
    expect(await watcher.next()).toMatchObject({ status: 'WAITING', position: 1 })
    await watcher.close()
  })
})
