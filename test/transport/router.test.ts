import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('a browser on another origin', () => {
  it('may send what a client needs', async () => {
    const { status, headers } = await send(server.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://tickets.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toContain('POST')
    expect(headers.get('access-control-allow-headers')!.split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'content-type']),
    )
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })

  it('may read the answer and its request id', async () => {
    const { headers } = await send(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://tickets.example' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toBe('x-request-id')
  })
})
