import { createHash, randomUUID } from 'node:crypto'
import { type Client, createClient } from '../../kit/client.js'
import { PASSWORD } from '../../kit/seed.js'
import type { TestServer } from '../../kit/server.js'

export const POLL = { timeout: 20_000, interval: 50 }
const VIEWER = '{ viewer { id } }'

/** Somebody who is signed in. */
export interface SignedIn {
  readonly client: Client
  readonly email: string
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresAt: string
}

/** What no client can do wrong. */
const WITHOUT_REFUSALS = new Set(['signInAsGuest', 'signOutEverywhere'])

/** Runs a mutation and gives its result, with what is asked for of its success. */
export async function mutate(client: Client, name: string, success: string, input?: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`
  const [declared, given] = input === undefined ? ['', ''] : [`($input: ${type}Input!)`, '(input: $input)']
  const message = WITHOUT_REFUSALS.has(name) ? '' : '... on UserError { message }'
  const { result } = await client.query(
    `mutation ${declared} { result: ${name}${given} { __typename ${message} ... on ${type}Success { ${success} } } }`,
    { input },
  )
  return result
}

const TOKENS = 'accessToken refreshToken expiresAt'

export const refresh = ({ anonymous }: TestServer, refreshToken: string) =>
  mutate(anonymous, 'refreshSession', TOKENS, { refreshToken })

export const signIn = ({ anonymous }: TestServer, email: string, password = PASSWORD) =>
  mutate(anonymous, 'signIn', `${TOKENS} viewer { id isEmailVerified }`, { email, password })

/** Opens an account, by signUp: so it is mailed to. */
export async function signUp(server: TestServer, email = `${randomUUID()}@example.org`): Promise<SignedIn> {
  const input = { name: 'Ada', email, password: PASSWORD }
  const tokens = await mutate(server.anonymous, 'signUp', TOKENS, input)
  return { ...tokens, email, client: createClient(server.url, tokens.accessToken) }
}

/** Signs in to an account, to a new one of the seed unless told otherwise. */
export async function openSession(server: TestServer, email?: string): Promise<SignedIn> {
  const address = email ?? (await server.seed.account())
  const tokens = await signIn(server, address)
  return { ...tokens, email: address, client: createClient(server.url, tokens.accessToken) }
}

/** The status of a request by an access token. */
export async function statusOf({ url }: TestServer, { accessToken }: Pick<SignedIn, 'accessToken'>): Promise<number> {
  return (await createClient(url, accessToken).send(VIEWER)).status
}

/** What the database has of the sessions of an account, in their order. */
export async function listSessions({ seed }: TestServer, email: string): Promise<{ revoked_at: Date | null }[]> {
  return seed.sql(
    `SELECT session.created_at, last_used_at, expires_at, access_until, revoked_at, (
       SELECT count(*)::int FROM refresh_token WHERE session_id = session.id AND used_at IS NOT NULL) AS used,
       (SELECT count(*)::int FROM refresh_token WHERE session_id = session.id AND used_at IS NULL) AS unused
     FROM session JOIN account ON account.id = account_id WHERE email = $1 ORDER BY session.created_at, session.id`,
    [email],
  )
}

/** What is kept of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
