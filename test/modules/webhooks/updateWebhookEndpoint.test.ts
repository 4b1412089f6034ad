import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { openPartnersDesk, type PartnersDesk } from './partnersDesk.js'

let desk: PartnersDesk

beforeAll(async () => {
  desk = await openPartnersDesk({ workJobs: false })
  desk.server.clock.stop()
})
afterAll(() => desk.close())

const rows = () => desk.server.seed.sql('SELECT * FROM webhook_endpoint ORDER BY id')

describe('UpdateWebhookEndpointSuccess', () => {
  it('has what was given changed, and all else as it was', async () => {
    const { id: endpointId } = await desk.addEndpoint()
    const url = `${desk.receiver.url}/other`
    const { endpoint } = await desk.act('updateWebhookEndpoint', { endpointId, url, eventTypes: ['SHOW_CANCELLED'] })
    expect(endpoint).toMatchObject({ id: endpointId, url, eventTypes: ['SHOW_CANCELLED'], disabledAt: null })
    const again = await desk.act('updateWebhookEndpoint', { endpointId, url: null })
    expect(again).toEqual({ __typename: 'UpdateWebhookEndpointSuccess', endpoint })
  })

  it('is disabled since it first was, and enabled again', async () => {
    const { id: endpointId } = await desk.addEndpoint()
    const disabledAt = desk.server.clock.now().toISOString()
    for (const jump of [0, 60]) {
      desk.server.clock.jump(jump)
      const { endpoint } = await desk.act('updateWebhookEndpoint', { endpointId, isDisabled: true })
      expect(endpoint.disabledAt).toBe(disabledAt)
    }
    const { endpoint } = await desk.act('updateWebhookEndpoint', { endpointId, isDisabled: false })
    expect(endpoint.disabledAt).toBeNull()
  })
})

describe('InvalidWebhookEndpointError', () => {
  it.each([
    ['url', { url: 'https://127.0.0.2/' }, 'The host of this URL is not on the internet.'],
    ['eventTypes', { eventTypes: [] }, 'An endpoint is told of at least one type of event.'],
  ])('names the field that does not fit: %s of %j', async (field, wrong, message) => {
    const { id: endpointId } = await desk.addEndpoint()
    const before = await rows()
    const refusal = await desk.act('updateWebhookEndpoint', { endpointId, isDisabled: true, ...wrong })
    expect(refusal).toEqual({ __typename: 'InvalidWebhookEndpointError', field, message })
    expect(await rows()).toEqual(before)
  })
})

describe('NotFoundError', () => {
  it('comes for what is no endpoint', async () => {
    for (const endpointId of [toGlobalId('WebhookEndpoint', crypto.randomUUID()), desk.partnerId]) {
      expect(await desk.act('updateWebhookEndpoint', { endpointId, isDisabled: true })).toEqual({
        __typename: 'NotFoundError',
        message: 'There is no endpoint with this id.',
      })
    }
  })
})
