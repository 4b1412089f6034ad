import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../kit/client.js'
import { PASSWORD } from '../../kit/seed.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { hashOf, mutate, openSession, refresh, signIn, statusOf } from './story.js'

const NEW = 'battery staple'
let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
})
afterAll(() => server.close())

const changePassword = (client: Client, currentPassword: string, newPassword = NEW) =>
  mutate(client, 'changePassword', 'endedSessions', { currentPassword, newPassword })

async function readAccount(email: string) {
  const [account] = await server.seed.sql('SELECT * FROM account WHERE email = $1', [email])
  return account
}

describe('ChangePasswordSuccess', () => {
  it('lets the new password sign in instead of the old one', async () => {
    const { client, email } = await openSession(server)
    expect(await changePassword(client, PASSWORD)).toEqual({ __typename: 'ChangePasswordSuccess', endedSessions: 0 })
    expect(await signIn(server, email)).toMatchObject({ __typename: 'InvalidCredentialsError' })
    expect(await signIn(server, email, NEW)).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('ends the other sessions, and not its own', async () => {
    const { email, ...own } = await openSession(server)
    const other = await openSession(server, email)
    expect(await changePassword(own.client, PASSWORD)).toMatchObject({ endedSessions: 1 })
    expect(await statusOf(server, other)).toBe(401)
    expect(await refresh(server, other.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await statusOf(server, own)).toBe(200)
    expect(await refresh(server, own.refreshToken)).toMatchObject({ __typename: 'RefreshSessionSuccess' })
  })

  it('leaves no code by which somebody else could set another one', async () => {
    const { client, email } = await openSession(server)
    const token = randomBytes(32).toString('base64url')
    await server.seed.sql(
      `INSERT INTO email_token (hash, account_id, purpose, email, created_at, expires_at)
       SELECT $1, id, 'PASSWORD_RESET', email, now(), now() + interval '1 hour' FROM account WHERE email = $2`,
      [hashOf(token), email],
    )
    await changePassword(client, PASSWORD)
    const reset = await mutate(server.anonymous, 'resetPassword', 'email', { token, password: 'another one' })
    expect(reset).toMatchObject({ __typename: 'InvalidEmailTokenError' })
    expect(await signIn(server, email, NEW)).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('is had by one of those who change it at once', async () => {
    const { client, email } = await openSession(server)
    const other = await openSession(server, email)
    const answers = await Promise.all([
      changePassword(client, PASSWORD, 'the first one'),
      changePassword(other.client, PASSWORD, 'the other one'),
    ])
    const names = answers.map(({ __typename }) => __typename)
    expect(names.toSorted()).toEqual(['ChangePasswordSuccess', 'WrongPasswordError'])
    const password = names[0] === 'ChangePasswordSuccess' ? 'the first one' : 'the other one'
    expect(await signIn(server, email, password)).toMatchObject({ __typename: 'SignInSuccess' })
  })

  it('leaves no session of who signed in by the old one at the same time', async () => {
    const { client, email } = await openSession(server)
    const [changed, ...signedIn] = await Promise.all([
      changePassword(client, PASSWORD),
      ...[1, 2, 3, 4].map(() => signIn(server, email)),
    ])
    expect(changed.__typename).toBe('ChangePasswordSuccess')
    for (const answer of signedIn) {
      if (answer.__typename === 'SignInSuccess') expect(await statusOf(server, answer)).toBe(401)
    }
  })
})

describe('WrongPasswordError', () => {
  const message = 'That is not the password of this account.'

  it('changes nothing', async () => {
    const { client, email } = await openSession(server)
    const other = await openSession(server, email)
    const before = await readAccount(email)
    expect(await changePassword(client, 'something else')).toEqual({ __typename: 'WrongPasswordError', message })
    expect(await readAccount(email)).toEqual(before)
    expect(await statusOf(server, other)).toBe(200)
  })

  it('is told to a guest, who has none', async () => {
    const guest = await server.signInAsGuest()
    expect(await changePassword(guest, PASSWORD)).toEqual({ __typename: 'WrongPasswordError', message })
  })
})

describe('InvalidPasswordError', () => {
  it.each([
    ['short', 'A password has at least 8 characters.'],
    ['x'.repeat(129), 'A password has at most 128 characters.'],
  ])('changes nothing: %s', async (password, message) => {
    const { client, email } = await openSession(server)
    const before = await readAccount(email)
    expect(await changePassword(client, PASSWORD, password)).toEqual({ __typename: 'InvalidPasswordError', message })
    expect(await readAccount(email)).toEqual(before)
  })
})

describe('who is not signed in', () => {
  it('cannot change one', async () => {
    const { errors } = await server.anonymous.send(
      'mutation { changePassword(input: { currentPassword: "correct horse", newPassword: "battery staple" }) { __typename } }',
    )
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})
