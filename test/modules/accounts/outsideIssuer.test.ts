import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { type Claims, Issuer } from '../../kit/issuer.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { mutate, POLL, signUp } from './story.js'

const VIEWER = '{ viewer { id name email isGuest isEmailVerified } }'
let issuer: Issuer
let server: TestServer

beforeAll(async () => {
  issuer = await Issuer.start()
  server = await startServer({ config: { ...issuer.config, workJobs: false } })
})
afterAll(async () => {
  await server.close()
  await issuer.stop()
})

const send = (token: string, to = server) => createClient(to.url, token).send(VIEWER)
const codesOf = async (token: string, to = server) => {
  const { status, errors } = await send(token, to)
  return [status, errors?.[0]?.extensions.code]
}
const viewerOf = async (claims: Claims) => (await send(await issuer.sign(claims))).data?.viewer
const countAccounts = async () => (await server.seed.sql('SELECT count(*)::int FROM account'))[0].count

const ada = { sub: 'ada', name: 'Ada', email: 'Ada@Example.org', email_verified: true }

describe('whoever comes with a token of an outside issuer', () => {
  it('gets an account, and is known by it again', async () => {
    const viewer = await viewerOf(ada)
    expect(viewer).toEqual({
      id: expect.any(String),
      name: 'Ada',
      email: 'ada@example.org',
      isGuest: false,
      isEmailVerified: true,
    })
    expect(await viewerOf({ sub: 'ada', name: 'Somebody else', jti: '2' })).toEqual(viewer)
    expect((await viewerOf({ sub: 'grace' })).id).not.toBe(viewer.id)
  })

  it('gets one account, however many come at once', async () => {
    const before = await countAccounts()
    const claims = [1, 2, 3, 4, 5, 6].map((jti) => ({ ...ada, sub: 'many', email: 'many@example.org', jti: `${jti}` }))
    const viewers = await Promise.all(claims.map(viewerOf))
    expect(new Set(viewers.map(({ id }) => id)).size).toBe(1)
    expect(await countAccounts()).toBe(before + 1)
  })

  it('has no session here to sign out of', async () => {
    const client = createClient(server.url, await issuer.sign({ sub: 'ada' }))
    expect(await mutate(client, 'signOut', 'endedAt')).toMatchObject({ __typename: 'NoSessionError' })
  })
})

describe('an address', () => {
  it('is not taken over when the issuer has not verified it', async () => {
    for (const email_verified of [false, 'true', undefined]) {
      const claims = { sub: `unverified ${email_verified}`, email: 'unverified@example.org', email_verified }
      expect(await viewerOf(claims)).toMatchObject({ email: null, isEmailVerified: false, isGuest: false })
    }
  })

  it('is left to the account that has it', async () => {
    const { client, email } = await signUp(server)
    const { viewer: owner } = await client.query(VIEWER)
    const stranger = await viewerOf({ sub: 'stranger', email, email_verified: true })
    expect(stranger).toMatchObject({ email: null, isEmailVerified: false })
    expect(stranger.id).not.toBe(owner.id)
    expect(await client.query(VIEWER)).toEqual({ viewer: owner })
  })

  it('is had by one of two who come with it at once', async () => {
    const email = 'shared@example.org'
    const viewers = await Promise.all(['one', 'two'].map((sub) => viewerOf({ sub, email, email_verified: true })))
    expect(new Set(viewers.map((viewer) => viewer.email))).toEqual(new Set([email, null]))
  })
})

