import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { checkOperations, readSchema } from '../../../src/modules/partners/index.js'

const SCHEMA = `
  directive @auth(requires: [Role!]!) on FIELD_DEFINITION | OBJECT
  enum Role { CUSTOMER STAFF ADMIN }
  type Query {
    film(id: ID): Film
    sales: Int @auth(requires: [STAFF, ADMIN])
    accounts: Int @auth(requires: [ADMIN])
    ledger: Ledger
    find(first: Int = 20, sort: Sort = NAME, filter: Filter): [Found!]!
    refuse: Refusal!
    delay: Delay!
    node: Node
  }
  type Ledger @auth(requires: [STAFF, ADMIN]) { total: Int own: Int @auth(requires: [CUSTOMER]) }
  interface Node { id: ID! }
  interface UserError { message: String! }
  type Film implements Node { id: ID! shots(first: Int = 20): Int name: String! }
  type Short implements Node { id: ID! shots(first: Int = 20): Int name: String! }
  union Found = Film | Short
  type Late implements UserError { message: String! }
  type Early implements UserError { message: String! }
  union Refusal = Film | Late | Lost
  union Delay = Short | Early | Lost
  type Lost implements UserError { message: String! }
  enum Sort { NAME LENGTH }
  input Filter { limit: Int = 10 and: Filter size: Size = { least: 1 } }
  input Size { least: Int = 0 most: Int = 9 }
`

/** What is told of an operation once this text of the schema is another one. */
async function check(text: string, [from, to]: readonly [string, string]) {
  expect(SCHEMA).toContain(from)
  const rules = { schema: readSchema(SCHEMA.replace(from, to)), base: readSchema(SCHEMA), limits: readConfig({}) }
  const { refused } = await checkOperations(rules, [{ id: 'a', text, name: null, type: null }])
  return refused.flatMap(({ problems }) => problems)
}

type Broken = [what: string, text: string, change: [string, string], problems: string[]]
type Unbroken = [what: string, text: string, change: [string, string]]

const TOLD = 'fragment Told on UserError { __typename message }'

describe('who may ask', () => {
  it.each<Broken>([
    [
      'everybody could',
      '{ film { name } }',
      ['film(id: ID): Film', 'film(id: ID): Film @auth(requires: [CUSTOMER])'],
      ['Query.film is for CUSTOMER alone now, and was for everybody.'],
    ],
    [
      'another role could as well',
      '{ sales }',
      ['@auth(requires: [STAFF, ADMIN])', '@auth(requires: [ADMIN])'],
      ['Query.sales is for ADMIN alone now, and was for STAFF and ADMIN.'],
    ],
    [
      'another role could',
      '{ accounts }',
      ['@auth(requires: [ADMIN])', '@auth(requires: [STAFF])'],
      ['Query.accounts is for STAFF alone now, and was for ADMIN.'],
    ],
    [
      'everybody could ask its object',
      '{ film { name id } }',
      ['type Film implements Node', 'type Film implements Node @auth(requires: [STAFF, ADMIN])'],
      [
        'Film.name is for STAFF and ADMIN alone now, and was for everybody.',
        'Film.id is for STAFF and ADMIN alone now, and was for everybody.',
      ],
    ],
    [
      'everybody could ask an object of an interface',
      '{ node { id } }',
      ['type Short implements Node { id: ID!', 'type Short implements Node { id: ID! @auth(requires: [STAFF])'],
      ['Short.id is for STAFF alone now, and was for everybody.'],
    ],
    [
      'everybody could ask an object by a fragment',
      `{ refuse { ...Told } } ${TOLD}`,
      ['type Late implements UserError {', 'type Late implements UserError @auth(requires: [STAFF]) {'],
      ['Late.message is for STAFF alone now, and was for everybody.'],
    ],
    [
      'another role could ask its object, whoever may ask for it there',
      '{ ledger { own } }',
      ['type Ledger @auth(requires: [STAFF, ADMIN])', 'type Ledger @auth(requires: [STAFF])'],
      ['Ledger.own is for STAFF alone now, and was for CUSTOMER, and for STAFF and ADMIN.'],
    ],
  ])('breaks an operation where %s', async (_what, text, change, problems) => {
    expect(await check(text, change)).toEqual(problems)
  })

  it.each<Unbroken>([
    ['is more roles', '{ accounts }', ['@auth(requires: [ADMIN])', '@auth(requires: [ADMIN, STAFF])']],
    ['is every account', '{ accounts }', ['@auth(requires: [ADMIN])', '@auth(requires: [CUSTOMER])']],
    ['is everybody', '{ accounts }', ['@auth(requires: [ADMIN])', '']],
    ['is the same', '{ sales }', ['[STAFF, ADMIN]', '[ADMIN, STAFF]']],
    ['was told by the object', '{ ledger { total } }', ['total: Int', 'total: Int @auth(requires: [ADMIN, STAFF])']],
    [
      'is others for what it does not ask',
      '{ film { id } }',
      ['name: String!', 'name: String! @auth(requires: [STAFF])'],
    ],
    [
      'is others for what does not come where it asks',
      `{ refuse { ...Told } } ${TOLD}`,
      ['type Early implements UserError {', 'type Early implements UserError @auth(requires: [STAFF]) {'],
    ],
  ])('breaks nothing where it %s', async (_what, text, change) => {
    expect(await check(text, change)).toEqual([])
  })
})

