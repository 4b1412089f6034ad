import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { checkOperations, readSchema } from '../../../src/modules/partners/index.js'

const SCHEMA = `
  type Query {
    find(filter: Filter, sort: Sort): [Found!]!
    named: Named
    film: Film!
    reel: Reel
  }
  union Found = Film | Short
  interface Named { name: String! }
  type Film implements Named { name: String! sort: Sort! length: Int tags: [Tag] at: Time director: Named }
  type Short implements Named { name: String! }
  type Reel { name: String! size: Float! }
  input Filter { and: [Filter!] sort: Sort limit: Int! = 10 at: Time size: Size }
  input Size { least: Int most: Int }
  enum Sort { NAME LENGTH }
  enum Tag { NEW }
  scalar Time
`
const ALL = 'query All($filter: Filter) { find(filter: $filter) { ... on Named { name } ... on Film { ...Parts } } }'
const PARTS = 'fragment Parts on Film { sort length tags at director { name } }'

/** What is told of an operation once these texts of the schema are others. */
async function check(text: string, changes: readonly [string, string][]) {
  let next = SCHEMA
  for (const [from, to] of changes) {
    expect(next).toContain(from)
    next = next.replaceAll(from, to)
  }
  const rules = { schema: readSchema(next), base: readSchema(SCHEMA), limits: readConfig({}) }
  const { refused } = await checkOperations(rules, [{ id: 'a', text, name: null, type: null }])
  return refused.flatMap(({ problems }) => problems)
}

describe('what breaks an operation', () => {
  it.each<[string, [string, string], string]>([
    ['a list that may have gaps', ['[Found!]!', '[Found]!'], 'Query.find changed type from [Found!]! to [Found]!.'],
    ['another scalar', ['length: Int ', 'length: Float '], 'Film.length changed type from Int to Float.'],
    ['a list in the place of one', ['length: Int ', 'length: [Int] '], 'Film.length changed type from Int to [Int].'],
    [
      'what may be missing now',
      ['sort: Sort! length', 'sort: Sort length'],
      'Film.sort changed type from Sort! to Sort.',
    ],
    ['an enum that becomes a scalar', ['enum Tag { NEW }', 'scalar Tag'], 'Tag changed from Enum to Scalar.'],
    ['an object that a fragment is for no more', ['Short implements Named', 'Short'], 'Short is no Named any more.'],
    ['an input that is gone', ['most: Int', 'upTo: Int'], 'Size.most was removed.'],
    ['an input of another type', ['least: Int', 'least: [Int]'], 'Size.least changed type from Int to [Int].'],
    ['an input that must not be null', ['least: Int', 'least: Int!'], 'Size.least changed type from Int to Int!.'],
    [
      'an input with a default that must not be null',
      ['least: Int', 'least: Int! = 1'],
      'Size.least changed type from Int to Int!.',
    ],
    ['an input without its default', ['limit: Int! = 10', 'limit: Int!'], 'Filter.limit has no default any more.'],
    [
      'another default of an input',
      ['limit: Int! = 10', 'limit: Int! = 20'],
      'Filter.limit has the default 20 now, and had 10.',
    ],
    [
      'an input that may be null and has no default',
      ['limit: Int! = 10', 'limit: Int'],
      'Filter.limit has no default any more.',
    ],
    [
      'an input that has to be given',
      ['input Size {', 'input Size { unit: String!'],
      'A required field unit on input type Size was added.',
    ],
    ['one input of several', ['input Size', 'input Size @oneOf'], 'Size takes exactly one of its fields now.'],
    ['an input whose type is another', ['size: Size', 'size: Time'], 'Filter.size changed type from Size to Time.'],
    ['an input whose type has another name', [' Size', ' Sizes'], 'Filter.size changed type from Size to Sizes.'],
    ['a value that may be given', ['LENGTH', 'MINUTES'], 'LENGTH was removed from enum type Sort.'],
    [
      'an input that becomes a scalar',
      ['input Filter { and: [Filter!] sort: Sort limit: Int! = 10 at: Time size: Size }', 'scalar Filter'],
      'Filter changed from InputObject to Scalar.',
    ],
  ])('is %s', async (_what, change, problem) => {
    expect(await check(ALL + PARTS, [change])).toEqual([problem])
  })
})

describe('what breaks no operation', () => {
  it.each<[string, [string, string]]>([
    ['what it does not ask for', ['size: Float!', 'size: Int']],
    ['what is gone that it does not ask for', ['reel: Reel', 'film2: Film']],
    ['an answer that is never null now', ['length: Int ', 'length: Int! ']],
    ['a narrower answer', ['director: Named', 'director: Short']],
    ['a value that is only read', ['NEW', 'OLD']],
    ['an answer that comes no more', ['union Found = Film | Short', 'union Found = Film']],
    ['another member of a union', ['union Found = Film | Short', 'union Found = Film | Short | Reel']],
    ['an input that need not be given', ['most: Int', 'most: Int unit: String']],
    ['an input that has a default', ['most: Int', 'most: Int unit: String! = "MB"']],
    ['an input that may be null', ['limit: Int! = 10', 'limit: Int = 10']],
    ['another value', ['LENGTH', 'LENGTH AGE']],
    ['a description', ['type Reel', '"Of film." type Reel']],
  ])('is %s', async (_what, change) => {
    expect(await check(ALL + PARTS, [change])).toEqual([])
  })

  it('is a change of what it gives as it stands, as far as that is still right', async () => {
    const changes: [string, string][] = [
      ['most: Int', 'upTo: Int'],
      ['LENGTH', 'MINUTES'],
    ]
    expect(await check('{ find(filter: { sort: NAME, size: { least: 1 } }) { __typename } }', changes)).toEqual([])
    expect(await check('{ find(filter: { size: { most: 1 } }) { __typename } }', changes)).toEqual([
      'Field "most" is not defined by type "Size". (1:26)',
    ])
  })
})
