import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, mutation, openDesk } from './desk.js'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const names = async () =>
  (await desk.server.seed.sql('SELECT name FROM partner ORDER BY name')).map((row: { name: string }) => row.name)

describe('CreatePartnerSuccess', () => {
  it('is a partner with what it may use up', async () => {
    const input = { name: ' Timetables ', requestsPerMinute: 60, costPerMinute: 1000 }
    expect(await desk.act('createPartner', input)).toEqual({
      __typename: 'CreatePartnerSuccess',
      partner: {
        id: expect.any(String),
        name: 'Timetables',
        requestsPerMinute: 60,
        costPerMinute: 1000,
        createdAt: expect.any(String),
        disabledAt: null,
      },
    })
    expect(await names()).toEqual(['Timetables'])
  })

  it('has limits when none are told', async () => {
    const { partner } = await desk.act('createPartner', { name: 'Defaults', requestsPerMinute: null })
    expect(partner).toMatchObject({ requestsPerMinute: 600, costPerMinute: 60_000 })
  })
})

describe('PartnerNameTakenError', () => {
  it('comes for a name in any case, also at once', async () => {
    const answers = await Promise.all(['Twins', 'twins', 'TWINS'].map((name) => desk.act('createPartner', { name })))
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CreatePartnerSuccess',
      'PartnerNameTakenError',
      'PartnerNameTakenError',
    ])
    expect((await names()).filter((name: string) => /twins/i.test(name))).toHaveLength(1)
  })
})

describe('InvalidPartnerError', () => {
  it.each([
    ['name', { name: '  ' }, 'Tell the name of the partner.'],
    ['name', { name: 'x'.repeat(101) }, 'A name has at most 100 characters.'],
    ['name', { name: 'a\u0000b' }, 'A name has visible characters alone.'],
    ['requestsPerMinute', { requestsPerMinute: 0 }, 'requestsPerMinute is a whole number from 1 to 1000000.'],
    ['costPerMinute', { costPerMinute: -1 }, 'costPerMinute is a whole number from 1 to 1000000000.'],
  ])('names the field that does not fit: %s of %j', async (field, wrong, message) => {
    const before = await names()
    const refusal = await desk.act('createPartner', { name: 'Nobody', ...wrong })
    expect(refusal).toEqual({ __typename: 'InvalidPartnerError', field, message })
    expect(await names()).toEqual(before)
  })
})

describe('who is no administrator', () => {
  it('makes no partner', async () => {
    const before = await names()
    const variables = { input: { name: 'Nobody' } }
    const guest = await desk.server.signInAsGuest()
    const [byNobody, byGuest] = await Promise.all([
      desk.server.anonymous.send(mutation('createPartner'), variables),
      guest.send(mutation('createPartner'), variables),
    ])
    expect(byNobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    expect(byGuest.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await names()).toEqual(before)
  })
})
