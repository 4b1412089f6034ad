import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../kit/server.js'
import { send } from './send.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ isAlone: true })
})
afterAll(() => server.close())

/** The tags, styles and imports by which a browser would load something from elsewhere, each with a URL of another host. */
const LOADS = [
  /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|href|data)\s*=\s*["']?(?:https?:)?\/\/[^>]*>/gi,
  /@import\s+(?:url\()?["']?(?:https?:)?\/\/[^;]*/gi,
  /\burl\(\s*["']?(?:https?:)?\/\/[^)]*\)/gi,
  /\bimport\s*\(\s*["'`](?:https?:)?\/\/[^)]*\)/g,
  /\b(?:import|from)\s*["'](?:https?:)?\/\/[^"']*["']/g,
]

describe('/graphiql', () => {
  it('is one page that loads nothing from another host', async () => {
    const { status, headers, text } = await send(new URL('/graphiql', server.url))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain('<title>Marquee</title>')
    expect(LOADS.flatMap((load) => text.match(load) ?? [])).toEqual([])
  })

  it('is where the root leads', async () => {
    const { status, headers } = await send(new URL('/', server.url))
    expect(status).toBe(302)
    expect(headers.get('location')).toBe('/graphiql')
  })

  it('is not there when it is off', async () => {
    const without = await startServer({ config: { graphiql: false }, isAlone: true })
    for (const path of ['/graphiql', '/']) expect((await send(new URL(path, without.url))).status).toBe(404)
    await without.close()
  })
})
