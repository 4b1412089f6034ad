import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { identifyPartner } from '../../../src/modules/partners/index.js'
import { type Desk, mutation, openDesk } from './desk.js'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  desk.server.clock.stop()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const identify = async (key: string) => (await identifyPartner(desk.server.services, key))?.keyId ?? null
const count = async () => (await desk.server.seed.sql('SELECT count(*)::int FROM partner_key'))[0].count
const idOf = (key: string) => key.slice(8, 16)
const inSeconds = (seconds: number) => new Date(desk.server.clock.now().getTime() + seconds * 1000).toISOString()

describe('RotatePartnerKeySuccess', () => {
  it('makes a key with the same scopes, and both are good until the overlap ends', async () => {
    const old = await desk.addKey(partnerId, { scopes: ['READ'] })
    const { secret, key, replacedKey } = await desk.act('rotatePartnerKey', { keyId: old.id, overlapSeconds: 60 })
    expect(key).toMatchObject({ scopes: ['READ'], expiresAt: null, isActive: true })
    expect(replacedKey).toMatchObject({ id: old.id, expiresAt: inSeconds(60), isActive: true })
    expect(await Promise.all([old.secret, secret].map(identify))).toEqual([idOf(old.secret), idOf(secret)])
    desk.server.clock.jump(60)
    expect(await Promise.all([old.secret, secret].map(identify))).toEqual([null, idOf(secret)])
  })

  it('ends the old one at once, or at its own time where that comes before the overlap ends', async () => {
    const [leaked, short] = [await desk.addKey(partnerId), await desk.addKey(partnerId, { expiresAt: inSeconds(30) })]
    await desk.act('rotatePartnerKey', { keyId: leaked.id, overlapSeconds: 0 })
    expect(await identify(leaked.secret)).toBeNull()
    const { key, replacedKey } = await desk.act('rotatePartnerKey', { keyId: short.id, expiresAt: inSeconds(3600) })
    expect([replacedKey.expiresAt, key.expiresAt]).toEqual([inSeconds(30), inSeconds(3600)])
  })
})

describe('PartnerKeyEndedError', () => {
  it('comes for all but one who rotate a key at once', async () => {
    const { id } = await desk.addKey(partnerId)
    const before = await count()
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.act('rotatePartnerKey', { keyId: id })))
    const [refusal, ...others] = answers.filter(({ __typename }) => __typename !== 'RotatePartnerKeySuccess')
    expect(others).toHaveLength(2)
    expect(refusal).toMatchObject({
      __typename: 'PartnerKeyEndedError',
      message: 'This key was rotated: make a new one for its partner.',
      key: { id },
    })
    expect(await count()).toBe(before + 1)
  })

  it('comes for a key that was revoked, and for one that is over', async () => {
    const [revoked, over] = [await desk.addKey(partnerId), await desk.addKey(partnerId, { expiresAt: inSeconds(1) })]
    await desk.act('revokePartnerKey', { keyId: revoked.id })
    desk.server.clock.jump(1)
    const before = await count()
    for (const { id } of [revoked, over]) {
      expect(await desk.act('rotatePartnerKey', { keyId: id })).toMatchObject({
        message: 'This key has ended: make a new one for its partner.',
        key: { id, isActive: false },
      })
    }
    expect(await count()).toBe(before)
  })
})

describe('InvalidPartnerKeyError', () => {
  it.each([
    ['overlapSeconds', { overlapSeconds: -1 }],
    ['overlapSeconds', { overlapSeconds: 2_592_001 }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
  ])('names the field that does not fit: %s of %j', async (field, wrong) => {
    const { id } = await desk.addKey(partnerId)
    const before = await count()
    const refusal = await desk.act('rotatePartnerKey', { keyId: id, ...wrong })
    expect(refusal).toMatchObject({ __typename: 'InvalidPartnerKeyError', field })
    expect(await count()).toBe(before)
  })
})

describe('PartnerKeyLimitError', () => {
  it('leaves the key as it is where its partner has 20 of them', async () => {
    const many = await desk.addPartner('Many keys')
    const keys = []
    for (let made = 0; made < 20; made++) keys.push(await desk.addKey(many))
    const refusal = await desk.act('rotatePartnerKey', { keyId: keys[0]!.id, overlapSeconds: 0 })
    expect(refusal).toMatchObject({ __typename: 'PartnerKeyLimitError', limit: 20 })
    expect(await identify(keys[0]!.secret)).toBe(idOf(keys[0]!.secret))
  })
})

describe('NotFoundError', () => {
  it.each([toGlobalId('PartnerKey', 'AAAAAAAA'), toGlobalId('Partner', 1), 'x'])('comes for the key %s', async (id) => {
    expect(await desk.act('rotatePartnerKey', { keyId: id })).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no key with this id.',
    })
  })
})

describe('who is no administrator', () => {
  it('rotates no key', async () => {
    const { id } = await desk.addKey(partnerId)
    const before = await count()
    const guest = await desk.server.signInAsGuest()
    const { errors } = await guest.send(mutation('rotatePartnerKey'), { input: { keyId: id } })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await count()).toBe(before)
  })
})
