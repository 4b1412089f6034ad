import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../kit/server.js'
import { send } from './send.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const JSON_TYPE = { 'content-type': 'application/json' }
const TYPENAME = JSON.stringify({ query: '{ __typename }' })

const get = (search: string, headers = {}) => send(new URL(search, server.url), { headers })
const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
  send(server.url, { method: 'POST', headers, body })

describe('the audit of graphql-http', () => {
  it('finds no error, no warning and no notice', async () => {
    const results = await auditServer({ url: server.url })
    expect(results.length).toBeGreaterThan(50)
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
  })
})

describe('a request that is refused before GraphQL sees it', () => {
  it('is 413 with a body that is too large, and is told so before all of it is sent', async () => {
    const { status, body, connection } = await sendWithoutEnd('x'.repeat(1024 * 1024 + 1))
    expect(status).toBe(413)
    expect(connection).toBe('close')
    expect(JSON.parse(body).errors[0]).toEqual({
      message: 'The body of a request has at most 1048576 bytes.',
      extensions: { code: 'BODY_LIMIT_EXCEEDED' },
    })
  })

  it('is not 413 with a body of exactly the limit', async () => {
    const padding = 'x'.repeat(1024 * 1024 - TYPENAME.length - ',"pad":""'.length)
    const { status, json } = await post(`${TYPENAME.slice(0, -1)},"pad":"${padding}"}`)
    expect(status).toBe(200)
    expect(json).toEqual({ data: { __typename: 'Query' } })
  })

  it('is 415 when its body is compressed', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(TYPENAME),
    })
    expect(response.status).toBe(415)
    const { errors } = (await response.json()) as { errors: { message: string }[] }
    expect(errors[0]!.message).toBe('Send the body as it is, without a Content-Encoding.')
  })

  it('is 400 when its body is not JSON', async () => {
    const { status, json } = await post('{ movies { nodes { id } } }')
    expect(status).toBe(400)
    expect(json.errors).toEqual([
      { message: 'The body of the request is not JSON.', extensions: { code: 'BAD_REQUEST' } },
    ])
  })

  it('is 400 with a body of so many arrays, objects and fields that it would take long to parse', async () => {
    const refused = {
      message: 'A request has at most 20000 arrays, objects and fields.',
      extensions: { code: 'LIST_LIMIT_EXCEEDED' },
    }
    const pad = (count: number) => `${TYPENAME.slice(0, -1)},"pad":[${Array(count).fill('[]').join(',')}]}`
    const fields = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [n, n])))
    for (const body of ['['.repeat(500_000), pad(20_000), fields]) {
      const { status, json } = await post(body)
      expect([status, json]).toEqual([400, { errors: [refused] }])
    }
    expect((await post(pad(19_996))).json).toEqual({ data: { __typename: 'Query' } })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'is 415 as %s',
    async (type) => {
      const { status, json } = await post(TYPENAME, { 'content-type': type })
      expect(status).toBe(415)
      expect(json.errors[0].extensions).toEqual({ code: 'BAD_REQUEST' })
    },
  )

  it('is refused as a batch', async () => {
    const { json } = await post(`[${TYPENAME},${TYPENAME}]`)
    expect(json).toEqual({
      errors: [
        {
          message: 'There are too many operations in a request: at most 1, and not 2.',
          extensions: { code: 'BATCH_LIMIT_EXCEEDED', limit: 1, actual: 2 },
        },
      ],
    })
  })
})

describe('a subscription by POST', () => {
  it('is told to come over WebSocket', async () => {
    const query = 'subscription { seatMapChanged(showId: "x") { kind } }'
    const { status, json } = await post(JSON.stringify({ query }))
    expect(status).toBe(400)
    expect(json.errors[0].extensions).toEqual({ code: 'BAD_REQUEST' })
  })
})

describe('a persisted query, which this server has none of', () => {
  it('is refused with the code that clients know', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } }
    const { json } = await post(JSON.stringify({ extensions }))
    expect(json.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED')
  })
})

