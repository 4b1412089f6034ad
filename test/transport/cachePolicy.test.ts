import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'

let server: TestServer
let show: SeededShow

beforeAll(async () => {
  server = await startServer()
  show = await server.seed.show()
})
afterAll(() => server.close())

/** What a GET of a query, which may have a show as $id, is answered with. */
async function get(query: string, token?: string) {
  const text = query.includes('$id') ? `query ($id: ID!) ${query}` : query
  const search = new URLSearchParams({ query: text, variables: JSON.stringify({ id: show.id }) })
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${server.url}?${search}`, {
    headers: { 'apollo-require-preflight': 'true', ...authorization },
  })
  const { errors } = (await response.json()) as { errors?: unknown }
  expect(errors).toBeUndefined()
  return response.headers
}

const LAYOUT = 'seatLayout(showId: $id) { version rows { seats { seatId price { amount } } } }'
const MOVIES = 'movies { edges { cursor node { id title } } nodes { title } pageInfo { hasNextPage } }'

describe('the answer to a GET', () => {
  it.each([
    ['a layout', `{ ${LAYOUT} }`, 86_400],
    ['movies', `{ ${MOVIES} }`, 60],
    ['theaters', '{ theaters { nodes { name city { name } screens { name theater { id } } } } }', 60],
    ['the name of the type besides', `{ __typename ${MOVIES} }`, 60],
    ['what may be kept for a shorter time besides', `{ ${LAYOUT} ${MOVIES} }`, 60],
    ['what comes by fragments', `{ ... { ...all } } fragment all on Query { ${LAYOUT} }`, 86_400],
  ])('that asks for %s may be kept by everybody', async (_what, query, seconds) => {
    const headers = await get(query)
    expect(headers.get('cache-control')).toBe(`public, max-age=${seconds}`)
    expect(headers.get('vary')).toContain('accept, authorization, x-api-key')
  })

  it.each([
    ['shows', '{ shows { nodes { id } } }'],
    ['shows of movies', '{ movies { nodes { title shows { nodes { id availability { available } } } } } }'],
    [
      'shows of theaters by a fragment',
      '{ theaters { nodes { ...its } } } fragment its on Theater { shows { nodes { id } } }',
    ],
    ['who asks, besides', `{ ${MOVIES} viewer { id } }`],
    ['nodes', '{ node(id: $id) { id } }'],
    ['nothing but the name of the type', '{ __typename }'],
    ['how the schema is', '{ __schema { queryType { name } } }'],
  ])('that asks for %s is not to be kept', async (_what, query) => {
    const { token } = await server.signInAsGuest()
    expect((await get(query, token)).get('cache-control')).toBe('no-store')
  })
})
