import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { accept, answerWith } from '../../kit/receiver.js'
import {
  buyAsPartner,
  expectDeliveries,
  keyOf,
  listDeliveries,
  openPartnersDesk,
  type PartnersDesk,
  verify,
} from './partnersDesk.js'

const EARLIER = '2020-01-01T00:00:00.000Z'
const CONFIRMED = { eventTypes: ['BOOKING_CONFIRMED'] }
let desk: PartnersDesk

beforeAll(async () => {
  desk = await openPartnersDesk()
})
beforeEach(async () => {
  desk.receiver.answer = accept
  desk.receiver.requests.length = 0
  await desk.server.seed.sql('UPDATE webhook_endpoint SET disabled_at = now()')
})
afterAll(() => desk.close())

const deliveries = () => desk.server.seed.sql('SELECT * FROM webhook_delivery ORDER BY id')

describe('ReplayWebhookEventsSuccess', () => {
  it('sends once more what was delivered, under the same id', async () => {
    const { id: endpointId, secret } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await buyAsPartner(desk)
    await expectDeliveries(desk, endpointId, ['BOOKING_CONFIRMED DELIVERED 1', 'BOOKING_CONFIRMED DELIVERED 1'])
    const [{ eventId, occurredAt }] = await listDeliveries(desk, endpointId)
    const input = { endpointId, from: occurredAt, until: occurredAt }
    expect(await desk.act('replayWebhookEvents', input)).toMatchObject({
      replayedCount: 1,
      endpoint: { id: endpointId },
    })
    await expectDeliveries(desk, endpointId, ['BOOKING_CONFIRMED DELIVERED 2', 'BOOKING_CONFIRMED DELIVERED 1'])
    const [, second, third] = desk.receiver.requests
    expect(third!.headers['webhook-id']).toBe(eventId)
    expect(verify(secret, third!)).toEqual(verify(secret, second!))
  })

  it('leaves delivered what was, where nothing more is wanted meanwhile', async () => {
    const { id: endpointId } = await desk.addEndpoint(CONFIRMED)
    await buyAsPartner(desk)
    await buyAsPartner(desk)
    await expectDeliveries(desk, endpointId, ['BOOKING_CONFIRMED DELIVERED 1', 'BOOKING_CONFIRMED DELIVERED 1'])
    const [, { occurredAt: from }] = await listDeliveries(desk, endpointId)
    desk.receiver.answer = answerWith(410)
    await desk.act('replayWebhookEvents', { endpointId, from })
    const states = async () =>
      (await listDeliveries(desk, endpointId))
        .map(({ status, attemptCount }: Record<string, unknown>) => `${status} ${attemptCount}`)
        .sort()
    await expect.poll(states, { timeout: 20_000 }).toEqual(['DELIVERED 1', 'FAILED 2'])
  })

  it('sends what was given up, and what happened before the endpoint was there', async () => {
    const { id: failing } = await desk.addEndpoint(CONFIRMED)
    desk.receiver.answer = answerWith(410)
    const { bookingId } = await buyAsPartner(desk)
    await expectDeliveries(desk, failing, ['BOOKING_CONFIRMED FAILED 1'])
    const [{ occurredAt: from }] = await listDeliveries(desk, failing)
    desk.receiver.answer = accept
    await desk.act('updateWebhookEndpoint', { endpointId: failing, isDisabled: false })
    const { id: later } = await desk.addEndpoint(CONFIRMED)
    for (const [endpointId, attempts] of [
      [failing, 2],
      [later, 1],
    ]) {
      expect(await desk.act('replayWebhookEvents', { endpointId, from })).toMatchObject({ replayedCount: 1 })
      await expectDeliveries(desk, String(endpointId), [`BOOKING_CONFIRMED DELIVERED ${attempts}`])
      const [{ body }] = await listDeliveries(desk, String(endpointId))
      expect(JSON.parse(body).data.booking.id).toBe(bookingId)
    }
  })

  it('sends nothing of other types or of other times', async () => {
    await buyAsPartner(desk)
    const { id: endpointId } = await desk.addEndpoint({ eventTypes: ['SHOW_CANCELLED'] })
    expect(await desk.act('replayWebhookEvents', { endpointId, from: EARLIER })).toMatchObject({ replayedCount: 0 })
    const { id: other } = await desk.addEndpoint(CONFIRMED)
    const input = { endpointId: other, from: EARLIER, until: EARLIER }
    expect(await desk.act('replayWebhookEvents', input)).toMatchObject({ replayedCount: 0 })
    expect(await listDeliveries(desk, other)).toEqual([])
  })
})

describe('WebhookEndpointDisabledError', () => {
  it('comes for an endpoint that is disabled, or whose partner is', async () => {
    const { id: endpointId } = await desk.addEndpoint(CONFIRMED)
    await desk.act('updateWebhookEndpoint', { endpointId, isDisabled: true })
    const before = await deliveries()
    const refusal = (message: string) => ({ __typename: 'WebhookEndpointDisabledError', message })
    expect(await desk.act('replayWebhookEvents', { endpointId, from: EARLIER })).toEqual(
      refusal('This endpoint is disabled: enable it first.'),
    )
    await desk.server.seed.sql('UPDATE partner SET disabled_at = now() WHERE id = $1', [keyOf(desk.partnerId)])
    expect(await desk.act('replayWebhookEvents', { endpointId, from: EARLIER })).toEqual(
      refusal('The partner of this endpoint is disabled: enable it first.'),
    )
    await desk.server.seed.sql('UPDATE partner SET disabled_at = NULL')
    expect(await deliveries()).toEqual(before)
  })
})

describe('WebhookReplayLimitError', () => {
  it('comes for more than a thousand events, of which none is sent', async () => {
    const { id: endpointId } = await desk.addEndpoint(CONFIRMED)
    await desk.server.seed.sql(
      `INSERT INTO partner_event (partner_id, type, subject, data, occurred_at)
       SELECT $1, 'BOOKING_CONFIRMED', n::text, '{}', $2 FROM generate_series(1, 1001) AS n`,
      [keyOf(desk.partnerId), EARLIER],
    )
    const before = await deliveries()
    expect(await desk.act('replayWebhookEvents', { endpointId, from: EARLIER, until: EARLIER })).toEqual({
      __typename: 'WebhookReplayLimitError',
      message: 'At most 1000 events are sent again at once: choose a shorter time.',
      limit: 1000,
    })
    expect(await deliveries()).toEqual(before)
  })
})

describe('NotFoundError', () => {
  it('comes for what is no endpoint', async () => {
    for (const endpointId of [toGlobalId('WebhookEndpoint', crypto.randomUUID()), desk.partnerId]) {
      expect(await desk.act('replayWebhookEvents', { endpointId, from: EARLIER })).toEqual({
        __typename: 'NotFoundError',
        message: 'There is no endpoint with this id.',
      })
    }
  })
})
