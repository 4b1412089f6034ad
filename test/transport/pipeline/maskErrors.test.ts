import { createClient as createSocketClient, type Client as SocketClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../../kit/server.js'

let server: TestServer
let socket: SocketClient

/** A server whose resolvers of movies fail: their table is gone. */
beforeAll(async () => {
  server = await startServer({ isAlone: true })
  await server.seed.sql('ALTER TABLE movie RENAME TO film')
  socket = createSocketClient({ url: server.url.replace('http', 'ws'), webSocketImpl: WebSocket })
})
afterAll(async () => {
  await socket.dispose()
  await server.close()
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const QUERY = '{ movies { nodes { title } } }'

/** Exactly what a client may know of a fault of ours. */
const masked = (requestId: string) => [
  {
    message: `Something went wrong on our side. If it stays, tell us the request id ${requestId}.`,
    locations: [{ line: 1, column: 3 }],
    path: ['movies'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  },
]

describe('a resolver that fails', () => {
  // Operations that come often are compiled: from then on another code makes the errors.
  it.each([1, 2, 3, 4])('is masked over HTTP, with the id of the request, at use %i', async () => {
    const { data, errors, headers } = await server.anonymous.send(QUERY)
    const requestId = headers.get('x-request-id')!
    expect(requestId).toMatch(UUID)
    expect({ data, errors }).toEqual({ data: null, errors: masked(requestId) })
  })

  it.each([1, 2, 3, 4])('is masked over WebSocket, with an id of its own, at use %i', async () => {
    const { value } = await socket.iterate({ query: QUERY }).next()
    const { requestId } = value!.errors![0]!.extensions as { requestId: string }
    expect(requestId).toMatch(UUID)
    expect(value).toEqual({ data: null, errors: masked(requestId) })
  })

  it('is masked where an event of a subscription begins', async () => {
    await server.seed.sql('ALTER TABLE show_seat RENAME TO chair')
    const query = `subscription { seatMapChanged(showId: "${Buffer.from('Show:1').toString('base64url')}") { kind } }`
    const { value } = await socket.iterate({ query }).next()
    expect(value!.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }])
    expect(JSON.stringify(value)).not.toMatch(/show_seat|relation|42P01/)
    await server.seed.sql('ALTER TABLE chair RENAME TO show_seat')
  })
})

describe('a fault of the request', () => {
  it('is not masked: it tells the client what is wrong', async () => {
    const { errors } = await server.anonymous.send('query ($id: ID!) { movie(id: $id) { title } }')
    expect(errors).toEqual([
      {
        message: 'Variable "$id" of required type "ID!" was not provided.',
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  })
})
