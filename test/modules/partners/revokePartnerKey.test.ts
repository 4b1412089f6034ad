import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { identifyPartner } from '../../../src/modules/partners/index.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { waitUntil } from '../../runtime/waitUntil.js'
import { type Desk, mutation, openDesk } from './desk.js'

let desk: Desk
let partnerId: string

beforeAll(async () => {
  desk = await openDesk()
  desk.server.clock.stop()
  partnerId = await desk.addPartner('Timetables')
})
afterAll(() => desk.close())

const identify = async ({ services }: TestServer, key: string) => (await identifyPartner(services, key))?.keyId ?? null

describe('RevokePartnerKeySuccess', () => {
  it('ends the key at once where it was revoked, and the others of its partner stay', async () => {
    const [lost, kept] = [await desk.addKey(partnerId), await desk.addKey(partnerId)]
    for (const { secret } of [lost, kept]) expect(await identify(desk.server, secret)).toBe(secret.slice(8, 16))
    const { __typename, key } = await desk.act('revokePartnerKey', { keyId: lost.id })
    expect(__typename).toBe('RevokePartnerKeySuccess')
    expect(key).toMatchObject({ id: lost.id, revokedAt: desk.server.clock.now().toISOString(), isActive: false })
    expect(await identify(desk.server, lost.secret)).toBeNull()
    expect(await identify(desk.server, kept.secret)).toBe(kept.secret.slice(8, 16))
  })

  it('does not change when the key was revoked', async () => {
    const { id } = await desk.addKey(partnerId)
    const { key } = await desk.act('revokePartnerKey', { keyId: id })
    desk.server.clock.jump(10)
    expect((await desk.act('revokePartnerKey', { keyId: id })).key.revokedAt).toBe(key.revokedAt)
  })

  it('is told to the other servers', async () => {
    const other = await startServer({ beside: desk.server })
    try {
      const { id, secret } = await desk.addKey(partnerId)
      expect(await identify(other, secret)).toBe(secret.slice(8, 16))
      await desk.act('revokePartnerKey', { keyId: id })
      // No time passes for what it remembers.
      await waitUntil(async () => (await identify(other, secret)) === null)
    } finally {
      await other.close()
    }
  })

  it('is seen within seconds by a server that is told nothing', async () => {
    const deaf = await startServer({ beside: desk.server, isAlone: true })
    try {
      const { id, secret } = await desk.addKey(partnerId)
      expect(await identify(deaf, secret)).toBe(secret.slice(8, 16))
      await desk.act('revokePartnerKey', { keyId: id })
      desk.server.clock.jump(6)
      expect(await identify(deaf, secret)).toBeNull()
    } finally {
      await deaf.close()
    }
  })
})

describe('NotFoundError', () => {
  it.each([toGlobalId('PartnerKey', 'AAAAAAAA'), toGlobalId('Partner', 1), 'x'])('comes for the key %s', async (id) => {
    expect(await desk.act('revokePartnerKey', { keyId: id })).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no key with this id.',
    })
  })
})

describe('who is no administrator', () => {
  it('revokes no key', async () => {
    const { id, secret } = await desk.addKey(partnerId)
    const guest = await desk.server.signInAsGuest()
    const { errors } = await guest.send(mutation('revokePartnerKey'), { input: { keyId: id } })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await identify(desk.server, secret)).toBe(secret.slice(8, 16))
  })
})
