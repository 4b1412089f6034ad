import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { type Asked, TRANSPORTS } from '../../kit/transports.js'
import { type Desk, manifestOf, openDesk } from '../../modules/partners/desk.js'

const TEXTS = {
  movies: '{ movies { nodes { title } } }',
  viewer: '{ viewer { id isGuest } }',
  signIn: 'mutation { signInAsGuest { __typename } }',
  self: '{ viewerPartner { id name requestsPerMinute keys { nodes { isActive } } } viewer { roles } }',
  watch: 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }',
}

let desk: Desk
let show: SeededShow
let partnerId: string
let key: string
let reader: string
let writer: string

beforeAll(async () => {
  desk = await openDesk()
  show = await desk.server.seed.show()
  partnerId = await desk.addPartner('Timetables')
  await desk.act('registerOperations', { partnerId, manifest: manifestOf(TEXTS) })
  key = (await desk.addKey(partnerId)).secret
  reader = (await desk.addKey(partnerId, { scopes: ['READ'] })).secret
  writer = (await desk.addKey(partnerId, { scopes: ['WRITE'] })).secret
})
afterAll(() => desk.close())

const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

describe.each(TRANSPORTS)('a partner over $name', ({ name: transport, ask }) => {
  const asPartner = (asked: Asked, by = key) => ask(desk.server.url, asked, by)

  it.each<[string, Asked]>([
    ['documentId', { documentId: 'movies' }],
    ['doc_id', { doc_id: 'movies' }],
    ['extensions.persistedQuery', persisted('movies')],
    ['an id with its own text', { documentId: 'movies', query: TEXTS.movies }],
    ['an id with its own text in other words', { documentId: 'movies', query: `${TEXTS.movies} # all of them` }],
  ])('runs what is registered, by %s', async (_how, asked) => {
    expect(await asPartner(asked)).toEqual({ data: { movies: { nodes: [{ title: 'The Movie' }] } } })
  })

  it.each<[string, Asked, string]>([
    ['free text', { query: TEXTS.movies }, 'PERSISTED_QUERY_REQUIRED'],
    ['nothing', {}, 'PERSISTED_QUERY_REQUIRED'],
    ['an id that is not registered', { documentId: 'other' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id with another text', { documentId: 'movies', query: '{ viewer { id } }' }, 'PERSISTED_QUERY_MISMATCH'],
    ['two ids', { documentId: 'movies', doc_id: 'viewer' }, 'BAD_USER_INPUT'],
    [
      'a hash with a text, as our own apps may',
      { ...persisted('x'), query: TEXTS.movies },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
  ])('is refused %s', async (_what, asked, code) => {
    expect((await asPartner(asked)).errors).toMatchObject([{ extensions: { code } }])
  })

  it('is refused what its key is not for', async () => {
    for (const [asked, by, message] of [
      [{ documentId: 'signIn' }, reader, 'This key is not for a mutation: send one that has the scope WRITE.'],
      [{ documentId: 'movies' }, writer, 'This key is not for a query: send one that has the scope READ.'],
    ] as const) {
      expect((await asPartner(asked, by)).errors).toMatchObject([{ message, extensions: { code: 'FORBIDDEN' } }])
    }
    expect((await asPartner({ documentId: 'signIn' })).data).toEqual({
      signInAsGuest: { __typename: 'SignInAsGuestSuccess' },
    })
  })

  it('acts for an account of its own', async () => {
    const { data } = await asPartner({ documentId: 'viewer' })
    expect(data.viewer).toEqual({ id: expect.any(String), isGuest: true })
    expect((await asPartner({ documentId: 'viewer' })).data).toEqual(data)
  })

  it('reads what is known of it, which nobody else does', async () => {
    const { data } = await asPartner({ documentId: 'self' })
    expect(data).toEqual({
      viewerPartner: {
        id: partnerId,
        name: 'Timetables',
        requestsPerMinute: expect.any(Number),
        keys: { nodes: expect.arrayContaining([{ isActive: true }]) },
      },
      viewer: { roles: ['CUSTOMER', 'PARTNER'] },
    })
    const { token } = await desk.server.signInAsGuest()
    const stranger = await ask(desk.server.url, { query: TEXTS.self }, token)
    expect(stranger.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(stranger.data).toEqual({ viewerPartner: null, viewer: { roles: ['CUSTOMER'] } })
  })

  it('may send so many requests a minute, and cost so much', async () => {
    for (const [name, limits, times] of [
      ['requests', { requestsPerMinute: 2 }, 2],
      ['cost', { costPerMinute: 50 }, 2],
    ] as const) {
      const id = await desk.addPartner(`${name} over ${transport}`)
      await desk.act('updatePartner', { partnerId: id, ...limits })
      await desk.act('registerOperations', { partnerId: id, manifest: manifestOf(TEXTS) })
      const { secret } = await desk.addKey(id)
      for (let time = 0; time < times; time++) {
        expect(await asPartner({ documentId: 'movies' }, secret)).toHaveProperty('data')
      }
      expect((await asPartner({ documentId: 'movies' }, secret)).errors).toMatchObject([
        {
          message: expect.stringContaining(`the ${name} of a minute`),
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
        },
      ])
    }
  })

  it('is told what costs more than it may ever spend, instead of to come back', async () => {
    const id = await desk.addPartner(`poor over ${transport}`)
    await desk.act('updatePartner', { partnerId: id, costPerMinute: 5 })
    await desk.act('registerOperations', { partnerId: id, manifest: manifestOf(TEXTS) })
    const { secret } = await desk.addKey(id)
    expect((await asPartner({ documentId: 'movies' }, secret)).errors).toMatchObject([
      { extensions: { code: 'COST_LIMIT_EXCEEDED', limit: 5, actual: 21 } },
    ])
    expect(await asPartner({ documentId: 'viewer' }, secret)).toHaveProperty('data')
  })
})

describe('a key that is none', () => {
  it('is 401 over HTTP, and closes a socket with 4403', async () => {
    const { status, headers } = await fetch(desk.server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'mq_live_x' },
      body: JSON.stringify({ documentId: 'movies' }),
    })
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    const socket = await RawSocket.open(desk.server.url, { init: false })
    socket.send({ type: 'connection_init', payload: { 'x-api-key': 'mq_live_x' } })
    expect((await socket.closed).code).toBe(4403)
  })

  it('is one beside another', async () => {
    const headers = { 'content-type': 'application/json', 'x-api-key': key, authorization: `Bearer ${reader}` }
    const body = JSON.stringify({ documentId: 'movies' })
    expect((await fetch(desk.server.url, { method: 'POST', headers, body })).status).toBe(401)
  })

  it('is counted by what its partner may use now, on a living socket as well', async () => {
    const id = await desk.addPartner('frugal')
    await desk.act('registerOperations', { partnerId: id, manifest: manifestOf(TEXTS) })
    const { secret } = await desk.addKey(id)
    const socket = await RawSocket.open(desk.server.url, { token: secret })
    await desk.act('updatePartner', { partnerId: id, requestsPerMinute: 2 })
    const codes: unknown[] = []
    for (let count = 0; count < 4; count += 1) {
      socket.send({ id: `${count}`, type: 'subscribe', payload: { documentId: 'movies' } })
      const { type, payload } = await socket.wait((message) => message.id === `${count}`)
      codes.push(type === 'error' ? payload[0].extensions.code : type)
    }
    expect(codes).toEqual(['next', 'next', 'RATE_LIMITED', 'RATE_LIMITED'])
    socket.close()
  })

  it('is one that is revoked: its sockets are closed before they are told anything more', async () => {
    const { secret, id } = await desk.addKey(partnerId)
    const socket = await RawSocket.open(desk.server.url, { token: secret })
    socket.send({ id: '1', type: 'subscribe', payload: { query: '', documentId: 'watch', variables: { id: show.id } } })
    await socket.wait(({ type }) => type === 'next')
    await desk.act('revokePartnerKey', { keyId: id })
    const asking = () =>
      socket.send({ id: crypto.randomUUID(), type: 'subscribe', payload: { query: '', documentId: 'movies' } })
    const asked = setInterval(asking, 50)
    expect(await socket.closed).toEqual({ code: 4403, reason: 'The key has ended' })
    clearInterval(asked)
  })
})

describe('a key over WebSocket', () => {
  it.each(['Authorization', 'X-Api-Key'])('comes under the name of its header, in any case: %s', async (name) => {
    const socket = await RawSocket.open(desk.server.url, { init: false })
    socket.send({ type: 'connection_init', payload: { [name]: name === 'X-Api-Key' ? key : `Bearer ${key}` } })
    await socket.wait(({ type }) => type === 'connection_ack')
    socket.send({ id: '1', type: 'subscribe', payload: { query: '', documentId: 'movies' } })
    expect(await socket.wait(({ id }) => id === '1')).toMatchObject({
      type: 'next',
      payload: { data: expect.anything() },
    })
    socket.close()
  })
})

describe('a key beside an access token', () => {
  it('is for who is signed in, and the operations are the partner’s', async () => {
    const ada = await desk.server.signInAsGuest()
    const own = (await ada.query('{ viewer { id } }')).viewer
    const headers = { 'content-type': 'application/json', 'x-api-key': key, authorization: `Bearer ${ada.token}` }
    const send = async (asked: Asked) =>
      (await fetch(desk.server.url, { method: 'POST', headers, body: JSON.stringify(asked) })).json()
    expect(await send({ documentId: 'viewer' })).toEqual({ data: { viewer: { ...own, isGuest: true } } })
    expect(await send({ query: TEXTS.viewer })).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_REQUIRED' } }],
    })
  })
})

describe('GET', () => {
  const get = (search: string) => fetch(`${desk.server.url}?${search}`, { headers: { authorization: `Bearer ${key}` } })

  it('tells caches what may be kept, and what differs by the request', async () => {
    const layout = 'query ($id: ID!) { seatLayout(showId: $id) { version } }'
    const manifest = manifestOf({ layout, both: `${layout.slice(0, -1)} viewer { id } }` })
    await desk.act('registerOperations', { partnerId, manifest })
    const variables = encodeURIComponent(JSON.stringify({ id: show.id }))
    const kept = await get(`documentId=layout&variables=${variables}`)
    expect(kept.status).toBe(200)
    expect(kept.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(kept.headers.get('vary')).toBe('accept, authorization, x-api-key')
    for (const search of [`documentId=both&variables=${variables}`, 'documentId=viewer', 'documentId=other']) {
      expect((await get(search)).headers.get('cache-control')).toBe('no-store')
    }
  })

  it('runs no mutation', async () => {
    const { status, headers } = await get('documentId=signIn')
    expect([status, headers.get('cache-control')]).toEqual([405, 'no-store'])
  })
})