describe('a token', () => {
  const UNAUTHENTICATED = [401, 'UNAUTHENTICATED']

  it.each<[string, Claims]>([
    ['for somebody else', { aud: 'https://other.example' }],
    ['for nobody', { aud: undefined }],
    ['that has ended', { exp: 1 }],
    ['that never ends', { exp: undefined }],
    ['of another issuer', { iss: 'https://other.example' }],
    ['of our own', { iss: 'marquee' }],
    ['of nobody', { sub: undefined }],
    ['of an empty name', { sub: '' }],
    ['of a name that Postgres cannot keep', { sub: 'a\u0000b' }],
    ['that is not good yet', { nbf: 4_102_444_800 }],
    ['that is issued in a hundred years', { iat: 4_102_444_800 }],
    ['that ends when no date is any more', { exp: 1e13 }],
  ])('is refused: %s', async (_what, claims) => {
    const before = await countAccounts()
    expect(await codesOf(await issuer.sign({ sub: 'refused', ...claims }))).toEqual(UNAUTHENTICATED)
    expect(await countAccounts()).toBe(before)
  })

  it('is refused that is signed by what everybody knows, or not at all', async () => {
    const claims = { iss: issuer.url, aud: issuer.config.oidc.audience, sub: 'forged', exp: 4_102_444_800 }
    const { kid, ...publicJwk } = issuer.publicJwk
    const secret = new TextEncoder().encode(JSON.stringify(publicJwk))
    const symmetric = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: kid! }).sign(secret)
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const unsigned = `${encode({ alg: 'none' })}.${encode(claims)}.`
    const good = await issuer.sign({ sub: 'forged' })
    const tampered = [good.split('.')[0], encode(claims), good.split('.')[2]].join('.')
    for (const token of [symmetric, unsigned, tampered]) expect(await codesOf(token)).toEqual(UNAUTHENTICATED)
  })

  it('is good by a new key of the issuer as well', async () => {
    const before = await issuer.sign({ sub: 'rotated' })
    await issuer.rotate()
    const after = await issuer.sign({ sub: 'rotated' })
    await expect.poll(() => codesOf(after), POLL).toEqual([200, undefined])
    expect(await codesOf(before)).toEqual([200, undefined])
  })

  it('is no longer good by a key that the issuer has withdrawn, once that is known', async () => {
    const before = await issuer.sign({ sub: 'withdrawn' })
    await issuer.rotate()
    issuer.withdraw()
    const after = await issuer.sign({ sub: 'withdrawn' })
    await expect.poll(() => codesOf(after), POLL).toEqual([200, undefined])
    await expect.poll(() => codesOf(before), POLL).toEqual(UNAUTHENTICATED)
  })
})

describe('an issuer that is not to be reached', () => {
  const UNAVAILABLE = [503, 'SERVICE_UNAVAILABLE']

  it('keeps nobody out whose key is known, and tells others to come again', async () => {
    const known = await issuer.sign({ sub: 'known' })
    await issuer.rotate()
    const unknown = await issuer.sign({ sub: 'unknown' })
    await issuer.stop()
    expect(await codesOf(known)).toEqual([200, undefined])
    expect(await codesOf(unknown)).toEqual(UNAVAILABLE)
    await issuer.listen()
    await expect.poll(() => codesOf(unknown), POLL).toEqual([200, undefined])
  })

  it('keeps nobody out whose key is known, also when it should be asked for again', async () => {
    const { now } = Date
    const token = await issuer.sign({ sub: 'known for long' })
    expect(await codesOf(token)).toEqual([200, undefined])
    const another = await issuer.sign({ sub: 'known for long', jti: '2' })
    await issuer.stop()
    const later = vi.spyOn(Date, 'now').mockImplementation(() => now() + 700_000)
    expect(await codesOf(another)).toEqual([200, undefined])
    later.mockRestore()
    await issuer.listen()
  })

  it('is asked once it is there, where it was not at the start', async () => {
    const token = await issuer.sign({ sub: 'early' })
    await issuer.stop()
    const early = await startServer({ config: { ...issuer.config, workJobs: false } })
    expect(await codesOf(token, early)).toEqual(UNAVAILABLE)
    await issuer.listen()
    await expect.poll(() => codesOf(token, early), POLL).toEqual([200, undefined])
    await early.close()
  })
})

describe('OIDC_JWKS_URL', () => {
  it('stands in for what the issuer tells of itself', async () => {
    const oidc = { ...issuer.config.oidc, jwksUrl: issuer.jwksUrl }
    const direct = await startServer({ beside: server, config: { oidc, workJobs: false } })
    const before = issuer.calls.length
    expect(await codesOf(await issuer.sign({ sub: 'direct' }), direct)).toEqual([200, undefined])
    expect(issuer.calls.slice(before)).toEqual(['/keys'])
    await direct.close()
  })
})
