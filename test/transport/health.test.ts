import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../kit/server.js'
import { send } from './send.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('/health', () => {
  it('is 200 while Postgres is reached', async () => {
    // A server does not wait for Redis to begin.
    await expect.poll(() => server.services.pubsub.state(), { timeout: 10_000 }).toBe('connected')
    const { status, headers, json } = await send(new URL('/health', server.url))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(json).toEqual({ status: 'ok', postgres: 'ok', bus: 'connected' })
  })

  it('is 503 while Postgres is not reached, and 200 again after', async () => {
    const other = await startServer({ isAlone: true })
    const url = new URL('/health', other.url)
    const database = new URL(other.databaseUrl).pathname.slice(1)
    await server.seed.sql(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`)
    await server.seed.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database])
    const failing = await send(url)
    expect(failing.status).toBe(503)
    expect(failing.json).toEqual({ status: 'failing', postgres: 'unreachable', bus: 'local' })
    await server.seed.sql(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`)
    expect((await send(url)).status).toBe(200)
    await other.close()
  })
})
