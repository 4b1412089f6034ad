import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { registerOperations } from '../../../src/modules/partners/index.js'
import { createSchema } from '../../../src/schema.js'
import { type Desk, manifestOf, mutation, openDesk } from './desk.js'

const MOVIES = 'query Movies { movies { nodes { id } } }'
const HOLD = 'mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { __typename } }'
const WATCH = 'subscription Watch($showId: ID!) { seatMapChanged(showId: $showId) { cursor } }'

let desk: Desk
let partnerId: string
let partnersMade = 0

beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(async () => {
  partnersMade += 1
  partnerId = await desk.addPartner(`Partner ${partnersMade}`)
})
afterAll(() => desk.close())

const OPERATIONS = `query ($id: ID!, $after: String) { partner(id: $id) { operations(first: 2, after: $after) {
  nodes { operationId name type text } pageInfo { hasNextPage endCursor } } } }`

async function written() {
  const nodes: object[] = []
  let after: string | null = null
  do {
    const { partner } = await desk.admin.query(OPERATIONS, { id: partnerId, after })
    const operations: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = partner.operations
    nodes.push(...operations.nodes)
    after = operations.pageInfo.hasNextPage ? operations.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

const register = (texts: Record<string, string>) =>
  desk.act('registerOperations', { partnerId, manifest: manifestOf(texts) })
const apollo = (operations: object[], version = 1) =>
  desk.act('registerOperations', {
    partnerId,
    manifest: JSON.stringify({ format: 'apollo-persisted-query-manifest', version, operations }),
  })

describe('RegisterOperationsSuccess', () => {
  it('adds what is new, as often as one likes', async () => {
    const first = await register({ b: MOVIES, a: HOLD })
    expect(first).toEqual({
      __typename: 'RegisterOperationsSuccess',
      partner: { id: partnerId },
      addedCount: 2,
      unchangedCount: 0,
    })
    expect(await register({ a: HOLD, b: MOVIES, 'sha1:c': WATCH })).toMatchObject({ addedCount: 1, unchangedCount: 2 })
    expect(await register({ a: HOLD })).toMatchObject({ addedCount: 0, unchangedCount: 1 })
    expect(await written()).toEqual([
      { operationId: 'a', name: 'Hold', type: 'MUTATION', text: HOLD },
      { operationId: 'b', name: 'Movies', type: 'QUERY', text: MOVIES },
      { operationId: 'sha1:c', name: 'Watch', type: 'SUBSCRIPTION', text: WATCH },
    ])
  })

  it('adds each operation once when the same manifest comes twice at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => register({ a: HOLD, b: MOVIES })))
    expect(answers.map(({ addedCount }) => addedCount).sort()).toEqual([0, 0, 2])
    expect(await written()).toHaveLength(2)
  })

  it('lets each partner have its own text for an id', async () => {
    await register({ a: HOLD })
    partnerId = await desk.addPartner('Another one')
    expect(await register({ a: MOVIES })).toMatchObject({ addedCount: 1 })
    expect(await written()).toMatchObject([{ operationId: 'a', text: MOVIES }])
  })

  it('takes an operation without a name', async () => {
    expect(await register({ a: '{ movies { nodes { id } } }' })).toMatchObject({ addedCount: 1 })
    expect(await written()).toMatchObject([{ name: null, type: 'QUERY' }])
  })
})

describe('InvalidOperationsError', () => {
  it('tells all that is wrong with all of them, and registers none', async () => {
    const answer = await register({
      good: MOVIES,
      unknown: 'query Unknown($id: ID) { movie(id: 1) { titel } zzzzzz }',
      broken: 'query {',
      none: 'fragment Parts on Movie { id }',
      several: `${MOVIES} ${HOLD}`,
      nul: '{ movies { nodes { id } } } # \u0000',
    })
    expect(answer).toEqual({
      __typename: 'InvalidOperationsError',
      message: '5 of 6 operations are not good: nothing was registered.',
      operations: [
        {
          operationId: 'unknown',
          name: 'Unknown',
          problems: [
            'Cannot query field "titel" on type "Movie". Did you mean "title"? (1:41)',
            'Cannot query field "zzzzzz" on type "Query". (1:49)',
            'Variable "$id" is never used in operation "Unknown". (1:15)',
          ],
        },
        { operationId: 'broken', name: null, problems: ['Syntax Error: Expected Name, found <EOF>. (1:8)'] },
        {
          operationId: 'none',
          name: null,
          problems: ['It has to be one operation with its fragments, and not none.'],
        },
        {
          operationId: 'several',
          name: null,
          problems: ['It has to be one operation with its fragments, and not several.'],
        },
        { operationId: 'nul', name: null, problems: ['It contains the character U+0000.'] },
      ],
    })
    expect(await written()).toEqual([])
  })

  it('comes for what is larger than a request may be, and for a SHA-256 that is of another text', async () => {
    const sha256 = '0'.repeat(64)
    const answer = await register({ large: `{ ${'__typename '.repeat(401)} }`, [sha256]: MOVIES })
    expect(answer.operations).toMatchObject([
      { operationId: 'large', problems: ['There are too many fields: at most 400, and not 401.'] },
      { operationId: sha256, problems: ['Its id is a SHA-256, but not that of its text.'] },
    ])
    expect(await written()).toEqual([])
  })

  it('comes for what would be refused with the defaults of its variables, or the least for those that have none', async () => {
    const shows = (first: string) =>
      `shows(first: ${first}) { nodes { movie { shows(first: ${first}) { nodes { id } } } } }`
    const answer = await register({
      page: 'query Page { movies(first: 101) { nodes { id } } }',
      default: 'query Default($first: Int = 101) { movies(first: $first) { nodes { id } } }',
      cost: `query Cost { ${shows('100')} }`,
      defaultCost: `query DefaultCost($first: Int = 100) { ${shows('$first')} }`,
    })
    expect(answer.operations).toMatchObject([
      { operationId: 'page', problems: ['A page is too large: at most 100, and not 101.'] },
      { operationId: 'default', problems: ['A page is too large: at most 100, and not 101.'] },
      { operationId: 'cost', problems: ['It costs too much: at most 5000, and not 10301.'] },
      { operationId: 'defaultCost', problems: ['It costs too much: at most 5000, and not 10301.'] },
    ])
    expect(await written()).toEqual([])
    expect(await register({ small: `query Small($first: Int!) { ${shows('$first')} }` })).toMatchObject({
      addedCount: 1,
    })
  })

  it('comes for introspection where servers refuse it', async () => {
    const text = 'query Types { __schema { types { name } } }'
    expect(await register({ types: text })).toMatchObject({ addedCount: 1 })
    const { services } = desk.server
    const rules = { schema: createSchema(services.config), limits: { ...services.config, introspection: false } }
    const manifest = manifestOf({ types: text, name: 'query Name { __typename }' })
    expect(await registerOperations(services, { partnerId, manifest, rules })).toMatchObject({
      __typename: 'InvalidOperationsError',
      operations: [{ operationId: 'types', problems: [expect.stringContaining('introspection'), expect.anything()] }],
    })
  })

  it('comes for a manifest that says something else than its texts', async () => {
    const answer = await apollo([{ id: 'a', name: 'Films', type: 'mutation', body: MOVIES }])
    expect(answer.operations).toEqual([
      {
        operationId: 'a',
        name: 'Movies',
        problems: ['The manifest calls it Films, its text does not.', 'The manifest says MUTATION, its text QUERY.'],
      },
    ])
    expect(await written()).toEqual([])
  })
})

describe('OperationIdTakenError', () => {
  it('comes for an id with another text, and nothing is registered', async () => {
    await register({ a: HOLD, b: MOVIES })
    expect(await register({ a: `${HOLD} `, b: MOVIES, c: WATCH })).toEqual({
      __typename: 'OperationIdTakenError',
      message: '1 of the ids stand for other texts already: nothing was registered.',
      operationIds: ['a'],
    })
    expect(await written()).toMatchObject([{ operationId: 'a', text: HOLD }, { operationId: 'b' }])
  })

  it('comes for all but one of several texts at once', async () => {
    const answers = await Promise.all([MOVIES, HOLD, WATCH].map((text) => register({ a: text })))
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'OperationIdTakenError',
      'OperationIdTakenError',
      'RegisterOperationsSuccess',
    ])
    expect(await written()).toHaveLength(1)
  })
})

