import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { isPartnerKey } from '../../../src/modules/partners/index.js'
import { type Desk, mutation, openDesk } from './desk.js'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const written = () => desk.server.seed.sql('SELECT id, key_hash FROM partner_key ORDER BY created_at')

describe('CreatePartnerKeySuccess', () => {
  it('tells the key this once, and keeps its hash alone', async () => {
    const input = { partnerId, scopes: ['READ', 'READ'], expiresAt: '2099-01-01T00:00:00.000Z' }
    const { __typename, secret, key } = await desk.act('createPartnerKey', input)
    expect(__typename).toBe('CreatePartnerKeySuccess')
    expect(secret).toMatch(/^mq_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/)
    expect(isPartnerKey(secret)).toBe(true)
    expect(key).toEqual({
      id: expect.any(String),
      prefix: secret.slice(0, 16),
      scopes: ['READ'],
      createdAt: expect.any(String),
      expiresAt: '2099-01-01T00:00:00.000Z',
      revokedAt: null,
      lastUsedAt: null,
      isActive: true,
    })
    const keyHash = createHash('sha256').update(secret).digest('hex')
    expect(await written()).toEqual([{ id: secret.slice(8, 16), key_hash: keyHash }])
    expect((await desk.admin.query(`{ node(id: "${key.id}") { ... on PartnerKey { prefix } } }`)).node).toEqual({
      prefix: key.prefix,
    })
  })
})

describe('InvalidPartnerKeyError', () => {
  it.each([
    ['scopes', { scopes: [] }, 'A key has at least one scope.'],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }, 'A key ends in the future.'],
  ])('names the field that does not fit: %s', async (field, wrong, message) => {
    const before = await written()
    const refusal = await desk.act('createPartnerKey', { partnerId, scopes: ['READ'], ...wrong })
    expect(refusal).toEqual({ __typename: 'InvalidPartnerKeyError', field, message })
    expect(await written()).toEqual(before)
  })
})

describe('NotFoundError', () => {
  it.each([toGlobalId('Partner', crypto.randomUUID()), 'x'])('comes for the partner %s', async (id) => {
    const before = await written()
    const answer = await desk.act('createPartnerKey', { partnerId: id, scopes: ['READ'] })
    expect(answer).toEqual({ __typename: 'NotFoundError', message: 'There is no partner with this id.' })
    expect(await written()).toEqual(before)
  })
})

describe('PartnerKeyLimitError', () => {
  it('lets a partner have 20 keys that are good, also when they are made at once', async () => {
    const id = await desk.addPartner('Many keys')
    const make = () => desk.act('createPartnerKey', { partnerId: id, scopes: ['READ'] })
    const answers = await Promise.all(Array.from({ length: 24 }, make))
    const made = answers.filter(({ __typename }) => __typename === 'CreatePartnerKeySuccess')
    expect(made).toHaveLength(20)
    expect(answers.find(({ __typename }) => __typename !== 'CreatePartnerKeySuccess')).toEqual({
      __typename: 'PartnerKeyLimitError',
      message: 'This partner has 20 keys that are good: revoke one that is not used.',
      limit: 20,
    })
    await desk.act('revokePartnerKey', { keyId: made[0].key.id })
    expect((await make()).__typename).toBe('CreatePartnerKeySuccess')
    const keys = (after: string | null) =>
      desk.admin.query(
        `query ($id: ID!, $after: String) { partner(id: $id) { keys(first: 15, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
        { id, after },
      )
    const first = (await keys(null)).partner.keys
    const second = (await keys(first.pageInfo.endCursor)).partner.keys
    expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([15, true])
    expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([6, false])
    expect(new Set([...first.nodes, ...second.nodes].map((key) => key.id)).size).toBe(21)
  })
})

describe('who is no administrator', () => {
  it('makes no key', async () => {
    const before = await written()
    const guest = await desk.server.signInAsGuest()
    const { errors } = await guest.send(mutation('createPartnerKey'), { input: { partnerId, scopes: ['READ'] } })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await written()).toEqual(before)
  })
})
