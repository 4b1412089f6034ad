import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { identifyPartner } from '../../../src/modules/partners/index.js'
import { type Desk, mutation, openDesk } from './desk.js'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const read = async () =>
  (await desk.admin.query(`{ partner(id: "${partnerId}") { name requestsPerMinute costPerMinute disabledAt } }`))
    .partner

describe('UpdatePartnerSuccess', () => {
  it('changes what is given, and leaves the rest', async () => {
    const { partner } = await desk.act('updatePartner', {
      partnerId,
      name: 'TIMETABLES',
      costPerMinute: 7,
      requestsPerMinute: null,
    })
    expect(partner).toMatchObject({
      id: partnerId,
      name: 'TIMETABLES',
      requestsPerMinute: 600,
      costPerMinute: 7,
      disabledAt: null,
    })
    expect(await read()).toEqual({ name: 'TIMETABLES', requestsPerMinute: 600, costPerMinute: 7, disabledAt: null })
  })

  it('disables a partner, whose keys are refused until it is enabled again', async () => {
    const { secret } = await desk.addKey(partnerId)
    const identify = async () => (await identifyPartner(desk.server.services, secret))?.partnerName ?? null
    expect(await identify()).toBe('TIMETABLES')
    const { partner } = await desk.act('updatePartner', { partnerId, isDisabled: true })
    expect(partner.disabledAt).toEqual(expect.any(String))
    expect(await identify()).toBeNull()
    const again = await desk.act('updatePartner', { partnerId, isDisabled: true })
    expect(again.partner.disabledAt).toBe(partner.disabledAt)
    expect((await desk.act('updatePartner', { partnerId, isDisabled: false })).partner.disabledAt).toBeNull()
    expect(await identify()).toBe('TIMETABLES')
  })
})

describe('PartnerNameTakenError', () => {
  it('leaves the partner as it is', async () => {
    await desk.addPartner('Maps')
    const before = await read()
    const refusal = await desk.act('updatePartner', { partnerId, name: 'maps', costPerMinute: 8 })
    expect(refusal).toEqual({
      __typename: 'PartnerNameTakenError',
      message: 'There is a partner maps already: choose another name.',
    })
    expect(await read()).toEqual(before)
  })
})

describe('InvalidPartnerError', () => {
  it('leaves the partner as it is', async () => {
    const before = await read()
    const refusal = await desk.act('updatePartner', { partnerId, name: 'Other', requestsPerMinute: 1_000_001 })
    expect(refusal).toMatchObject({ __typename: 'InvalidPartnerError', field: 'requestsPerMinute' })
    expect(await read()).toEqual(before)
  })
})

describe('NotFoundError', () => {
  it.each([toGlobalId('Partner', crypto.randomUUID()), toGlobalId('Movie', 1), 'x'])('comes for %s', async (id) => {
    expect(await desk.act('updatePartner', { partnerId: id, name: 'Other' })).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no partner with this id.',
    })
  })
})

describe('who is no administrator', () => {
  it('changes nothing', async () => {
    const before = await read()
    const guest = await desk.server.signInAsGuest()
    const { errors } = await guest.send(mutation('updatePartner'), { input: { partnerId, name: 'Mine' } })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await read()).toEqual(before)
  })
})