describe('an object that comes no more', () => {
  it.each<Broken>([
    [
      'of a union',
      '{ find { __typename } }',
      ['union Found = Film | Short', 'union Found = Film'],
      ['Short does not come as Found any more, and its __typename is asked for.'],
    ],
    [
      'of an interface, as it is called otherwise',
      '{ node { type: __typename id } }',
      ['type Short implements Node', 'type Short { name: String } type Clip implements Node'],
      ['Short does not come as Node any more, and its __typename is asked for.'],
    ],
    [
      'within a fragment',
      '{ refuse { ... on UserError { __typename } } }',
      ['Film | Late | Lost', 'Film | Lost'],
      ['Late does not come as UserError any more, and its __typename is asked for.'],
    ],
    [
      'within a fragment that is spread at several places',
      `{ refuse { ...Told } delay { ...Told } } ${TOLD}`,
      ['Short | Early | Lost', 'Short | Lost'],
      ['Early does not come as UserError any more, and its __typename is asked for.'],
    ],
  ])('breaks an operation that asks for its name: %s', async (_what, text, change, problems) => {
    expect(await check(text, change)).toEqual(problems)
  })

  it.each<Unbroken>([
    ['asks for no name', '{ find { ... on Film { name } } }', ['union Found = Film | Short', 'union Found = Film']],
    [
      'asks for the names of others',
      `{ refuse { ... on Film { __typename } ...Told } } ${TOLD}`,
      ['Short | Early | Lost', 'Short | Lost'],
    ],
    [
      'gets another one',
      '{ find { __typename } }',
      ['union Found = Film | Short', 'union Found = Film | Short | Late'],
    ],
  ])('breaks no operation that %s', async (_what, text, change) => {
    expect(await check(text, change)).toEqual([])
  })
})

describe('a field that is gone', () => {
  it('is told alone, and nothing of what came below it', async () => {
    const change: [string, string] = ['refuse: Refusal!', 'other: Int']
    expect(await check('{ refuse { __typename } }', change)).toEqual([
      'Cannot query field "refuse" on type "Query". (1:3)',
    ])
  })
})

describe('another default', () => {
  const OF_FIRST: [string, string] = ['find(first: Int = 20', 'find(first: Int = 50']

  it.each<Broken>([
    ['an argument', '{ find { __typename } }', OF_FIRST, ['Query.find(first:) has the default 50 now, and had 20.']],
    [
      'an argument by a variable that need not be given',
      'query ($first: Int) { find(first: $first) { __typename } }',
      OF_FIRST,
      ['Query.find(first:) has the default 50 now, and had 20.'],
    ],
    [
      'an argument that has none now',
      '{ find(first: 1) { __typename } }',
      ['sort: Sort = NAME', 'sort: Sort'],
      ['Query.find(sort:) has no default any more.'],
    ],
    [
      'an argument of an object among others',
      '{ find { ... on Film { shots } } }',
      [
        'type Film implements Node { id: ID! shots(first: Int = 20)',
        'type Film implements Node { id: ID! shots(first: Int = 5)',
      ],
      ['Film.shots(first:) has the default 5 now, and had 20.'],
    ],
    [
      'a field of an input',
      '{ find(filter: { and: { and: { limit: 1 } } }) { __typename } }',
      ['limit: Int = 10', 'limit: Int = 5'],
      ['Filter.limit has the default 5 now, and had 10.'],
    ],
    [
      'a field of an input by a variable that need not be given',
      'query ($limit: Int) { find(filter: { limit: $limit, size: null }) { __typename } }',
      ['limit: Int = 10', 'limit: Int'],
      ['Filter.limit has no default any more.'],
    ],
    [
      'a field of an input whose default has others in it',
      '{ find(filter: { limit: 1 }) { __typename } }',
      ['most: Int = 9', 'most: Int = 8'],
      ['Filter.size has the default {"least":1,"most":8} now, and had {"least":1,"most":9}.'],
    ],
    [
      'perhaps a field of a variable',
      'query ($filter: Filter!) { find(filter: $filter) { __typename } }',
      ['least: Int = 0', 'least: Int'],
      ['Size.least has no default any more.'],
    ],
  ])('breaks an operation that leaves out %s', async (_what, text, change, problems) => {
    expect(await check(text, change)).toEqual(problems)
  })

  it.each<Unbroken>([
    ['is given', '{ find(first: 20) { __typename } }', OF_FIRST],
    ['is given as null', '{ find(first: null) { __typename } }', OF_FIRST],
    ['is given by a variable', 'query ($first: Int!) { find(first: $first) { __typename } }', OF_FIRST],
    ['is given by that of a variable', 'query ($first: Int = 3) { find(first: $first) { __typename } }', OF_FIRST],
    ['is given in an input', '{ find(filter: { limit: 1 }) { __typename } }', ['limit: Int = 10', 'limit: Int = 5']],
    ['is of an input that is left out', '{ find { __typename } }', ['limit: Int = 10', 'limit: Int = 5']],
    ['is of a field that it does not ask for', '{ film { id } }', OF_FIRST],
    ['is where there was none', '{ film { id } }', ['film(id: ID)', 'film(id: ID = 1)']],
  ])('breaks no operation where what it is for %s', async (_what, text, change) => {
    expect(await check(text, change)).toEqual([])
  })
})
