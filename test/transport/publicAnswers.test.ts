import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { holdSeats } from '../kit/operations.js'
import { startServer, type TestServer } from '../kit/server.js'

const KEPT_MS = 60_000
let server: TestServer

beforeAll(async () => {
  server = await startServer({ isAlone: true, config: { publicCacheMs: KEPT_MS, workJobs: false } })
})
afterAll(() => server.close())

const CODES = 'query ($id: ID!) { seatMap(showId: $id) { seatCodes } }'

/** The names of the statements that a piece of work sends to Postgres. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = sent.mock.calls.map(([config]) => (config as unknown as pg.QueryConfig).text ?? '')
  sent.mockRestore()
  return texts.flatMap((text) => /^\/\* (\S+) \*\//.exec(text)?.[1] ?? [])
}

describe('an answer to who is not signed in', () => {
  it('is made once for all who ask the same at once, and given to who asks after them', async () => {
    const show = await server.seed.show({ seats: 2 })
    const query = `query ($id: ID!) { show(id: $id) { movie { title } } }`
    const ask = () => server.anonymous.query(query, { id: show.id })
    const statements = await statementsOf(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, ask))
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      await ask()
    })
    expect(statements.filter((name) => name === 'catalog.loadMovies')).toHaveLength(1)
  })

  it('is not given to who is signed in, nor is theirs given to others', async () => {
    const show = await server.seed.show({ seats: 2 })
    const buyer = await server.signInAsGuest()
    const read = async (client = server.anonymous) => (await client.query(CODES, { id: show.id })).seatMap.seatCodes
    expect(await read()).toBe('AA')
    await holdSeats(buyer, show, show.seatIds.slice(0, 1))
    expect([await read(buyer), await read()]).toEqual(['HA', 'AA'])
  })

  it('is another one for other variables, another operation and another media type', async () => {
    const [one, two] = [await server.seed.show({ seats: 1 }), await server.seed.show({ seats: 2 })]
    const query = `query A($id: ID!) { a: seatMap(showId: $id) { seatCodes } } query B($id: ID!) { b: show(id: $id) { id } }`
    const send = async (body: object, accept = 'application/json') => {
      const headers = { 'content-type': 'application/json', accept }
      const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query, ...body }) })
      return { type: response.headers.get('content-type'), data: (await response.json()).data }
    }
    for (const [show, codes] of [
      [one, 'A'],
      [two, 'AA'],
    ] as const) {
      const a = { operationName: 'A', variables: { id: show.id } }
      expect((await send(a)).data).toEqual({ a: { seatCodes: codes } })
      expect((await send({ ...a, operationName: 'B' })).data).toEqual({ b: { id: show.id } })
      const other = await send(a, 'application/graphql-response+json')
      expect(other).toEqual({
        type: 'application/graphql-response+json; charset=utf-8',
        data: { a: { seatCodes: codes } },
      })
    }
  })

  it('is never that of a mutation', async () => {
    const signIn = 'mutation { signInAsGuest { ... on SignInAsGuestSuccess { viewer { id } } } }'
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.anonymous.query(signIn)))
    expect(new Set(answers.map(({ signInAsGuest }) => signInAsGuest.viewer.id)).size).toBe(5)
  })

  it('that went wrong is made again, with a request id of its own', async () => {
    const query = '{ seatMap(showId: "x", at: "2999-01-01T00:00:00Z") { cursor } shows(first: 0) { nodes { id } } }'
    const answers = await Promise.all(Array.from({ length: 3 }, () => server.anonymous.send(query)))
    for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3)
  })
})
