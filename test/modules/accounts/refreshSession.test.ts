import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../kit/client.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { hashOf, listSessions, mutate, openSession, refresh, signUp, statusOf } from './story.js'

const DAY_SECONDS = 86_400
const SESSION_SECONDS = 30 * DAY_SECONDS
let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  server.clock.stop()
})
afterAll(() => server.close())

const after = (seconds: number) => new Date(server.clock.now().getTime() + seconds * 1_000)
/** Holds all sessions fast until it is ended. */
async function lockSessions() {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  await client.query('BEGIN; SELECT FROM session FOR UPDATE')
  return client
}

/** How many wait to use a refresh token. */
async function countWaiting(): Promise<number> {
  const waiting = await server.seed.sql(
    `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
       AND query LIKE '/* accounts.lockRefreshToken */%'`,
  )
  return waiting.length
}

const wholeSecond = (time: Date) => new Date(Math.floor(time.getTime() / 1_000) * 1_000)

describe('RefreshSessionSuccess', () => {
  it.each(['signUp', 'signIn', 'signInAsGuest'])('goes on with what %s has opened', async (by) => {
    const opened =
      by === 'signUp'
        ? await signUp(server)
        : by === 'signIn'
          ? await openSession(server)
          : await mutate(server.anonymous, 'signInAsGuest', 'accessToken refreshToken expiresAt')
    expect(opened.expiresAt).toBe(wholeSecond(after(DAY_SECONDS)).toISOString())
    const refreshed = await refresh(server, opened.refreshToken)
    expect(refreshed.__typename).toBe('RefreshSessionSuccess')
    const viewers = [opened, refreshed].map(({ accessToken }) =>
      createClient(server.url, accessToken).query('{ viewer { id isGuest } }'),
    )
    const [before, now] = await Promise.all(viewers)
    expect(now).toEqual(before)
    expect(now.viewer.isGuest).toBe(by === 'signInAsGuest')
  })

  it('makes the session and its access tokens last longer, and keeps hashes alone', async () => {
    const { email, refreshToken } = await openSession(server)
    const openedAt = server.clock.now()
    server.clock.jump(3_600)
    const { refreshToken: next, expiresAt } = await refresh(server, refreshToken)
    expect(expiresAt).toBe(wholeSecond(after(DAY_SECONDS)).toISOString())
    expect(await listSessions(server, email)).toEqual([
      {
        created_at: openedAt,
        last_used_at: server.clock.now(),
        expires_at: after(SESSION_SECONDS),
        access_until: wholeSecond(after(DAY_SECONDS)),
        revoked_at: null,
        used: 1,
        unused: 1,
      },
    ])
    const kept = await server.seed.sql(
      'SELECT hash, used_at FROM refresh_token WHERE hash = ANY($1) ORDER BY issued_at',
      [[hashOf(refreshToken), hashOf(next)]],
    )
    expect(kept).toEqual([
      { hash: hashOf(refreshToken), used_at: server.clock.now() },
      { hash: hashOf(next), used_at: null },
    ])
  })

  it('can be had for as long as it is had from time to time', async () => {
    let { refreshToken } = await openSession(server)
    for (let month = 0; month < 3; month++) {
      server.clock.jump(SESSION_SECONDS - 1)
      const refreshed = await refresh(server, refreshToken)
      expect(await statusOf(server, refreshed)).toBe(200)
      refreshToken = refreshed.refreshToken
    }
  })
})

describe('a refresh token that comes again within ten seconds', () => {
  it('gives others that go on, as an answer may have been lost', async () => {
    const { email, refreshToken } = await openSession(server)
    const first = await refresh(server, refreshToken)
    server.clock.jump(10)
    const second = await refresh(server, refreshToken)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    for (const { refreshToken } of [first, second]) {
      const { __typename } = await refresh(server, refreshToken)
      expect(__typename).toBe('RefreshSessionSuccess')
    }
    expect(await listSessions(server, email)).toMatchObject([{ revoked_at: null, used: 3, unused: 2 }])
  })

  it('also at once, to several servers: nobody is signed out', async () => {
    const other = await startServer({ beside: server, config: { workJobs: false } })
    const { email, refreshToken } = await openSession(server)
    const servers = [server, other, server, other, server, other]
    const answers = await Promise.all(servers.map((to) => refresh(to, refreshToken)))
    expect(answers.map(({ __typename }) => __typename)).toEqual(servers.map(() => 'RefreshSessionSuccess'))
    const again = await Promise.all(answers.map((answer) => refresh(server, answer.refreshToken)))
    for (const answer of again) expect(await statusOf(other, answer)).toBe(200)
    expect(await listSessions(server, email)).toMatchObject([{ revoked_at: null, used: 7, unused: 6 }])
    await other.close()
  })
})

