import { type ClientOptions, createClient as createSocketClient, type Client as SocketClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

interface Connection {
  readonly client: SocketClient
  /** How the socket was closed. */
  readonly closed: Promise<{ code: number; reason: string }>
  readonly opened: Promise<WebSocket>
}

function connect(options: Partial<ClientOptions> = {}, to: TestServer = server): Connection {
  const client = createSocketClient({
    url: to.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...options,
  })
  return {
    client,
    closed: new Promise((resolve) => client.on('closed', (event) => resolve(event as never))),
    opened: new Promise((resolve) => client.on('opened', (socket) => resolve(socket as WebSocket))),
  }
}

/** The one result of a query or a mutation; rejects with errors that came before its execution, or with the close of the socket. */
// biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
async function run({ client }: Connection, query: string, variables: Record<string, unknown> = {}): Promise<any> {
  return (await client.iterate({ query, variables }).next()).value
}

const SEAT_MAP_CHANGED =
  'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId status version } } }'

function watch({ client }: Connection, show: SeededShow) {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  const events = client.iterate<any>({ query: SEAT_MAP_CHANGED, variables: { id: show.id } })
  return {
    next: async () => (await events.next()).value!.data.seatMapChanged,
    stop: () => events.return!(),
  }
}

describe('one socket', () => {
  it('carries queries, mutations and subscriptions', async () => {
    const connection = connect()
    const show = await server.seed.show()
    const { data } = await run(
      connection,
      'mutation { signInAsGuest { ... on SignInAsGuestSuccess { viewer { isGuest } } } }',
    )
    expect(data).toEqual({ signInAsGuest: { viewer: { isGuest: true } } })
    expect(await run(connection, 'query ($id: ID!) { show(id: $id) { id } }', { id: show.id })).toEqual({
      data: { show: { id: show.id } },
    })
    const watching = watch(connection, show)
    expect(await watching.next()).toMatchObject({ kind: 'SNAPSHOT' })
    await holdSeats(await server.signInAsGuest(), show, show.seatIds.slice(0, 1))
    expect(await watching.next()).toEqual({
      kind: 'DELTA',
      seats: [{ seatId: show.seatIds[0], status: 'HELD', version: 1 }],
    })
    await connection.client.dispose()
  })

  it.each([
    ['a syntax error', '{ movies { nodes ', 'GRAPHQL_PARSE_FAILED'],
    ['a validation error', '{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a subscription without a field',
      'subscription ($id: ID!) { seatMapChanged(showId: $id) @skip(if: true) { kind } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a text of too many tokens', `{ ${'__typename '.repeat(5_001)} }`, 'TOKEN_LIMIT_EXCEEDED'],
  ])('answers %s to its operation alone, and the others live on', async (_what, query, code) => {
    const connection = connect()
    const show = await server.seed.show()
    const watching = watch(connection, show)
    await watching.next()
    const refusal = await run(connection, query).catch((errors: unknown) => errors)
    expect(refusal).toMatchObject([{ extensions: { code } }])
    await holdSeats(await server.signInAsGuest(), show)
    expect(await watching.next()).toMatchObject({ kind: 'DELTA' })
    await connection.client.dispose()
  })

  it('answers a show that does not exist to its operation alone', async () => {
    const connection = connect()
    const show = await server.seed.show()
    const watching = watch(connection, show)
    await watching.next()
    const id = Buffer.from('Show:999999999').toString('base64url')
    expect(await run(connection, SEAT_MAP_CHANGED, { id })).toMatchObject({
      errors: [{ message: 'There is no such show.', extensions: { code: 'BAD_USER_INPUT' } }],
    })
    await holdSeats(await server.signInAsGuest(), show)
    expect(await watching.next()).toMatchObject({ kind: 'DELTA' })
    await connection.client.dispose()
  })
})

describe('connectionParams.authorization', () => {
  it.each(['Bearer ', 'bearer ', ''])('signs in by "%s<token>"', async (scheme) => {
    const { token } = await server.signInAsGuest()
    const connection = connect({ connectionParams: { authorization: scheme + token } })
    expect(await run(connection, '{ viewer { isGuest } }')).toEqual({ data: { viewer: { isGuest: true } } })
    await connection.client.dispose()
  })

  it('may be left out: then there is no viewer', async () => {
    const connection = connect()
    expect(await run(connection, '{ viewer { isGuest } }')).toEqual({ data: { viewer: null } })
    await connection.client.dispose()
  })

  it.each(['nonsense', 'Bearer nonsense', 42, { token: 'nonsense' }])(
    'closes with 4403 when it is not valid: %j',
    async (authorization) => {
      const connection = connect({ connectionParams: { authorization } })
      await expect(run(connection, '{ viewer { isGuest } }')).rejects.toMatchObject({ code: 4403 })
      expect(await connection.closed).toMatchObject({
        code: 4403,
        reason: 'The access token is expired or not valid: sign in again.',
      })
    },
  )
})

describe('introspection that is off', () => {
  let closed: TestServer

  beforeAll(async () => {
    closed = await startServer({ config: { introspection: false }, isAlone: true })
  })
  afterAll(() => closed.close())

  it.each(['{ __schema { __typename } }', '{ __type(name: "Show") { name } }'])(
    'is refused on both transports: %s',
    async (query) => {
      const { data, errors } = await closed.anonymous.send(query)
      expect(data).toBeUndefined()
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
      const connection = connect({}, closed)
      const refusal = await run(connection, query).catch((thrown: unknown) => thrown)
      expect(refusal).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
      await connection.client.dispose()
    },
  )

  it('leaves __typename, which clients need', async () => {
    const connection = connect({}, closed)
    expect(await run(connection, '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
    await connection.client.dispose()
  })
})

describe('a message', () => {
  it('that is larger than 256 KiB closes the socket', async () => {
    const connection = connect()
    const query = `{ __typename } # ${'x'.repeat(256 * 1024)}`
    await expect(run(connection, query)).rejects.toMatchObject({ code: 1009 })
    expect((await server.anonymous.send('{ __typename }')).status).toBe(200)
  })

  it('that is not of the protocol closes the socket with 4400', async () => {
    const connection = connect({ lazy: false, onNonLazyError: () => {} })
    const socket = await connection.opened
    socket.send('nonsense')
    expect(await connection.closed).toMatchObject({ code: 4400 })
  })
})

describe('the end of a subscription', () => {
  it.each([
    ['that is completed', (_connection: Connection, stop: () => unknown) => stop()],
    ['whose socket is gone', async ({ opened }: Connection) => (await opened).terminate()],
  ])('frees its watcher: one %s', async (_what, end) => {
    const show = await server.seed.show()
    const watchers = () => server.services.seatMaps.countWatchers(show.key)
    const [one, two] = [connect(), connect()]
    const watching = [watch(one, show), watch(two, show)]
    for (const { next } of watching) await next()
    expect(watchers()).toBeGreaterThan(0)
    await end(one, watching[0]!.stop)
    await holdSeats(await server.signInAsGuest(), show)
    expect(await watching[1]!.next()).toMatchObject({ kind: 'DELTA' })
    expect(watchers()).toBe(1)
    await end(two, watching[1]!.stop)
    await vi.waitFor(() => expect(watchers()).toBe(0))
    await Promise.all([one.client.dispose(), two.client.dispose()])
  })
})

describe('the close of the server', () => {
  it('ends sockets with 1001, so that clients come back', async () => {
    const other = await startServer({ isAlone: true })
    const show = await other.seed.show()
    const connection = connect({}, other)
    const watching = watch(connection, show)
    await watching.next()
    await other.close()
    expect(await connection.closed).toMatchObject({ code: 1001, reason: 'Going away' })
  })
})
