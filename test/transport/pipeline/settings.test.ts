import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { TableLock } from '../../kit/tableLock.js'
import { type Asked, TRANSPORTS } from '../../kit/transports.js'

// What the pipeline does where it is configured so.

const TEXT = '{ __typename }'
const ANSWER = { data: { __typename: 'Query' } }
const persisted = (text: string) => {
  const sha256Hash = createHash('sha256').update(text).digest('hex')
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

describe.each(TRANSPORTS)('automatic persisted queries over $name', ({ name, ask }) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ config: { automaticPersistedQueries: true }, isAlone: true })
  })
  afterAll(() => server.close())

  const codesOf = async (asked: Asked) => {
    const { errors = [] } = await ask(server.url, asked)
    return errors.map(({ extensions }) => extensions.code)
  }

  it('are run by their hash, once they have come with it', async () => {
    const text = `${TEXT} # ${name}`
    expect(await codesOf(persisted(text))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
    expect(await ask(server.url, { ...persisted(text), query: text })).toEqual(ANSWER)
    expect(await ask(server.url, persisted(text))).toEqual(ANSWER)
  })

  it('are not remembered under the hash of another text', async () => {
    expect(await codesOf({ ...persisted('x'), query: TEXT })).toEqual(['BAD_USER_INPUT'])
    expect(await codesOf(persisted('x'))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
  })

  it('are none that somebody has named otherwise', async () => {
    expect(await codesOf({ documentId: 'x' })).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED'])
  })
})

describe('the requests of an address', () => {
  it('are refused on both transports once there are too many, with when to come back', async () => {
    const server = await startServer({ config: { requestsPerMinute: 2 }, isAlone: true })
    for (const { ask } of TRANSPORTS) expect(await ask(server.url, { query: TEXT })).toEqual(ANSWER)
    for (const { ask } of TRANSPORTS) {
      const { errors } = await ask(server.url, { query: TEXT })
      expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }])
    }
    const response = await fetch(`${server.url}?query=${TEXT}`)
    expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    await server.close()
  })

  it('are also those of whom nobody knows, and what is none', async () => {
    const server = await startServer({ config: { requestsPerMinute: 4 }, isAlone: true })
    const bad = { authorization: 'Bearer x' }
    expect((await fetch(`${server.url}?query=${TEXT}`, { headers: bad })).status).toBe(401)
    expect((await fetch(`${server.url}?query=${TEXT}&variables=x`)).status).toBe(400)
    expect((await fetch(server.url, { method: 'POST', body: '{' })).status).toBe(415)
    expect(await connectAs(server, 'x')).toEqual({ code: 4403, reason: expect.stringContaining('access token') })
    expect(await connectAs(server, 'x')).toEqual({ code: 4429, reason: 'Too many requests' })
    const refused = await fetch(`${server.url}?query=${TEXT}`, { headers: bad })
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    await server.close()
  })
})

async function connectAs(server: TestServer, token: string) {
  const socket = await RawSocket.open(server.url, { init: false })
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  return socket.closed
}

describe('a page, where the limit is lower than what it has by default', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ config: { maxPageSize: 2, workJobs: false }, isAlone: true })
    for (let movie = 0; movie < 3; movie++) await server.seed.show()
  })
  afterAll(() => server.close())

  const PAGE = '{ nodes { id } pageInfo { hasNextPage } }'

  it.each([
    ['is left out', { query: `{ movies ${PAGE} }` }],
    ['is null', { query: `{ movies(first: null) ${PAGE} }` }],
    ['is a variable that is left out', { query: `query ($n: Int) { movies(first: $n) ${PAGE} }` }],
    ['is a variable that is null', { query: `query ($n: Int) { movies(first: $n) ${PAGE} }`, variables: { n: null } }],
  ])('is as large as may be where first %s', async (_name, asked) => {
    for (const { ask } of TRANSPORTS) {
      const { data } = await ask(server.url, asked)
      expect(data).toMatchObject({ movies: { nodes: [{}, {}], pageInfo: { hasNextPage: true } } })
    }
  })

  it('costs what it is expected to cost, and says in the schema how large it is', async () => {
    const [{ ask }] = TRANSPORTS as [(typeof TRANSPORTS)[number]]
    const cost = { query: `{ movies ${PAGE} }`, extensions: { cost: true } }
    expect((await ask(server.url, cost)).extensions).toMatchObject({ cost: { estimate: 4, actual: 4 } })
    const query = '{ __type(name: "Query") { fields { name args { name defaultValue } } } }'
    const { data } = await ask(server.url, { query })
    const { args } = data.__type.fields.find((field: { name: string }) => field.name === 'movies')
    expect(args).toContainEqual({ name: 'first', defaultValue: '2' })
  })

  it('is refused where first says more', async () => {
    const [{ ask }] = TRANSPORTS as [(typeof TRANSPORTS)[number]]
    const { errors } = await ask(server.url, { query: `{ movies(first: 3) ${PAGE} }` })
    expect(errors).toMatchObject([{ extensions: { code: 'PAGE_LIMIT_EXCEEDED', limit: 2, actual: 3 } }])
  })
})

