import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket } from '../../kit/rawSocket.js'
import type { SeededShow } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { type Asked, TRANSPORTS } from '../../kit/transports.js'

// What is asked passes the same steps over HTTP and over WebSocket.

let server: TestServer
let show: SeededShow

beforeAll(async () => {
  server = await startServer({ config: { introspection: false } })
  show = await server.seed.show({ seats: 4 })
})
afterAll(() => server.close())

const fields = (count: number) => `{ ${'__typename '.repeat(count)} }`
const aliases = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`
const directives = (count: number) => `{ __typename ${'@include(if: true) '.repeat(count)} }`
const deep = (depth: number) => `{ ${'movies { nodes { '.repeat(depth)} id ${'} }'.repeat(depth)} }`
/** Each fragment spreads the next one twice: 2^depth fields. */
const doubling = (depth: number) =>
  Array.from({ length: depth }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`).join(' ') +
  ` fragment f${depth} on Query { __typename } { ...f0 }`
const chain = (length: number) =>
  Array.from({ length: length - 1 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} }`).join(' ') +
  ` fragment f${length - 1} on Query { __typename } { ...f0 }`
const parts = (count: number) => Array.from({ length: count / 100 }, () => Array(99).fill([]))
const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
const ids = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`)
const costly = (first: number) =>
  `{ movies(first: ${first}) { nodes { shows(first: 100) { nodes { id movie { id } } } } } }`

const over = (code: string, actual: number, limit: number) => ({ code, actual, limit })

it('tells what each event of a subscription has cost, to who asks for that alone', async () => {
  const query = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId } } }'
  const payload = { query, variables: { id: show.id } }
  const socket = await RawSocket.open(server.url)
  socket.send({ id: 'asks', type: 'subscribe', payload: { ...payload, extensions: { cost: true } } })
  socket.send({ id: 'does not', type: 'subscribe', payload })
  const told = await socket.wait(({ id }) => id === 'asks')
  expect(told.payload.extensions).toEqual({ cost: { estimate: expect.any(Number), actual: 5, limit: 5_000 } })
  expect((await socket.wait(({ id }) => id === 'does not')).payload).not.toHaveProperty('extensions')
  socket.close()
})

