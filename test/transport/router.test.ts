import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../../src/lib/logger.js'
import { Origins } from '../../src/transport/origins.js'
import { respond } from '../../src/transport/respond.js'
import { createRouter } from '../../src/transport/router.js'
import { startServer, type TestServer } from '../kit/server.js'
import { send } from './send.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('other paths', () => {
  it('are 404', async () => {
    const { status, text } = await send(new URL('/graphqls', server.url))
    expect(status).toBe(404)
    expect(text).toBe('There is nothing here: the API is at /graphql.\n')
  })

  it.each(['/constructor', '/__proto__', '//', '/graphql/'])('are 404: %s', async (path) => {
    const { port } = new URL(server.url)
    const status = await new Promise((resolve, reject) => {
      request({ port, path }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(404)
  })
})

describe('a handler of a path that ends in a slash', () => {
  let http: Server

  beforeAll(async () => {
    const say = (body: string) => async (_request: unknown, response: Parameters<typeof respond>[0]) =>
      respond(response, { status: 200, headers: [], body })
    const handlers = { '/tickets/': say('a ticket'), '/tickets/all': say('all tickets') }
    const origins = new Origins(null, 'http://localhost')
    http = createServer(createRouter({ handlers, origins, log: createLogger('silent'), isSecure: false }))
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => http.close())

  it.each([
    ['/tickets/1', 200, 'a ticket'],
    ['/tickets/1/pdf?size=a4', 200, 'a ticket'],
    ['/tickets/all', 200, 'all tickets'],
    ['/tickets/', 404, 'There is nothing here: the API is at /graphql.\n'],
    ['/tickets', 404, 'There is nothing here: the API is at /graphql.\n'],
    ['/ticketsy', 404, 'There is nothing here: the API is at /graphql.\n'],
  ])('takes what lies below it: %s is %i', async (path, status, text) => {
    const { port } = http.address() as AddressInfo
    expect(await send(`http://127.0.0.1:${port}${path}`)).toMatchObject({ status, text })
  })
})

describe('a browser on another origin', () => {
  it('may send what a client needs', async () => {
    const { status, headers } = await send(server.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://tickets.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,traceparent,x-api-key',
      },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toContain('POST')
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,traceparent,x-api-key')
    expect(headers.get('vary')).toBe('access-control-request-headers')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })

  it('may read the answer and its request id', async () => {
    const { headers } = await send(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://tickets.example' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after')
  })
})