describe('an operation that takes too long', () => {
  it('is told so on both transports, and others go on', async () => {
    const server = await startServer({ config: { operationTimeoutMs: 300 }, isAlone: true })
    const lock = await TableLock.open(server, 'movie')
    await lock.take()
    const query = '{ movies { nodes { id } } }'
    for (const { ask } of TRANSPORTS) {
      const [late, meanwhile] = await Promise.all([ask(server.url, { query }), ask(server.url, { query: TEXT })])
      expect(late.errors).toMatchObject([{ extensions: { code: 'OPERATION_TIMEOUT' } }])
      expect(meanwhile).toEqual(ANSWER)
    }
    expect((await fetch(`${server.url}?query=${query}`)).status).toBe(503)
    await lock.close()
    await expect.poll(() => TRANSPORTS[0]!.ask(server.url, { query })).toEqual({ data: { movies: { nodes: [] } } })
    await server.close()
  })
})

describe('operations that cost much', () => {
  const EXPENSIVE = `{ ${['a', 'b', 'c'].map((name) => `${name}: movies(first: 100) { nodes { id } }`).join(' ')} }`
  const NONE = { data: { a: { nodes: [] }, b: { nodes: [] }, c: { nodes: [] } } }
  let server: TestServer
  let lock: TableLock
  beforeAll(async () => {
    server = await startServer({ config: { maxQueryCost: 303, operationTimeoutMs: 1_000 }, isAlone: true })
    lock = await TableLock.open(server, 'movie')
  })
  afterAll(async () => {
    await lock.close()
    await server.close()
  })

  it.each(TRANSPORTS)(
    'wait over $name while as much runs as one may cost, and what costs little does not',
    async ({ ask }) => {
      await lock.take()
      const first = ask(server.url, { query: EXPENSIVE })
      await expect.poll(() => lock.countWaiting()).toBe(3)
      const second = ask(server.url, { query: EXPENSIVE })
      expect(await ask(server.url, { query: TEXT })).toEqual(ANSWER)
      expect(await lock.countWaiting()).toBe(3)
      await lock.release()
      expect(await Promise.all([first, second])).toEqual([NONE, NONE])
    },
  )

  it('are not begun at all when they had to wait for too long', async () => {
    await lock.take()
    const [http, webSocket] = TRANSPORTS
    const first = http!.ask(server.url, { query: EXPENSIVE })
    await expect.poll(() => lock.countWaiting()).toBe(3)
    const late = [http!.ask(server.url, { query: EXPENSIVE }), webSocket!.ask(server.url, { query: EXPENSIVE })]
    expect((await first).errors).toMatchObject([{ extensions: { code: 'OPERATION_TIMEOUT' } }])
    // One of them had its turn after the first, and took too long as well.
    const told = (await Promise.all(late)).flatMap(({ errors = [] }) => errors.map(({ message }) => message))
    expect(told).toContain('Others ask for too much just now: the operation was not begun. Send it again.')
    await lock.release()
    await expect.poll(() => http!.ask(server.url, { query: EXPENSIVE })).toEqual(NONE)
  })
})
