import { type IExecutableSchemaDefinition, makeExecutableSchema } from '@graphql-tools/schema'
import { type GraphQLSchema, parse, printType } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { guardFields } from '../../src/guardFields.js'
import type { Viewer } from '../../src/modules/accounts/index.js'
import { Executor, mapEvents } from '../../src/transport/pipeline/executor.js'
import { accountKeyOf, appointAdmin, appointStaff } from '../kit/appoint.js'
import type { Client } from '../kit/client.js'
import { contract } from '../kit/declaredFields.js'
import { startServer, type TestServer } from '../kit/server.js'

let server: TestServer
let customer: Viewer
let usher: Viewer
let admin: Viewer
/** The resolvers that have run. */
let run: string[] = []

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  const expiresAt = new Date(server.clock.now().getTime() + 3_600_000)
  const viewerOf = async (client: Client) => ({ accountId: await accountKeyOf(client), sessionId: null, expiresAt })
  const [buyer, worker, head] = [
    await server.signInAsGuest(),
    await server.signInAsGuest(),
    await server.signInAsGuest(),
  ]
  await appointStaff(server, worker, await server.seed.show())
  await appointAdmin(server, head)
  customer = await viewerOf(buyer)
  usher = await viewerOf(worker)
  admin = await viewerOf(head)
})
afterAll(() => server.close())
beforeEach(() => {
  run = []
})

const AUTH = `directive @auth(requires: [Role!]!) on FIELD_DEFINITION | OBJECT ${printType(contract.getType('Role')!)}`

const schema = makeGuarded(
  `type Query {
    open: Int
    forStaff: Int @auth(requires: [STAFF])
    forPartners: Int @auth(requires: [PARTNER])
    forCustomersAndPartners: Int @auth(requires: [CUSTOMER, PARTNER])
    books: Books
    vault: Vault
  }
  type Books @auth(requires: [STAFF, ADMIN]) { takings: Int, secret: Int @auth(requires: [ADMIN]) }
  type Vault { key: Int @auth(requires: [ADMIN]), size: Int }
  type Subscription { news: Int @auth(requires: [STAFF]) }`,
  {
    Query: {
      open: () => tell('open'),
      forStaff: () => tell('forStaff'),
      forPartners: () => tell('forPartners'),
      forCustomersAndPartners: () => tell('forCustomersAndPartners'),
      books: () => ({ takings: 1, secret: 1 }),
      vault: () => ({ key: 1, size: 1 }),
    },
    Subscription: { news: { subscribe: () => tellNews(), resolve: () => tell('event') } },
  },
)

type AllResolvers = NonNullable<IExecutableSchemaDefinition['resolvers']>

function makeGuarded(types: string, resolvers: AllResolvers): GraphQLSchema {
  return guardFields(makeExecutableSchema({ typeDefs: `${AUTH} ${types}`, resolvers }))
}

function tell(name: string): number {
  run.push(name)
  return 1
}

async function* tellNews() {
  run.push('news')
  yield 1
}

/** What a viewer gets for a query, the same whether it is interpreted or compiled: data, and the codes of errors. */
async function ask(viewer: Viewer | null, query: string) {
  const executor = new Executor(schema, 10_000)
  const document = parse(query)
  const outcomes = []
  for (let time = 0; time < 4; time += 1) {
    const { data, errors = [] } = await executor.execute(
      { document },
      createContext(server.services, { viewer, partner: null, address: '127.0.0.1' }),
    )
    outcomes.push({ data, codes: errors.map(({ extensions }) => extensions?.code) })
  }
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
  return outcomes[0]!
}

describe('a field', () => {
  it('that is not declared is for everybody', async () => {
    expect(await ask(null, '{ open }')).toEqual({ data: { open: 1 }, codes: [] })
  })

  it('runs for who has the role alone', async () => {
    const query = '{ forStaff }'
    expect(await ask(null, query)).toEqual({ data: { forStaff: null }, codes: ['UNAUTHENTICATED'] })
    expect(await ask(customer, query)).toEqual({ data: { forStaff: null }, codes: ['FORBIDDEN'] })
    expect(await ask(admin, query)).toEqual({ data: { forStaff: null }, codes: ['FORBIDDEN'] })
    expect(run).toEqual([])
    expect(await ask(usher, query)).toEqual({ data: { forStaff: 1 }, codes: [] })
    expect(run).toEqual(Array(4).fill('forStaff'))
  })

  it('is refused beside others that are answered', async () => {
    const outcome = await ask(customer, '{ open forStaff vault { key size } }')
    expect(outcome.data).toEqual({ open: 1, forStaff: null, vault: { key: null, size: 1 } })
    expect(outcome.codes).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })

  it('says with PARTNER that partners may, and without that they may not', async () => {
    expect(await ask(customer, '{ forPartners }')).toMatchObject({ codes: ['FORBIDDEN'] })
    expect(await ask(admin, '{ forPartners }')).toMatchObject({ codes: ['FORBIDDEN'] })
    expect(await ask(customer, '{ forCustomersAndPartners }')).toMatchObject({ codes: [] })
  })
})

describe('a type', () => {
  it('asks for its role at each of its fields', async () => {
    expect(await ask(customer, '{ books { takings } }')).toEqual({
      data: { books: { takings: null } },
      codes: ['FORBIDDEN'],
    })
    expect(await ask(usher, '{ books { takings } }')).toEqual({ data: { books: { takings: 1 } }, codes: [] })
  })

  it('and a field of it both have to let through', async () => {
    expect(await ask(usher, '{ books { secret } }')).toEqual({
      data: { books: { secret: null } },
      codes: ['FORBIDDEN'],
    })
    expect(await ask(admin, '{ books { secret } }')).toEqual({ data: { books: { secret: 1 } }, codes: [] })
  })
})

describe('a subscription', () => {
  const document = parse('subscription { news }')
  const open = (viewer: Viewer | null) =>
    new Executor(schema, 10_000).openSource(
      { document },
      createContext(server.services, { viewer, partner: null, address: '127.0.0.1' }),
    )

  it.each([
    ['UNAUTHENTICATED', () => null],
    ['FORBIDDEN', () => customer],
  ])('does not begin for who is %s', async (code, viewer) => {
    expect(await open(viewer())).toMatchObject({ errors: [{ extensions: { code } }] })
    expect(run).toEqual([])
  })

  it('begins for who has the role, and each event is told without another look', async () => {
    const source = (await open(usher)) as AsyncIterable<unknown>
    const context = () => createContext(server.services, { viewer: null, partner: null, address: '127.0.0.1' })
    const executor = new Executor(schema, 10_000)
    const events = mapEvents(source, (event) => executor.execute({ document }, context(), event))
    expect(await events.next()).toEqual({ done: false, value: { data: { news: 1 } } })
    expect(run).toEqual(['news', 'event'])
  })
})

describe('an interface', () => {
  it('cannot be declared, as its fields are those of its types', () => {
    const types = `type Query { thing: Thing } interface Thing { id: ID @auth(requires: [ADMIN]) } type Box implements Thing { id: ID }`
    expect(() => makeGuarded(types, { Thing: { __resolveType: () => 'Box' } })).toThrow(
      '@auth protects nothing at id of an interface: declare it at its types',
    )
  })
})
