import { afterAll, beforeAll, expect, it } from 'vitest'
import { endDueAllocations } from '../../../../src/modules/bookings/index.js'
import { holdSeats, seatCodes } from '../../../kit/operations.js'
import { listContradictions, readLog, seatKeyOf } from '../../../kit/seatLog.js'
import { startServer, type TestServer } from '../../../kit/server.js'
import { WATCH } from '../../../kit/watchedMap.js'
import { allocateSeats, orderOf, readAllocations, releaseAllocation, stage, stageAllocated } from './staging.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

it('tells watchers that seats are allocated, and that they are on sale again within a second of the end', async () => {
  const { show, usher, partner } = await stage(server)
  const watcher = server.anonymous.subscribe(WATCH, { id: show.id })
  await watcher.next()
  const { allocation } = await allocateSeats(usher, orderOf(server, show, partner))
  const seats = (status: string, version: number) =>
    show.seatIds.slice(0, 3).map((seatId) => ({ seatId, status, version }))
  expect((await watcher.next()).seatMapChanged).toMatchObject({ kind: 'DELTA', seats: seats('HELD', 1) })
  server.clock.jump(3600)
  expect((await watcher.next()).seatMapChanged).toMatchObject({ kind: 'DELTA', seats: seats('AVAILABLE', 2) })
  const { nodes } = await readAllocations(usher, show)
  expect(nodes).toEqual([{ ...allocation, endedAt: allocation.until, freeSeats: [] }])
  await watcher.close()
})

it('leaves seats that were held or bought since with whom has them', async () => {
  const { show, partner, own } = await stageAllocated(server)
  server.clock.jump(3590)
  await holdSeats(partner.client, show, [own[0]!])
  server.clock.jump(10)
  await endDueAllocations(server.services)
  expect(await seatCodes(partner.client, show)).toBe('HAAAAA')
  const log = await readLog(server.seed, show)
  const freed = {
    version: 2,
    before: 'HELD',
    after: 'AVAILABLE',
    actor: 'system',
    cause: 'endAllocations',
    booking: null,
  }
  expect(log.filter(({ cause }: { cause: string }) => cause === 'endAllocations')).toEqual(
    [1, 2].map((index) => ({ seat: seatKeyOf(show, index), ...freed })),
  )
  expect(await listContradictions(server.seed)).toEqual([])
})

it('leaves allocations alone whose time has not come, and those that were released', async () => {
  const lasting = await stageAllocated(server)
  const released = await stageAllocated(server)
  await releaseAllocation(released.usher, released.allocation.id)
  const before = await readLog(server.seed, released.show)
  server.clock.jump(3500)
  await endDueAllocations(server.services)
  expect(await seatCodes(server.anonymous, lasting.show)).toBe('HHHAAA')
  server.clock.jump(100)
  await endDueAllocations(server.services)
  expect(await readLog(server.seed, released.show)).toEqual(before)
})
