import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { buyAsPartner, expectDeliveries, openPartnersDesk, type PartnersDesk, verify } from './partnersDesk.js'

let desk: PartnersDesk

beforeAll(async () => {
  desk = await openPartnersDesk()
})
afterAll(() => desk.close())

const DAY = 86_400

describe('RotateWebhookSecretSuccess', () => {
  it('signs by both secrets for a day, and by the new one from then on', async () => {
    const { id: endpointId, secret: old } = await desk.addEndpoint({ eventTypes: ['BOOKING_CONFIRMED'] })
    const { secret, endpoint } = await desk.act('rotateWebhookSecret', { endpointId })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(secret).not.toBe(old)
    const left = new Date(endpoint.previousSecretUntil).getTime() - desk.server.clock.now().getTime()
    expect(Math.ceil(left / 60_000)).toBe(DAY / 60)

    await buyAsPartner(desk)
    await expectDeliveries(desk, endpointId, ['BOOKING_CONFIRMED DELIVERED 1'])
    const [request] = desk.receiver.requests
    expect(verify(secret, request!)).toEqual(verify(old, request!))

    desk.server.clock.jump(DAY)
    await buyAsPartner(desk)
    await expectDeliveries(desk, endpointId, ['BOOKING_CONFIRMED DELIVERED 1', 'BOOKING_CONFIRMED DELIVERED 1'])
    const { headers, body } = desk.receiver.requests[1]!
    const sentAt = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(String(headers['webhook-id']), sentAt, body))
  })
})

describe('NotFoundError', () => {
  it('comes for what is no endpoint', async () => {
    for (const endpointId of [toGlobalId('WebhookEndpoint', crypto.randomUUID()), desk.partnerId]) {
      expect(await desk.act('rotateWebhookSecret', { endpointId })).toEqual({
        __typename: 'NotFoundError',
        message: 'There is no endpoint with this id.',
      })
    }
  })
})
