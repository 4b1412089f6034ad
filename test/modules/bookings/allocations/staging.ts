import { randomUUID } from 'node:crypto'
import { toGlobalId } from '../../../../src/lib/globalId.js'
import { type Client, createClient } from '../../../kit/client.js'
import type { SeededShow, ShowOptions } from '../../../kit/seed.js'
import type { TestServer } from '../../../kit/server.js'
import { hireUsher } from '../../tickets/boxOffice.js'

/** A partner, and a client whose account is that of the partner. */
export interface Partner {
  readonly id: string
  readonly name: string
  readonly client: Client
}

/** A show of six seats, unless told otherwise, one of its staff, and a partner. */
export async function stage(server: TestServer, options: ShowOptions = {}) {
  const show = await server.seed.show({ seats: 6, ...options })
  return { show, usher: await hireUsher(server, show), partner: await addPartner(server) }
}

export async function addPartner({ services: { clock, tokens }, seed, url }: TestServer): Promise<Partner> {
  const id = randomUUID()
  const name = `Timetables ${id}`
  const [{ accountId }] = await seed.sql(
    `WITH own AS (INSERT INTO account DEFAULT VALUES RETURNING id)
     INSERT INTO partner (id, name, requests_per_minute, cost_per_minute, created_at, account_id)
     SELECT $1, $2, 600, 60000, now(), id FROM own RETURNING account_id AS "accountId"`,
    [id, name],
  )
  const token = await tokens.issue({ accountId, sessionId: randomUUID(), expiresAt: tokens.endOf(clock.now()) })
  return { id: toGlobalId('Partner', id), name, client: createClient(url, token) }
}

export const ALLOCATION = 'id show { id } partnerName until createdAt endedAt seats { id } freeSeats { id }'
const FIELDS = {
  allocateSeats: `... on AllocateSeatsSuccess { allocation { ${ALLOCATION} } } ... on SeatsUnavailableError { seats { seatId status } }
    ... on NotEnoughSeatsError { available } ... on ShowClosedError { show { id } }`,
  releaseAllocation: `... on ReleaseAllocationSuccess { allocation { ${ALLOCATION} } }`,
}

/** The text of one of the operations. */
export function textOf(name: keyof typeof FIELDS): string {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
  return `mutation ($input: ${type}) { ${name}(input: $input) { __typename ... on UserError { message } ${FIELDS[name]} } }`
}

/** In an hour, by the clock of the server. */
export function inAnHour({ clock }: TestServer): Date {
  return new Date(clock.now().getTime() + 3_600_000)
}

/** The input that allocates the first three seats of a show for an hour, unless told otherwise. */
export function orderOf(server: TestServer, show: SeededShow, { id: partnerId }: Partner, more: object = {}) {
  const seatIds = 'count' in more ? null : show.seatIds.slice(0, 3)
  return { showId: show.id, partnerId, seatIds, until: inAnHour(server), idempotencyKey: randomUUID(), ...more }
}

export async function allocateSeats(usher: Client, input: object) {
  return (await usher.query(textOf('allocateSeats'), { input })).allocateSeats
}

export async function releaseAllocation(usher: Client, allocationId: string) {
  return (await usher.query(textOf('releaseAllocation'), { input: { allocationId } })).releaseAllocation
}

/** The same show with its first three seats in an allocation for an hour. */
export async function stageAllocated(server: TestServer, options: ShowOptions = {}) {
  const staged = await stage(server, options)
  const { allocation } = await allocateSeats(staged.usher, orderOf(server, staged.show, staged.partner))
  return { ...staged, allocation, own: staged.show.seatIds.slice(0, 3), others: staged.show.seatIds.slice(3) }
}

/** The code and the message of what is thrown. */
export async function refusalOf(client: Client, name: keyof typeof FIELDS, input: object): Promise<unknown[]> {
  const { errors } = await client.send(textOf(name), { input })
  return [errors![0]!.extensions.code, errors![0]!.message]
}

/** The allocations at a show that a client sees. */
export async function readAllocations(client: Client, show: SeededShow, more = '') {
  const query = `query ($id: ID!) { node(id: $id) { ... on Show { allocations${more} { nodes { ${ALLOCATION} } pageInfo { hasNextPage endCursor } } } } }`
  return (await client.query(query, { id: show.id })).node.allocations
}

/** How many allocations are written for a show. */
export async function countAllocations({ seed }: TestServer, show: SeededShow): Promise<number> {
  return (await seed.sql('SELECT count(*)::int FROM seat_allocation WHERE show_id = $1', [show.key]))[0].count
}

export const idsOf = (seats: readonly { id: string }[]) => seats.map(({ id }) => id)