describe('OperationLimitError', () => {
  it('comes where a partner would have more than 10000 operations', async () => {
    await desk.server.seed.sql(
      `INSERT INTO partner_operation (partner_id, id, type, text, registered_at)
       SELECT partner.id, 'old-' || i, 'QUERY', '{ movies { nodes { id } } }', now()
       FROM partner, generate_series(1, 9999) AS i WHERE name = $1`,
      [`Partner ${partnersMade}`],
    )
    expect(await register({ a: HOLD, b: MOVIES })).toEqual({
      __typename: 'OperationLimitError',
      message: 'The partner would have 10001 operations, and may have 10000: remove old ones.',
      limit: 10_000,
    })
    expect(await register({ a: HOLD, 'old-1': '{ movies { nodes { id } } }' })).toMatchObject({ addedCount: 1 })
  })
})

describe('InvalidManifestError', () => {
  const text = { name: 'Movies', type: 'query', body: MOVIES }
  it.each([
    ['no JSON', 'movies', /^The manifest is not JSON\. A manifest is what Apollo's/],
    ['a list', '[]', /^A manifest is what Apollo's/],
    ['texts that are none', '{ "a": 1 }', /^A manifest is what Apollo's/],
    ['an id that is none', '{ "a b": "{ movies }" }', /^"a b" is no id: it has 1 to 256 visible ASCII characters\.$/],
    ['nothing', '{}', /^The manifest has no operation\.$/],
    [
      'another format',
      '{ "format": "apollo-persisted-query-manifest", "version": "1" }',
      /^A manifest is what Apollo's/,
    ],
  ])('comes for %s', async (_what, manifest, message) => {
    const answer = await desk.act('registerOperations', { partnerId, manifest })
    expect(answer).toEqual({ __typename: 'InvalidManifestError', message: expect.stringMatching(message) })
    expect(await written()).toEqual([])
  })

  it('comes for another version, for an id that comes twice, and for too many operations', async () => {
    expect(await apollo([{ id: 'a', ...text }], 2)).toMatchObject({
      message: 'The manifest has the version 2, and 1 alone is understood.',
    })
    expect(
      await apollo([
        { id: 'a', ...text },
        { id: 'a', ...text },
      ]),
    ).toMatchObject({
      message: 'The manifest has the id a twice.',
    })
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`id-${index}`, MOVIES]))
    expect(await register(many)).toMatchObject({ message: 'The manifest has more than 2000 operations: split it.' })
    expect(await written()).toEqual([])
  })
})

describe('NotFoundError', () => {
  it.each([toGlobalId('Partner', crypto.randomUUID()), 'x'])('comes for the partner %s', async (id) => {
    expect(await desk.act('registerOperations', { partnerId: id, manifest: manifestOf({ a: HOLD }) })).toEqual({
      __typename: 'NotFoundError',
      message: 'There is no partner with this id.',
    })
  })
})

describe('who is no administrator', () => {
  it('registers nothing', async () => {
    const guest = await desk.server.signInAsGuest()
    const input = { partnerId, manifest: manifestOf({ a: HOLD }) }
    const { errors } = await guest.send(mutation('registerOperations'), { input })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await written()).toEqual([])
  })
})
