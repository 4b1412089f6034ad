import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/lib/globalId.js'
import { identifyPartner, isPartnerKey, mayRun } from '../../../src/modules/partners/index.js'
import { type Desk, openDesk } from './desk.js'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  desk.server.clock.stop()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const identify = (key: string) => identifyPartner(desk.server.services, key)

it('tells whose key it is, what it may do and what it may use up', async () => {
  const { secret } = await desk.addKey(partnerId, { scopes: ['READ'] })
  expect(await identify(secret)).toEqual({
    partnerId: keyOf('Partner', partnerId),
    partnerName: 'Timetables',
    accountId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    keyId: secret.slice(8, 16),
    scopes: ['READ'],
    requestsPerMinute: 600,
    costPerMinute: 60_000,
    expiresAt: null,
  })
})

it('refuses a key from the moment at which it ends', async () => {
  const expiresAt = new Date(desk.server.clock.now().getTime() + 3000)
  const { secret } = await desk.addKey(partnerId, { expiresAt: expiresAt.toISOString() })
  desk.server.clock.jump(2.999)
  expect((await identify(secret))?.expiresAt).toEqual(expiresAt)
  desk.server.clock.jump(0.001)
  expect(await identify(secret)).toBeNull()
})

it('refuses what is no key, and keys that nobody has made', async () => {
  const { secret } = await desk.addKey(partnerId)
  const mistyped = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`
  for (const text of ['', 'mq_live_', mistyped, `${secret} `, `x${secret}`, secret.slice(0, -6)]) {
    expect([text, isPartnerKey(text), await identify(text)]).toEqual([text, false, null])
  }
  await desk.server.seed.sql('DELETE FROM partner_key WHERE id = $1', [secret.slice(8, 16)])
  expect([isPartnerKey(secret), await identify(secret)]).toEqual([true, null])
})

it('notes the use of a key at most once a minute', async () => {
  const { secret } = await desk.addKey(partnerId)
  const lastUse = async () => {
    const [row] = await desk.server.seed.sql('SELECT last_used_at FROM partner_key WHERE id = $1', [
      secret.slice(8, 16),
    ])
    return row.last_used_at
  }
  expect(await lastUse()).toBeNull()
  await Promise.all([identify(secret), identify(secret)])
  const first = desk.server.clock.now()
  expect(await lastUse()).toEqual(first)
  desk.server.clock.jump(59)
  await identify(secret)
  expect(await lastUse()).toEqual(first)
  // What was read 59 s after is believed for five seconds more.
  desk.server.clock.jump(6)
  await identify(secret)
  expect(await lastUse()).toEqual(desk.server.clock.now())
})

describe('mayRun', () => {
  it('lets READ read and watch, and WRITE write', async () => {
    const reader = (await identify((await desk.addKey(partnerId, { scopes: ['READ'] })).secret))!
    const writer = (await identify((await desk.addKey(partnerId, { scopes: ['WRITE'] })).secret))!
    const operations = ['query', 'subscription', 'mutation'] as const
    expect(operations.filter((operation) => mayRun(reader, operation))).toEqual(['query', 'subscription'])
    expect(operations.filter((operation) => mayRun(writer, operation))).toEqual(['mutation'])
  })
})
