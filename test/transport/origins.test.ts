import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../kit/server.js'

const PUBLIC_URL = 'https://api.tickets.example'
const SHOP = 'https://tickets.example'

let server: TestServer
let own: string

beforeAll(async () => {
  server = await startServer({ config: { allowedOrigins: [SHOP], publicUrl: PUBLIC_URL }, isAlone: true })
  own = `https://${new URL(server.url).host}`
})
afterAll(() => server.close())

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** As browsers ask, whose headers fetch does not let us set. */
async function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  const asking = request(new URL(path, server.url), { method, headers }).end()
  const [response] = await once(asking, 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode, headers: response.headers, text }
}

const QUERY = '/graphql?query={__typename}'
const CROSS_SITE = { 'sec-fetch-site': 'cross-site' }

describe('a page that may ask', () => {
  it.each([
    ['of the list', () => ({ ...CROSS_SITE, origin: SHOP })],
    ['at the public URL', () => ({ origin: PUBLIC_URL })],
    ['of the server itself', () => ({ 'sec-fetch-site': 'same-origin', origin: own })],
  ])('is one %s: it may read the answer', async (_which, headersOf) => {
    const headers = headersOf()
    const { status, headers: told, text } = await ask(QUERY, headers)
    expect([status, text]).toEqual([200, '{"data":{"__typename":"Query"}}'])
    expect(told['access-control-allow-origin']).toBe(headers.origin)
    expect(told.vary).toBe('accept, authorization, x-api-key, origin')
    expect(told).not.toHaveProperty('access-control-allow-credentials')
  })

  it('is told so before it asks', async () => {
    const { status, headers } = await ask(
      '/graphql',
      { origin: SHOP, 'access-control-request-method': 'POST' },
      'OPTIONS',
    )
    expect([status, headers['access-control-allow-origin']]).toEqual([204, SHOP])
  })
})

describe('who is no page', () => {
  it.each([
    ['a program', {}],
    ['who types the address', { 'sec-fetch-site': 'none' }],
    ['a page of the server that says no origin', { 'sec-fetch-site': 'same-origin' }],
  ])('is answered: %s', async (_who, headers) => {
    const { status, headers: told } = await ask(QUERY, headers)
    expect(status).toBe(200)
    expect(told).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('a page of another site', () => {
  it.each([
    ['that asks', { ...CROSS_SITE, origin: 'https://evil.example' }],
    ['that is in a sandbox', { ...CROSS_SITE, origin: 'null' }],
    ['whose name begins as one of the list', { origin: `${SHOP}.evil.example` }],
    ['at our own host without the TLS of our public URL', { origin: 'http://127.0.0.1', host: '127.0.0.1' }],
    ['with an image or a link', CROSS_SITE],
    ['on another host of our own site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused, %s, and may not read why', async (_how, headers) => {
    const { status, headers: told, text } = await ask(QUERY, headers)
    expect(status).toBe(403)
    expect(JSON.parse(text).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_ORIGIN' } }])
    expect(told).not.toHaveProperty('access-control-allow-origin')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot post a form, also by a browser that does not say where it comes from: %s',
    async (type) => {
      const { status } = await ask('/graphql', { 'content-type': type, 'content-length': '0' }, 'POST')
      expect(status).toBe(400)
      const body = JSON.stringify({ query: 'mutation { signInAsGuest { __typename } }' })
      const posted = await fetch(server.url, { method: 'POST', headers: { 'content-type': type }, body })
      expect(posted.status).toBe(415)
      expect(await server.seed.sql('SELECT FROM account')).toEqual([])
    },
  )

  it('gets no WebSocket', async () => {
    const url = server.url.replace('http', 'ws')
    const socket = new WebSocket(url, 'graphql-transport-ws', { origin: 'https://evil.example' })
    const [, { statusCode }] = await once(socket, 'unexpected-response')
    expect(statusCode).toBe(403)
    const welcome = new WebSocket(url, 'graphql-transport-ws', { origin: SHOP })
    await once(welcome, 'open')
    welcome.terminate()
  })

  it('may lead to a ticket, as a mail does', async () => {
    expect((await ask('/tickets/x.svg', CROSS_SITE)).status).toBe(404)
  })
})

describe('every answer', () => {
  it.each(['/graphql', QUERY, '/health', '/nothing', '/tickets/x.svg', '/graphiql'])(
    'says how browsers have to take it: %s',
    async (path) => {
      const { headers } = await ask(path, {})
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=63072000',
      })
    },
  )
})
