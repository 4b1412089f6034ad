import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../src/lib/logger.js'
import { makeSigningKey } from '../../src/lib/signingKey.js'
import { createServer } from '../../src/server.js'
import { createServices } from '../../src/services.js'
import { JWT_SECRET, startServer, type TestServer } from '../kit/server.js'
import { TableLock } from '../kit/tableLock.js'

const ADDRESS = { port: 0, host: '127.0.0.1' }

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await server.seed.show()
  await server.seed.show()
})
afterAll(() => server.close())

/** A server that does not listen yet, and what it logs. */
async function open(warmUpSeconds: number) {
  const log: Record<string, unknown>[] = []
  const config = { ...server.services.config, warmUpSeconds, workJobs: false }
  const services = await createServices({
    config,
    databaseUrl: server.databaseUrl,
    redisUrl: null,
    jwtSecret: JWT_SECRET,
    ticketKey: makeSigningKey(),
    log: createLogger('debug', { write: (line) => void log.push(JSON.parse(line)) }),
  })
  const cold = await createServer(services)
  return {
    cold,
    log,
    async close() {
      await cold.close()
      await services.close()
    },
  }
}

async function isUp(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/health`)).ok
}

it('asks itself for lists, long texts, nodes and the maps of shows, all of them executed, before it listens', async () => {
  const { cold, log, close } = await open(60)
  const { port } = await cold.listen(ADDRESS)
  const names = log.filter(({ msg }) => msg === 'executes an operation').map(({ name }) => name)
  const count = (name: string) => names.filter((one) => one === name).length
  const counts = ['WarmUpShows', 'WarmUpText', 'WarmUpNodes', 'WarmUpMap'].map(count)
  expect(counts).toEqual([11, 10, 200, 20])
  expect(await isUp(port)).toBe(true)
  await close()
})

it('listens after its time, although nothing can be read', async () => {
  const lock = await TableLock.open(server, 'movie')
  await lock.take()
  const { cold, log, close } = await open(1)
  const { port } = await cold.listen(ADDRESS)
  expect(log).toContainEqual(
    expect.objectContaining({ msg: 'is not warmed up', err: expect.objectContaining({ name: 'AbortError' }) }),
  )
  await lock.release()
  await lock.close()
  expect(await isUp(port)).toBe(true)
  await close()
})

it('does not listen any more once it is closed while it warms up', async () => {
  const { cold, log, close } = await open(60)
  const listening = cold.listen(ADDRESS)
  await expect.poll(() => log.length).toBeGreaterThan(0)
  const refused = expect(listening).rejects.toThrow('aborted')
  await close()
  await refused
  expect(log.filter(({ level }) => level !== 20)).toEqual([])
})