describe('parameters that are none', () => {
  it.each([
    ['null', 'Send a JSON object with a query, one operation a request.'],
    ['{"query":1}', 'query has to be a string.'],
    ['{"query":"{ __typename }","operationName":1}', 'operationName has to be a string.'],
    ['{"query":"{ __typename }","variables":[]}', 'variables has to be an object.'],
    ['{"query":"{ __typename }","extensions":"x"}', 'extensions has to be an object.'],
  ])('are 400 by POST: %s', async (body, message) => {
    const { status, json } = await post(body)
    expect(status).toBe(400)
    expect(json).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  })

  it.each([
    ['?query={__typename}&variables=nonsense', 'variables has to be JSON.'],
    ['?query={__typename}&query={__typename}', 'Give query once.'],
  ])('are 400 by GET: %s', async (search, message) => {
    const { status, json } = await get(search)
    expect(status).toBe(400)
    expect(json.errors[0].message).toBe(message)
  })

  it('are 405 by another method, and 406 for who accepts no JSON', async () => {
    const put = await send(server.url, { method: 'PUT', headers: JSON_TYPE, body: TYPENAME })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST'])
    expect(put.json.errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED')
    expect((await post(TYPENAME, { ...JSON_TYPE, accept: 'text/html' })).status).toBe(406)
  })
})

describe('GET', () => {
  it('answers a query', async () => {
    const { status, json } = await get('?query={__typename}')
    expect(status).toBe(200)
    expect(json).toEqual({ data: { __typename: 'Query' } })
  })

  it('refuses a mutation, and does not run it', async () => {
    const query = encodeURIComponent('mutation { signInAsGuest { __typename } }')
    const { status, headers, json } = await get(`?query=${query}`)
    expect([status, headers.get('allow'), headers.get('cache-control')]).toEqual([405, 'POST', 'no-store'])
    expect(json).toEqual({
      errors: [
        {
          message: 'GET is for queries alone: send a mutation by POST.',
          extensions: { code: 'METHOD_NOT_ALLOWED' },
        },
      ],
    })
    expect(await server.seed.sql('SELECT count(*)::int FROM account')).toEqual([{ count: 0 }])
  })

  it('refuses a subscription', async () => {
    const query = encodeURIComponent('subscription { seatMapChanged(showId: "x") { kind } }')
    const { status, json } = await get(`?query=${query}`)
    expect([status, json.errors[0].extensions.code]).toEqual([405, 'METHOD_NOT_ALLOWED'])
  })
})

describe('x-request-id', () => {
  it('is another one for each request', async () => {
    const ids = [await post(TYPENAME), await post(TYPENAME)].map(({ headers }) => headers.get('x-request-id'))
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(ids[1]).not.toBe(ids[0])
  })
})

describe('a token that is not valid', () => {
  it.each(['Bearer nonsense', 'nonsense', 'Basic dXNlcjpwYXNzd29yZA==', 'Bearer'])(
    'is UNAUTHENTICATED with 401: %s',
    async (authorization) => {
      const { status, json } = await post(TYPENAME, { ...JSON_TYPE, authorization })
      expect(status).toBe(401)
      expect(json).toEqual({
        errors: [
          {
            message: 'The access token is expired or not valid: sign in again.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      })
    },
  )

  it('is one that has expired', async () => {
    const other = await startServer({ isAlone: true })
    const guest = await other.signInAsGuest()
    expect((await guest.send('{ viewer { isGuest } }')).data).toEqual({ viewer: { isGuest: true } })
    other.clock.jump(other.services.config.accessTokenTtlSeconds + 1)
    const { status, errors } = await guest.send('{ viewer { isGuest } }')
    expect(status).toBe(401)
    expect(errors![0]!.extensions).toEqual({ code: 'UNAUTHENTICATED' })
    await other.close()
  })
})

/** Sends a body without ever ending it, and gives what the server answers meanwhile. */
function sendWithoutEnd(body: string): Promise<{ status: number; connection: string; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const asked = request(server.url, { method: 'POST', headers }, async (response) => {
      const chunks = await response.toArray()
      asked.destroy()
      resolve({
        status: response.statusCode!,
        connection: response.headers.connection!,
        body: Buffer.concat(chunks).toString(),
      })
    })
    asked.on('error', reject)
    asked.write(body)
  })
}
