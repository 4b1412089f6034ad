import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Services } from '../../src/context.js'
import { createLogger } from '../../src/lib/logger.js'
import { createServer } from '../../src/server.js'
import { startServer, type TestServer } from '../kit/server.js'
import { TableLock } from '../kit/tableLock.js'

const ADDRESS = { port: 0, host: '127.0.0.1' }

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** What a server that warms up needs, and what it logs meanwhile. */
function services(): { services: Services; log: Record<string, unknown>[] } {
  const log: Record<string, unknown>[] = []
  const logger = createLogger('debug', { write: (line) => void log.push(JSON.parse(line)) })
  const config = { ...server.services.config, warmUp: true, workJobs: false }
  return { services: { ...server.services, config, log: logger }, log }
}

it('asks itself for lists, long texts, nodes and the maps of shows, all of them executed, before it listens', async () => {
  await server.seed.show()
  await server.seed.show()
  const { services: warm, log } = services()
  const other = await createServer(warm)
  const { port } = await other.listen(ADDRESS)
  const names = log.filter(({ msg }) => msg === 'executes an operation').map(({ name }) => name)
  expect(names.length).toBe(log.length)
  const count = (name: string) => names.filter((one) => one === name).length
  const counts = ['WarmUpShows', 'WarmUpText', 'WarmUpNodes', 'WarmUpMap'].map(count)
  expect(counts).toEqual([11, 10, 200, 20])
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  await other.close()
})

it('listens although nothing can be read', async () => {
  const { services: cold, log } = services()
  const lock = await TableLock.open(server, 'movie')
  await lock.take()
  const other = await createServer(cold)
  const { port } = await other.listen(ADDRESS)
  expect(log.at(-1)).toMatchObject({ msg: 'is not warmed up', err: { name: 'AbortError' } })
  await lock.release()
  await lock.close()
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  await other.close()
})

it('listens no more once it is closed while it warms up', async () => {
  const other = await createServer(services().services)
  const listening = other.listen(ADDRESS)
  const refused = expect(listening).rejects.toThrow('aborted')
  await other.close()
  await refused
})
