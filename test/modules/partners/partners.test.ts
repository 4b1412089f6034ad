import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { type Desk, manifestOf, openDesk } from './desk.js'

const PARTNERS = `query ($first: Int, $after: String) { partners(first: $first, after: $after) {
  nodes { name } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
const PARTNER = 'query ($id: ID!) { partner(id: $id) { name } node(id: $id) { id } }'

let desk: Desk
let ids: string[]

beforeAll(async () => {
  desk = await openDesk()
  ids = []
  for (const name of ['Maps', 'Apps', 'Timetables']) ids.push(await desk.addPartner(name))
})
afterAll(() => desk.close())

describe('partners', () => {
  it('come by name, page by page', async () => {
    const first = (await desk.admin.query(PARTNERS, { first: 2 })).partners
    expect(first.nodes).toEqual([{ name: 'Apps' }, { name: 'Maps' }])
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const second = (await desk.admin.query(PARTNERS, { first: 2, after: first.pageInfo.endCursor })).partners
    expect(second.nodes).toEqual([{ name: 'Timetables' }])
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it.each([{ after: 'x' }, { first: 0 }])('refuse %j', async (variables) => {
    const { errors } = await desk.admin.send(PARTNERS, variables)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('are for administrators alone', async () => {
    const guest = await desk.server.signInAsGuest()
    expect((await guest.send(PARTNERS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect((await desk.server.anonymous.send(PARTNERS)).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ])
  })
})

describe('partner', () => {
  it('is found by its id, also as a node', async () => {
    expect(await desk.admin.query(PARTNER, { id: ids[0] })).toEqual({ partner: { name: 'Maps' }, node: { id: ids[0] } })
  })

  it.each([toGlobalId('Partner', crypto.randomUUID()), toGlobalId('Movie', 1), 'x'])('is null for %s', async (id) => {
    expect((await desk.admin.query(PARTNER, { id })).partner).toBeNull()
  })

  it.each(['keys', 'operations'])('refuses what is no cursor of its %s', async (field) => {
    const cursor = Buffer.from('["0000-01-01T00:00:00.000Z", 1]').toString('base64url')
    const { errors } = await desk.admin.send(
      `query ($id: ID!) { partner(id: $id) { ${field}(after: "${cursor}") { nodes { __typename } } } }`,
      { id: ids[0] },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('and its keys and operations are for administrators alone', async () => {
    const key = await desk.addKey(ids[0]!)
    await desk.act('registerOperations', { partnerId: ids[0], manifest: manifestOf({ 'a.b/c': '{ __typename }' }) })
    const { partner } = await desk.admin.query(
      'query ($id: ID!) { partner(id: $id) { operations { nodes { id operationId } } } }',
      { id: ids[0] },
    )
    const operation = partner.operations.nodes[0]
    expect(operation.operationId).toBe('a.b/c')
    const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'
    const wanted = { ids: [ids[0], key.id, operation.id] }
    expect((await desk.admin.query(NODES, wanted)).nodes).toEqual([
      { __typename: 'Partner', id: ids[0] },
      { __typename: 'PartnerKey', id: key.id },
      { __typename: 'PartnerOperation', id: operation.id },
    ])
    const guest = await desk.server.signInAsGuest()
    expect((await guest.send(PARTNER, { id: ids[0] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    for (const client of [guest, desk.server.anonymous]) {
      expect((await client.query(NODES, wanted)).nodes).toEqual([null, null, null])
    }
  })
})