describe('RefreshTokenReusedError', () => {
  it('ends the session for everybody who has tokens of it, and no other one', async () => {
    const stolen = await openSession(server)
    server.clock.jump(1)
    const elsewhere = await openSession(server, stolen.email)
    const thief = await refresh(server, stolen.refreshToken)
    server.clock.jump(10.001)
    expect(await refresh(server, stolen.refreshToken)).toEqual({
      __typename: 'RefreshTokenReusedError',
      message: 'The refresh token was used before. Somebody else may have it, so the session is ended: sign in again.',
    })
    expect(await statusOf(server, stolen)).toBe(401)
    expect(await statusOf(server, thief)).toBe(401)
    expect(await refresh(server, thief.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await statusOf(server, elsewhere)).toBe(200)
    const [session, other] = await listSessions(server, stolen.email)
    expect(session).toMatchObject({ revoked_at: server.clock.now(), used: 1, unused: 1 })
    expect(other).toMatchObject({ revoked_at: null, used: 0, unused: 1 })
  })

  it('is told within ten seconds, too, where a token that came of it was used: who has used that has got the answer', async () => {
    const { email, refreshToken } = await openSession(server)
    const lost = await refresh(server, refreshToken)
    const first = await refresh(server, refreshToken)
    const second = await refresh(server, first.refreshToken)
    expect(await refresh(server, refreshToken)).toMatchObject({ __typename: 'RefreshTokenReusedError' })
    for (const { refreshToken } of [lost, first, second]) {
      expect(await refresh(server, refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    }
    for (const given of [lost, first, second]) expect(await statusOf(server, given)).toBe(401)
    expect(await listSessions(server, email)).toMatchObject([{ revoked_at: server.clock.now(), used: 2, unused: 2 }])
  })

  it('is told of one that waited while a token that came of it was used', async () => {
    const { refreshToken } = await openSession(server)
    const first = await refresh(server, refreshToken)
    const lock = await lockSessions()
    const using = refresh(server, first.refreshToken)
    await expect.poll(countWaiting).toBe(1)
    const again = refresh(server, refreshToken)
    await expect.poll(countWaiting).toBe(2)
    await lock.end()
    expect(await using).toMatchObject({ __typename: 'RefreshSessionSuccess' })
    expect(await again).toMatchObject({ __typename: 'RefreshTokenReusedError' })
  })

  it('is told once of those that come at the same time', async () => {
    const { refreshToken } = await openSession(server)
    await refresh(server, refreshToken)
    server.clock.jump(11)
    const answers = await Promise.all([1, 2, 3].map(() => refresh(server, refreshToken)))
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'InvalidRefreshTokenError',
      'InvalidRefreshTokenError',
      'RefreshTokenReusedError',
    ])
  })
})

describe('InvalidRefreshTokenError', () => {
  it.each([
    ['nonsense', 'nonsense'],
    ['one that nobody was given', randomBytes(32).toString('base64url')],
    ['an empty one', ''],
  ])('is told of %s', async (_what, refreshToken) => {
    expect(await refresh(server, refreshToken)).toEqual({
      __typename: 'InvalidRefreshTokenError',
      message: 'The session is over: sign in again.',
    })
  })

  it('is told of a session that was left alone for too long, and leaves it as it is', async () => {
    const { email, refreshToken } = await openSession(server)
    const before = await listSessions(server, email)
    server.clock.jump(SESSION_SECONDS)
    expect(await refresh(server, refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await listSessions(server, email)).toEqual(before)
  })
})
