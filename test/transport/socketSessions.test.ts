import { createClient as createSocketClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Issuer } from '../kit/issuer.js'
import { startServer, type TestServer } from '../kit/server.js'

const CLOSED = { code: 4403, reason: 'The access token has ended: sign in again' }
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }'
let server: TestServer
let issuer: Issuer

beforeAll(async () => {
  issuer = await Issuer.start()
  server = await startServer({ config: { ...issuer.config, workJobs: false } })
})
afterAll(async () => {
  await server.close()
  await issuer.stop()
})

/** A socket that watches a show, and how it is closed. */
async function watch(token?: string) {
  const show = await server.seed.show()
  const client = createSocketClient({
    url: server.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: token } }),
  })
  const closed = new Promise((resolve) => {
    client.on('closed', (event) => {
      const { code, reason } = event as { code: number; reason: string }
      resolve({ code, reason })
    })
  })
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  const events = client.iterate<any>({ query: WATCH, variables: { id: show.id } })
  const next = async () => (await events.next()).value?.data
  expect(await next()).toEqual({ seatMapChanged: { kind: 'SNAPSHOT' } })
  return { client, closed, next }
}

describe('a socket', () => {
  it('is closed when its session is signed out, and those of others are not', async () => {
    const [guest, other] = [await server.signInAsGuest(), await server.signInAsGuest()]
    const [socket, another, anonymous] = [await watch(guest.token), await watch(other.token), await watch()]
    await guest.query('mutation { signOut { __typename } }')
    expect(await socket.closed).toEqual(CLOSED)
    for (const { client } of [another, anonymous]) {
      const { value } = await client.iterate({ query: '{ viewer { isGuest } }' }).next()
      expect(value).toEqual({ data: { viewer: client === another.client ? { isGuest: true } : null } })
      await client.dispose()
    }
  })

  it('does nothing more, from the moment on', async () => {
    const guest = await server.signInAsGuest()
    const { client, closed } = await watch(guest.token)
    await guest.query('mutation { signOut { __typename } }')
    const before = await server.seed.sql('SELECT count(*)::int FROM account')
    await expect(client.iterate({ query: 'mutation { signInAsGuest { __typename } }' }).next()).rejects.toBeDefined()
    expect(await closed).toEqual(CLOSED)
    expect(await server.seed.sql('SELECT count(*)::int FROM account')).toEqual(before)
  })

  it('is closed when its token ends, and one without a token is not', async () => {
    const [socket, anonymous] = [await watch((await server.signInAsGuest()).token), await watch()]
    server.clock.jump(86_401)
    expect(await socket.closed).toEqual(CLOSED)
    const { value } = await anonymous.client.iterate({ query: '{ viewer { isGuest } }' }).next()
    expect(value).toEqual({ data: { viewer: null } })
    await anonymous.client.dispose()
  })

  it('is told to come again when its token cannot be checked', async () => {
    await issuer.rotate()
    const authorization = await issuer.sign({ sub: 'ada', exp: Math.floor(server.clock.now().getTime() / 1000) + 60 })
    await issuer.stop()
    const socket = createSocketClient({
      url: server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
    })
    await expect(socket.iterate({ query: '{ viewer { id } }' }).next()).rejects.toMatchObject({ code: 1013 })
    await issuer.listen()
  })
})
