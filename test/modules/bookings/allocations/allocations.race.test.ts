import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../kit/client.js'
import { holdSeats, seatCodes } from '../../../kit/operations.js'
import { listContradictions } from '../../../kit/seatLog.js'
import { startServer, type TestServer } from '../../../kit/server.js'
import { allocateSeats, countAllocations, orderOf, releaseAllocation, stage, stageAllocated } from './staging.js'

// Two processes' worth of servers on one database.
let servers: TestServer[]
let buyers: Client[]

beforeAll(async () => {
  const first = await startServer()
  servers = [first, await startServer({ beside: first })]
  buyers = await Promise.all(Array.from({ length: 20 }, (_, index) => servers[index % 2]!.signInAsGuest()))
})
afterAll(async () => {
  expect(await listContradictions(servers[0]!.seed)).toEqual([])
  for (const server of servers.toReversed()) await server.close()
})

const count = (answers: { __typename: string }[], name: string) =>
  answers.filter(({ __typename }) => __typename === name).length

it('the partner gets its seats, whoever else wants them at once', async () => {
  const { show, partner, own } = await stageAllocated(servers[0]!)
  const [first, ...others] = await Promise.all([
    holdSeats(partner.client, show, own),
    ...buyers.map((buyer) => holdSeats(buyer, show, own)),
  ])
  expect(first.__typename).toBe('HoldSeatsSuccess')
  expect(count(others, 'SeatsUnavailableError')).toBe(20)
})

it('seats that are allocated while buyers hold them are either or', async () => {
  const server = servers[0]!
  const { show, usher, partner } = await stage(server, { seats: 20 })
  const order = orderOf(server, show, partner, { seatIds: show.seatIds.slice(0, 10) })
  const [allocated, ...held] = await Promise.all([
    allocateSeats(usher, order),
    ...buyers.map((buyer, index) => holdSeats(buyer, show, [show.seatIds[index]!])),
  ])
  const isAllocated = allocated.__typename === 'AllocateSeatsSuccess'
  expect(isAllocated || allocated.__typename === 'SeatsUnavailableError').toBe(true)
  expect(count(held, 'HoldSeatsSuccess')).toBe(isAllocated ? 10 : 20)
  expect(await countAllocations(server, show)).toBe(isAllocated ? 1 : 0)
  expect(await seatCodes(buyers[0]!, show)).toBe('H'.repeat(20))
})

it('of several allocations of the same seats at once, one is made', async () => {
  const { show, usher, partner } = await stage(servers[0]!)
  const orders = Array.from({ length: 6 }, () => orderOf(servers[0]!, show, partner))
  const answers = await Promise.all(orders.map((order) => allocateSeats(usher, order)))
  expect(count(answers, 'AllocateSeatsSuccess')).toBe(1)
  expect(count(answers, 'SeatsUnavailableError')).toBe(5)
})

it('seats that are released while the partner and buyers want them have one owner', async () => {
  const { show, usher, partner, allocation, own } = await stageAllocated(servers[0]!)
  const [, ...answers] = await Promise.all([
    releaseAllocation(usher, allocation.id),
    holdSeats(partner.client, show, own),
    ...buyers.map((buyer) => holdSeats(buyer, show, own)),
  ])
  expect(count(answers, 'HoldSeatsSuccess')).toBeLessThanOrEqual(1)
  const rows = await servers[0]!.seed.sql(
    'SELECT count(*)::int FROM show_seat WHERE show_id = $1 AND allocated_to IS NOT NULL',
    [show.key],
  )
  expect(rows).toEqual([{ count: 0 }])
})
