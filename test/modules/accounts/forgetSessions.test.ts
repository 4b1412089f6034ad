import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { countJobs, enqueue } from '../notifications/story.js'
import { hashOf, listSessions, mutate, openSession, POLL, refresh } from './story.js'

const DAY_SECONDS = 86_400
let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function forget(): Promise<void> {
  await enqueue(server, 'forgetSessions')
  await expect.poll(() => countJobs(server, 'forgetSessions'), POLL).toBe(0)
}

async function countTokens(...tokens: string[]): Promise<number> {
  const hashes = tokens.map(hashOf)
  const [{ count }] = await server.seed.sql('SELECT count(*)::int FROM refresh_token WHERE hash = ANY($1)', [hashes])
  return count
}

describe('a session', () => {
  it('is forgotten with its tokens a day after it was revoked and its access tokens have ended', async () => {
    const { email, client, refreshToken } = await openSession(server)
    const other = await openSession(server, email)
    await mutate(client, 'signOut', 'endedAt')
    server.clock.jump(2 * DAY_SECONDS - 60)
    await forget()
    expect((await listSessions(server, email)).length).toBe(2)
    server.clock.jump(120)
    await forget()
    expect(await listSessions(server, email)).toMatchObject([{ revoked_at: null }])
    expect(await countTokens(refreshToken, other.refreshToken)).toBe(1)
  })

  it('is forgotten a day after it has ended, and kept for as long as it goes on', async () => {
    const { email, refreshToken } = await openSession(server)
    const left = await openSession(server, email)
    server.clock.jump(29 * DAY_SECONDS)
    const { refreshToken: next } = await refresh(server, refreshToken)
    server.clock.jump(2 * DAY_SECONDS + 1)
    await forget()
    expect((await listSessions(server, email)).length).toBe(1)
    expect(await countTokens(left.refreshToken)).toBe(0)
    expect(await refresh(server, next)).toMatchObject({ __typename: 'RefreshSessionSuccess' })
  })
})

describe('a refresh token that was used', () => {
  it('is known for thirty days', async () => {
    const { refreshToken } = await openSession(server)
    const { refreshToken: next } = await refresh(server, refreshToken)
    server.clock.jump(20 * DAY_SECONDS)
    const { refreshToken: last } = await refresh(server, next)
    await forget()
    expect(await countTokens(refreshToken, next, last)).toBe(3)
    server.clock.jump(10 * DAY_SECONDS + 1)
    await forget()
    expect(await countTokens(refreshToken, next, last)).toBe(2)
    expect(await refresh(server, refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await refresh(server, last)).toMatchObject({ __typename: 'RefreshSessionSuccess' })
  })
})

describe('a mailed code', () => {
  it('is forgotten a day after it has ended', async () => {
    const email = await server.seed.account()
    await server.seed.sql(
      `INSERT INTO email_token (hash, account_id, purpose, email, created_at, expires_at)
       SELECT sha256(age::text::bytea), id, 'PASSWORD_RESET', email, $2, $2::timestamptz - age
       FROM account, unnest(ARRAY[interval '25 hours', interval '23 hours']) AS age WHERE email = $1`,
      [email, server.clock.now()],
    )
    await forget()
    const kept = await server.seed.sql('SELECT hash FROM email_token WHERE email = $1', [email])
    expect(kept.length).toBe(1)
  })
})
