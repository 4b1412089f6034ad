import { createClient as createSocketClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { accountKeyOf, appointAdmin, appointStaff } from '../../kit/appoint.js'
import type { Client } from '../../kit/client.js'
import { listRootFields } from '../../kit/declaredFields.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { statementsOf } from '../../kit/statements.js'

const fields = listRootFields()
const declared = fields.flatMap((field) => (field.roles === null ? [] : [{ ...field, roles: field.roles }]))

let server: TestServer
let customer: Client

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  customer = await server.signInAsGuest()
})
afterAll(() => server.close())

/** What is open to strangers: it makes the account that all else needs. */
const OPEN_MUTATIONS = [
  'refreshSession',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signInAsGuest',
  'signUp',
  'verifyEmail',
]

describe('the schema', () => {
  it('declares @auth at each mutation that is not open to strangers', () => {
    const open = fields.filter(({ kind, roles }) => kind === 'mutation' && roles === null)
    expect(open.map(({ name }) => name).toSorted()).toEqual(OPEN_MUTATIONS)
  })

  it('names at least one role wherever it declares it', () => {
    expect(declared.length).toBeGreaterThan(10)
    expect(declared.filter(({ roles }) => roles.length === 0)).toEqual([])
  })
})

// The first executions of a text are interpreted, the later ones compiled.
const TIMES = 4

/** The codes of the errors that a client gets each time it sends an operation by HTTP. */
async function askByHttp(client: Client, operation: string): Promise<unknown[]> {
  const codes = []
  for (let time = 0; time < TIMES; time += 1) codes.push(codesOf(await client.send(operation)))
  return codes
}

/** The same by WebSocket. */
async function askBySocket({ token }: Client, operation: string): Promise<unknown[]> {
  const socket = createSocketClient({
    url: server.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
  const codes = []
  for (let time = 0; time < TIMES; time += 1) {
    const { value } = await socket.iterate({ query: operation }).next()
    codes.push(codesOf(value))
  }
  await socket.dispose()
  return codes
}

function codesOf({ errors = [] }: { readonly errors?: readonly unknown[] }): unknown[] {
  return errors.map((error) => (error as { extensions: { code: unknown } }).extensions.code)
}

const READ = 'accounts.loadAppointments'
const times = (code: string) => Array(TIMES).fill([code])

const isByHttp = ({ kind }: { readonly kind: string }) => kind !== 'subscription'

describe('who is not signed in', () => {
  it.each(declared)('gets UNAUTHENTICATED for $kind $name, and nothing is read', async (field) => {
    const sent = await statementsOf(async () => {
      if (isByHttp(field)) expect(await askByHttp(server.anonymous, field.operation)).toEqual(times('UNAUTHENTICATED'))
      expect(await askBySocket(server.anonymous, field.operation)).toEqual(times('UNAUTHENTICATED'))
    })
    expect(sent).toEqual([])
  })
})

describe('who has none of the roles', () => {
  const forFew = declared.filter(({ roles }) => !roles.includes('CUSTOMER'))

  it.each(forFew)('gets FORBIDDEN for $kind $name, and nothing but the roles is read', async (field) => {
    const sent = await statementsOf(async () => {
      if (isByHttp(field)) expect(await askByHttp(customer, field.operation)).toEqual(times('FORBIDDEN'))
      expect(await askBySocket(customer, field.operation)).toEqual(times('FORBIDDEN'))
    })
    expect(sent).toEqual(Array(isByHttp(field) ? 2 * TIMES : TIMES).fill(READ))
  })
})

describe('who is signed in', () => {
  // After these nobody is signed in.
  const ending = ['signOut', 'signOutEverywhere']
  const forAll = declared.filter(
    (field) => field.roles.includes('CUSTOMER') && isByHttp(field) && !ending.includes(field.name),
  )

  it.each(forAll)('gets through to $kind $name, without a look at the roles', async ({ operation }) => {
    const sent = await statementsOf(async () => {
      const codes = (await askByHttp(customer, operation)).flat()
      expect(codes.filter((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')).toEqual([])
    })
    expect(sent).not.toContain(READ)
  })
})

describe('roles', () => {
  const seatHistory = (id: string) => `{ a: seatHistory(seatId: "${id}") { nodes { version } }
    b: seatHistory(seatId: "${id}") { nodes { version } } viewer { roles } }`

  it('are read once for a request', async () => {
    const show = await server.seed.show()
    const admin = await server.signInAsGuest()
    await appointAdmin(server, admin)
    const sent = await statementsOf(async () => {
      const { data, errors } = await admin.send(seatHistory(show.seatIds[0]!))
      expect(errors).toBeUndefined()
      expect(data).toEqual({ a: { nodes: [] }, b: { nodes: [] }, viewer: { roles: ['CUSTOMER', 'ADMIN'] } })
    })
    expect(sent.filter((name) => name === READ)).toEqual([READ])
  })

  it('count from the next request on', async () => {
    const show = await server.seed.show()
    const guest = await server.signInAsGuest()
    expect(await guest.query('{ viewer { roles } }')).toEqual({ viewer: { roles: ['CUSTOMER'] } })
    const operation = seatHistory(show.seatIds[0]!)
    expect(codesOf(await guest.send(operation))).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    await appointStaff(server, guest, show)
    expect((await guest.query(operation)).viewer.roles).toEqual(['CUSTOMER', 'STAFF'])
    await server.seed.sql('DELETE FROM theater_staff WHERE account_id = $1', [await accountKeyOf(guest)])
    expect(codesOf(await guest.send(operation))).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })
})