describe.each(TRANSPORTS)('over $name', ({ ask }) => {
  const refusal = async (asked: Asked) => {
    const { data, errors } = await ask(server.url, asked)
    expect(data ?? null).toBeNull()
    return errors
  }

  it.each<[string, Asked, object]>([
    ['nothing', {}, { code: 'BAD_REQUEST' }],
    ['a text that is none', { query: 1 }, { code: 'BAD_REQUEST' }],
    ['a name that is none', { query: '{ __typename }', operationName: 3 }, { code: 'BAD_REQUEST' }],
    ['variables that are a list', { query: '{ __typename }', variables: [] }, { code: 'BAD_REQUEST' }],
    ['variables that are a text', { query: '{ __typename }', variables: 'x' }, { code: 'BAD_REQUEST' }],
    ['extensions that are a text', { query: '{ __typename }', extensions: 'x' }, { code: 'BAD_REQUEST' }],
    ['an empty text', { query: ' ' }, { code: 'BAD_REQUEST' }],
    ['a syntax error', { query: '{ movies {' }, { code: 'GRAPHQL_PARSE_FAILED' }],
    ['a field that there is not', { query: '{ nonsense }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['introspection', { query: '{ __schema { __typename } }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'a fragment that spreads itself',
      { query: '{ ...a } fragment a on Query { ...a }' },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    [
      'one of several operations',
      { query: 'query a { __typename } query b { __typename }' },
      { code: 'OPERATION_RESOLUTION_FAILURE' },
    ],
    [
      'an operation that there is not',
      { query: 'query a { __typename }', operationName: 'b' },
      { code: 'OPERATION_RESOLUTION_FAILURE' },
    ],
    ['a variable that is missing', { query: 'query ($id: ID!) { show(id: $id) { id } }' }, { code: 'BAD_USER_INPUT' }],
    [
      'a variable twice',
      { query: 'query ($a: ID!, $a: ID!) { show(id: $a) { id } }' },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    ],
    ['a document by its id', { documentId: 'x' }, { code: 'PERSISTED_QUERY_NOT_SUPPORTED' }],
    ['too many tokens', { query: fields(2_000) }, { code: 'TOKEN_LIMIT_EXCEEDED' }],
    ['too many fields', { query: fields(401) }, over('FIELD_LIMIT_EXCEEDED', 401, 400)],
    ['too many fields by fragments', { query: doubling(99) }, over('FIELD_LIMIT_EXCEEDED', 2 ** 99, 400)],
    ['too many aliases', { query: aliases(51) }, over('ALIAS_LIMIT_EXCEEDED', 51, 50)],
    ['too many directives', { query: directives(51) }, over('DIRECTIVE_LIMIT_EXCEEDED', 51, 50)],
    [
      'too many directives of variables',
      { query: `query (${'$a: Int '}${'@include(if: true) '.repeat(51)}) { __typename }` },
      over('DIRECTIVE_LIMIT_EXCEEDED', 51, 50),
    ],
    ['too many fragments', { query: chain(101) }, over('FRAGMENT_LIMIT_EXCEEDED', 101, 100)],
    ['fields too deep', { query: deep(11) }, over('DEPTH_LIMIT_EXCEEDED', 23, 20)],
    [
      'a list too long',
      { query: `{ nodes(ids: ${JSON.stringify(ids(101))}) { id } }` },
      over('LIST_LIMIT_EXCEEDED', 101, 100),
    ],
    [
      'a list too long in a variable',
      { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids: ids(101) } },
      over('LIST_LIMIT_EXCEEDED', 101, 100),
    ],
    [
      'a list too long in a default',
      { query: `query ($ids: [ID!]! = ${JSON.stringify(ids(101))}) { nodes(ids: $ids) { id } }` },
      over('LIST_LIMIT_EXCEEDED', 101, 100),
    ],
    [
      'values too deep',
      { query: '{ __typename }', variables: { a: nested(1_000) } },
      over('DEPTH_LIMIT_EXCEEDED', 1_001, 20),
    ],
    [
      'too many fields in a variable',
      {
        query: 'query ($f: ShowFilter) { shows(filter: $f) { nodes { id } } }',
        variables: { f: Object.fromEntries(ids(101).map((name) => [name, 0])) },
      },
      over('LIST_LIMIT_EXCEEDED', 101, 100),
    ],
    [
      'a subscription that may have no field',
      {
        query: 'subscription ($id: ID!) { seatMapChanged(showId: $id) @skip(if: true) { kind } }',
        variables: { id: 'x' },
      },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    [
      'one that may have none by a fragment',
      {
        query: `subscription ($is: Boolean!) { ... on Subscription { ...watch @include(if: $is) } }
          fragment watch on Subscription { seatMapChanged(showId: "x") { kind } }`,
        variables: { is: false },
      },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    ['too much', { query: costly(100) }, over('COST_LIMIT_EXCEEDED', 20_201, 5_000)],
    [
      'too much by a variable',
      { query: costly(1).replace('first: 1)', 'first: $n)').replace('{', 'query ($n: Int) {'), variables: { n: 50 } },
      over('COST_LIMIT_EXCEEDED', 10_101, 5_000),
    ],
    [
      'lists times aliases',
      {
        query: `{ ${Array.from({ length: 50 }, (_, n) => `a${n}: movies(first: 100) { nodes { id } edges { node { id } } }`).join(' ')} }`,
      },
      over('COST_LIMIT_EXCEEDED', 50 * 301, 5_000),
    ],
    [
      'a page that is absurd',
      { query: '{ movies(first: 2147483647) { nodes { id } } }' },
      over('PAGE_LIMIT_EXCEEDED', 2_147_483_647, 100),
    ],
    [
      'a page that is too large',
      { query: '{ movies(first: 101) { nodes { id } } }' },
      over('PAGE_LIMIT_EXCEEDED', 101, 100),
    ],
    ['a page of none', { query: '{ movies(first: 0) { nodes { id } } }' }, { code: 'BAD_USER_INPUT' }],
    [
      'fields that do not go together',
      { query: '{ a: movies(first: 1) { nodes { id } } a: movies(first: 2) { nodes { id } } }' },
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    [
      'to sign in too often',
      {
        query: `mutation { ${Array.from({ length: 21 }, (_, n) => `a${n}: signIn(input: { email: "a", password: "b" }) { __typename }`).join(' ')} }`,
      },
      over('COST_LIMIT_EXCEEDED', 10_521, 5_000),
    ],
  ])('refuses %s', async (_what, asked, extensions) => {
    expect(await refusal(asked)).toMatchObject([{ extensions }])
  })

  it.each([
    ['variables', { a: parts(10_000), b: parts(10_000), c: parts(100) }],
    ['extensions', { a: parts(20_100) }],
  ])(
    'refuses so many arrays, objects and fields in %s that they take long to be looked through',
    async (where, value) => {
      const message = 'A request has at most 20000 arrays, objects and fields.'
      const errors = await refusal({ query: '{ __typename }', [where]: value })
      expect(errors).toEqual([{ message, extensions: { code: 'LIST_LIMIT_EXCEEDED' } }])
    },
  )

  it('repeats little of what is wrong, and says the same of it however often it comes', async () => {
    const keys = Object.fromEntries(ids(90).map((name) => [name, 0]))
    const query = 'query ($f: ShowFilter) { shows(filter: $f) { nodes { id } } }'
    const asked = { query, variables: { f: { ...keys, text: 'x'.repeat(20_000) } } }
    const answers = []
    for (let sent = 0; sent < 5; sent++) answers.push(await ask(server.url, asked))
    expect(answers[0]!.errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
    expect(JSON.stringify(answers[0]).length).toBeLessThan(6_000)
    expect(answers).toEqual(Array(5).fill(answers[0]))
    const unknown = await refusal({ query: 'query a { __typename }', operationName: 'x'.repeat(20_000) })
    expect(unknown![0]!.message.length).toBeLessThan(2_000)
  })

  it.each<[string, Asked]>([
    ['names that all objects have', { query: '{ __proto__: __typename constructor: __typename }' }],
    [
      'variables with such names',
      { query: 'query ($constructor: Int = 1) { movies(first: $constructor) { nodes { title } } }' },
    ],
    [
      'a variable that is wrong',
      {
        query: 'query ($f: ShowFilter) { shows(filter: $f) { nodes { id } } }',
        variables: { f: { format: 'NONE' } },
      },
    ],
  ])('answers %s the same however often they come', async (_what, asked) => {
    const answers: string[] = []
    for (let sent = 0; sent < 5; sent++) answers.push(JSON.stringify(await ask(server.url, asked)))
    expect(new Set(answers).size).toBe(1)
  })

  it.each<[string, Asked]>([
    ['a field', { query: '{ movie { id } }' }],
    ['an argument', { query: '{ movies(frst: 1) { nodes { id } } }' }],
    ['a type', { query: '{ node(id: "x") { ... on Moovie { id } } }' }],
    [
      'a field of a variable',
      { query: 'query ($f: ShowFilter) { shows(filter: $f) { nodes { id } } }', variables: { f: { citi: 'x' } } },
    ],
    [
      'a field of a variable, in a message that is cut',
      {
        query: 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }',
        variables: { i: { email: 'a', password: 'x'.repeat(842), captchaToke: 'x' } },
      },
    ],
  ])('does not tell strangers the names that there are, by %s that there is not', async (_what, asked) => {
    const [error] = (await refusal(asked))!
    expect(error!.message).not.toContain('Did you mean')
  })

  it('answers what is as large as may be', async () => {
    expect(await ask(server.url, { query: fields(400) })).toEqual({ data: { __typename: 'Query' } })
    expect(Object.keys((await ask(server.url, { query: aliases(50) })).data)).toHaveLength(50)
    expect(await ask(server.url, { query: chain(100) })).toEqual({ data: { __typename: 'Query' } })
  })

  it('tells what an operation was expected to cost and what it has cost, when asked', async () => {
    const query = `query ($id: ID!, $first: Int!) {
      show(id: $id) { id movie { id } screen { id } }
      movies(first: $first) { nodes { id } pageInfo { hasNextPage } }
      seatMap(showId: $id) { rows { seats { id } } }
    }`
    const asked = { query, variables: { id: show.id, first: 7 } }
    const { data, extensions } = await ask(server.url, { ...asked, extensions: { cost: true } })
    expect(data.movies.nodes).toHaveLength(1)
    // 3 of the show, 2 and 7 of the movies, 1 + 20 * (1 + 25) of the map; in fact 3, 2 + 1, and 1 + 1 + 4.
    expect(extensions).toEqual({ cost: { estimate: 533, actual: 12, limit: 5_000 } })
    expect(await ask(server.url, asked)).not.toHaveProperty('extensions')
  })

  it.each([
    ['costs more by an argument', '2000-01-01T00:00:00Z', 2_021],
    ['does not where that is null', null, 21],
  ])('%s', async (_case, at, estimate) => {
    const query = 'query ($id: ID!, $at: DateTime) { seatMap(showId: $id, at: $at) { rows { label } } }'
    const { extensions } = await ask(server.url, { query, variables: { id: show.id, at }, extensions: { cost: true } })
    expect(extensions?.cost).toMatchObject({ estimate })
  })
})
