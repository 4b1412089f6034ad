import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { ALL_TYPES, keyOf, mutation, openPartnersDesk, type PartnersDesk } from './partnersDesk.js'

let desk: PartnersDesk

beforeAll(async () => {
  desk = await openPartnersDesk({ workJobs: false })
  desk.server.clock.stop()
})
afterAll(() => desk.close())

const given = (more: object = {}) => ({
  partnerId: desk.partnerId,
  url: desk.receiver.url,
  eventTypes: ['BOOKING_CONFIRMED'],
  ...more,
})
const count = async () => (await desk.server.seed.sql('SELECT count(*)::int FROM webhook_endpoint'))[0].count

describe('CreateWebhookEndpointSuccess', () => {
  it('has the endpoint, and the secret this once: the table has it encrypted', async () => {
    const eventTypes = [...ALL_TYPES, 'BOOKING_CONFIRMED']
    const { __typename, secret, endpoint } = await desk.act('createWebhookEndpoint', given({ eventTypes }))
    expect(__typename).toBe('CreateWebhookEndpointSuccess')
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toEqual({
      id: expect.any(String),
      url: desk.receiver.url,
      eventTypes: ALL_TYPES,
      createdAt: desk.server.clock.now().toISOString(),
      disabledAt: null,
      previousSecretUntil: null,
    })
    const [row] = await desk.server.seed.sql('SELECT secret FROM webhook_endpoint WHERE id = $1', [keyOf(endpoint.id)])
    expect(row.secret.includes(secret)).toBe(false)
    expect(desk.server.services.webhooks.sealer.open(row.secret)).toBe(secret)
  })

  it('is one of the endpoints of its partner, and a node', async () => {
    const partnerId = await desk.addPartner()
    const { endpoint } = await desk.act('createWebhookEndpoint', given({ partnerId }))
    const { partner, node } = await desk.admin.query(
      `query ($partnerId: ID!, $id: ID!) { partner(id: $partnerId) { webhookEndpoints { id url } }
        node(id: $id) { ... on WebhookEndpoint { id url } } }`,
      { partnerId, id: endpoint.id },
    )
    expect([partner.webhookEndpoints, node]).toEqual([[{ id: endpoint.id, url: desk.receiver.url }], node])
    expect(node.id).toBe(endpoint.id)
  })
})

describe('InvalidWebhookEndpointError', () => {
  const OUTSIDE = 'The host of this URL is not on the internet.'
  it.each([
    ['eventTypes', { eventTypes: [] }, 'An endpoint is told of at least one type of event.'],
    ['url', { url: 'here' }, 'This is not a URL.'],
    ['url', { url: 'file:///etc/passwd' }, 'A URL begins with https://.'],
    ['url', { url: 'https://ann:opensesame@partner.example/' }, 'A URL has no user and no password.'],
    ['url', { url: `https://example.org/${'x'.repeat(2_048)}` }, 'A URL has at most 2048 characters.'],
    ['url', { url: 'https://nowhere.invalid/' }, 'The host of this URL is not known.'],
    ['url', { url: 'https://169.254.169.254/latest/meta-data' }, OUTSIDE],
    ['url', { url: 'https://10.0.0.1/' }, OUTSIDE],
    ['url', { url: 'https://[::ffff:127.0.0.1]/' }, OUTSIDE],
  ])('names the field that does not fit: %s of %j', async (field, wrong, message) => {
    const before = await count()
    const refusal = await desk.act('createWebhookEndpoint', given(wrong))
    expect(refusal).toEqual({ __typename: 'InvalidWebhookEndpointError', field, message })
    expect(await count()).toBe(before)
  })
})

describe('NotFoundError', () => {
  it('comes for what is no partner', async () => {
    const before = await count()
    const ids = [toGlobalId('Partner', crypto.randomUUID()), toGlobalId('Show', 1), 'x']
    for (const partnerId of ids) {
      expect(await desk.act('createWebhookEndpoint', given({ partnerId }))).toEqual({
        __typename: 'NotFoundError',
        message: 'There is no partner with this id.',
      })
    }
    expect(await count()).toBe(before)
  })
})

describe('WebhookEndpointLimitError', () => {
  it('comes for all that would be more than twenty, also at once', async () => {
    const partnerId = await desk.addPartner()
    const before = await count()
    const all = Array.from({ length: 22 }, () => desk.act('createWebhookEndpoint', given({ partnerId })))
    const refused = (await Promise.all(all)).filter(({ __typename }) => __typename !== 'CreateWebhookEndpointSuccess')
    const message = 'This partner has 20 endpoints: change one of them.'
    const refusal = { __typename: 'WebhookEndpointLimitError', message, limit: 20 }
    expect(refused).toEqual([refusal, refusal])
    expect(await count()).toBe(before + 20)
  })
})

describe('who is no administrator', () => {
  it('makes no endpoint, and sees none', async () => {
    const { endpoint } = await desk.act('createWebhookEndpoint', given())
    const before = await count()
    const guest = await desk.server.signInAsGuest()
    const { errors } = await guest.send(mutation('createWebhookEndpoint'), { input: given() })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    expect(await guest.query('query ($id: ID!) { node(id: $id) { id } }', { id: endpoint.id })).toEqual({ node: null })
    expect(await count()).toBe(before)
  })
})
