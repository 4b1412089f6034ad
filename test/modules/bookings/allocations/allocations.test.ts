import { afterAll, beforeAll, expect, it } from 'vitest'
import { appointAdmin } from '../../../kit/appoint.js'
import type { Client } from '../../../kit/client.js'
import { startServer, type TestServer } from '../../../kit/server.js'
import { hireUsher } from '../../tickets/boxOffice.js'
import { addPartner, allocateSeats, idsOf, orderOf, readAllocations, stageAllocated } from './staging.js'

let server: TestServer
let admin: Client

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  admin = await server.signInAsGuest()
  await appointAdmin(server, admin)
})
afterAll(() => server.close())

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }'

/** A show with allocations of two partners, and of nobody else. */
async function stageTwo() {
  const staged = await stageAllocated(server)
  const partner = await addPartner(server)
  const order = orderOf(server, staged.show, partner, { seatIds: staged.others })
  return { ...staged, second: { partner, allocation: (await allocateSeats(staged.usher, order)).allocation } }
}

it('are seen by the staff of the theater and admins, and by each partner its own', async () => {
  const { show, usher, partner, allocation, second } = await stageTwo()
  const elsewhere = await hireUsher(server, await server.seed.show())
  const seen = async (client: Client) => idsOf((await readAllocations(client, show)).nodes)
  expect(await seen(usher)).toEqual([allocation.id, second.allocation.id])
  expect(await seen(admin)).toEqual([allocation.id, second.allocation.id])
  expect(await seen(partner.client)).toEqual([allocation.id])
  expect(await seen(second.partner.client)).toEqual([second.allocation.id])
  expect(await seen(elsewhere)).toEqual([])
  expect(await seen(await server.signInAsGuest())).toEqual([])
})

it('are nodes for the same, and are not there for others', async () => {
  const { usher, partner, allocation, second } = await stageTwo()
  const { id } = allocation
  for (const client of [usher, admin, partner.client]) {
    expect(await client.query(NODE, { id })).toEqual({ node: { __typename: 'SeatAllocation', id } })
  }
  const elsewhere = await hireUsher(server, await server.seed.show())
  for (const client of [second.partner.client, elsewhere, server.anonymous]) {
    expect(await client.query(NODE, { id })).toEqual({ node: null })
  }
})

it('come in pages, the oldest first', async () => {
  const { show, usher, allocation, second } = await stageTwo()
  const first = await readAllocations(usher, show, '(first: 1)')
  expect([idsOf(first.nodes), first.pageInfo.hasNextPage]).toEqual([[allocation.id], true])
  const next = await readAllocations(usher, show, `(first: 1, after: "${first.pageInfo.endCursor}")`)
  expect([idsOf(next.nodes), next.pageInfo.hasNextPage]).toEqual([[second.allocation.id], false])
})

it('are for who is signed in', async () => {
  const { show } = await stageAllocated(server)
  const query = 'query ($id: ID!) { node(id: $id) { ... on Show { allocations { nodes { id } } } } }'
  const { errors } = await server.anonymous.send(query, { id: show.id })
  expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
})
