import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { listSessions, mutate, openSession, refresh, statusOf } from './story.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
})
afterAll(() => server.close())

describe('SignOutEverywhereSuccess', () => {
  it("ends all sessions of the viewer, and nobody else's", async () => {
    const { email, ...first } = await openSession(server)
    const others = [await openSession(server, email), await openSession(server, email)]
    const somebody = await openSession(server)
    expect(await mutate(first.client, 'signOutEverywhere', 'endedSessions')).toEqual({
      __typename: 'SignOutEverywhereSuccess',
      endedSessions: 3,
    })
    for (const session of [first, ...others]) {
      expect(await statusOf(server, session)).toBe(401)
      expect(await refresh(server, session.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    }
    expect(await statusOf(server, somebody)).toBe(200)
    const sessions = await listSessions(server, email)
    expect(sessions.map(({ revoked_at }) => revoked_at)).toEqual(Array(3).fill(expect.any(Date)))
  })

  it('counts those alone that were not over', async () => {
    const { email, client } = await openSession(server)
    const other = await openSession(server, email)
    await mutate(other.client, 'signOut', 'endedAt')
    expect(await mutate(client, 'signOutEverywhere', 'endedSessions')).toMatchObject({ endedSessions: 1 })
    expect(await statusOf(server, await openSession(server, email))).toBe(200)
  })

  it('leaves no token that was refreshed at the same time', async () => {
    const { email, client, refreshToken } = await openSession(server)
    const other = await openSession(server, email)
    const [, ...refreshed] = await Promise.all([
      mutate(client, 'signOutEverywhere', 'endedSessions'),
      ...[refreshToken, other.refreshToken, refreshToken].map((token) => refresh(server, token)),
    ])
    for (const answer of refreshed) {
      if (answer.__typename === 'InvalidRefreshTokenError') continue
      expect(await statusOf(server, answer)).toBe(401)
      expect(await refresh(server, answer.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    }
  })
})

describe('who is not signed in', () => {
  it('cannot sign out', async () => {
    const { errors } = await server.anonymous.send('mutation { signOutEverywhere { __typename } }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})
