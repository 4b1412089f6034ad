import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type TestServer } from '../kit/server.js'
import { send } from './send.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { maxBatchOperations: 3, requestsPerMinute: 20 }, isAlone: true })
})
afterAll(() => server.close())

const TYPENAME = { query: '{ __typename }' }
const ANSWER = { data: { __typename: 'Query' } }

const post = (operations: unknown, headers: Record<string, string> = {}) =>
  send(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operations),
  })

it('answers each operation of a batch on its own, in their order', async () => {
  const guest = { query: 'mutation { signInAsGuest { ... on SignInAsGuestSuccess { accessToken } } }' }
  const { status, headers, json } = await post([guest, { query: '{ nonsense }' }, TYPENAME])
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/json; charset=utf-8',
    'no-store',
  ])
  const [signedIn, refused, answered] = json
  expect(signedIn.data.signInAsGuest.accessToken).toBeTypeOf('string')
  expect(refused).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] })
  expect(answered).toEqual(ANSWER)
})

it('is for whose token the request has', async () => {
  const { token } = await server.signInAsGuest()
  const viewer = { query: '{ viewer { __typename } }' }
  const { json } = await post([viewer, viewer], { authorization: `Bearer ${token}` })
  const answer = { data: { viewer: { __typename: 'Account' } } }
  expect(json).toEqual([answer, answer])
  expect((await post([viewer], { authorization: 'Bearer nonsense' })).status).toBe(401)
})

it('refuses a batch of none, of too many, and of what is none', async () => {
  const refusalOf = async (operations: unknown) => {
    const { status, json } = await post(operations)
    return [status, json.errors[0].extensions]
  }
  expect(await refusalOf([])).toEqual([400, { code: 'BAD_REQUEST' }])
  expect(await refusalOf([TYPENAME, 1])).toEqual([400, { code: 'BAD_REQUEST' }])
  expect(await refusalOf([[TYPENAME]])).toEqual([400, { code: 'BAD_REQUEST' }])
  const four = Array(4).fill(TYPENAME)
  expect(await refusalOf(four)).toEqual([400, { code: 'BATCH_LIMIT_EXCEEDED', limit: 3, actual: 4 }])
})

it('counts each of its operations', async () => {
  const codes: unknown[] = []
  for (let sent = 0; sent < 10; sent++) {
    const { json } = await post([TYPENAME, TYPENAME, TYPENAME])
    codes.push(...json.map(({ errors }: { errors?: [{ extensions: object }] }) => errors?.[0].extensions))
  }
  const limited = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) }
  expect(codes.slice(-10)).toEqual(Array(10).fill(limited))
})
