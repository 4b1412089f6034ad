import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { JWT_SECRET, startServer, type TestServer } from '../../kit/server.js'
import { listSessions, mutate, openSession, POLL, refresh, statusOf } from './story.js'

const config = { workJobs: false }
let server: TestServer

beforeAll(async () => {
  server = await startServer({ config })
})
afterAll(() => server.close())

/** Lets a server see nothing new when it looks into Postgres for revoked sessions. */
function blindToRevocations({ services: { db } }: TestServer) {
  const run = db.run.bind(db)
  const seeing: typeof db.run = async (statement, values) =>
    statement.name === 'accounts.listRevoked' ? [] : run(statement, values)
  return vi.spyOn(db, 'run').mockImplementation(seeing)
}

const signOut = (client: Parameters<typeof mutate>[0]) => mutate(client, 'signOut', 'endedAt')

describe('SignOutSuccess', () => {
  it('ends the session of the request at once, and no other one', async () => {
    const session = await openSession(server)
    const other = await openSession(server, session.email)
    const { __typename, endedAt } = await signOut(session.client)
    expect(__typename).toBe('SignOutSuccess')
    const { status, errors } = await session.client.send('{ viewer { id } }')
    expect(status).toBe(401)
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    expect(await refresh(server, session.refreshToken)).toMatchObject({ __typename: 'InvalidRefreshTokenError' })
    expect(await statusOf(server, other)).toBe(200)
    const sessions = await listSessions(server, session.email)
    expect(sessions.map(({ revoked_at }) => revoked_at)).toEqual([new Date(endedAt), null])
  })

  it('is heard of by another server from Redis', async () => {
    const other = await startServer({ beside: server, config })
    const blind = blindToRevocations(other)
    const session = await openSession(server)
    expect(await statusOf(other, session)).toBe(200)
    await signOut(session.client)
    await expect.poll(() => statusOf(other, session), POLL).toBe(401)
    blind.mockRestore()
    await other.close()
  })

  it('is heard of from Postgres where there is no Redis, and after a start', async () => {
    const other = await startServer({ beside: server, isAlone: true, config })
    const session = await openSession(server)
    expect(await statusOf(other, session)).toBe(200)
    await signOut(session.client)
    const started = await startServer({ beside: server, isAlone: true, config })
    expect(await statusOf(started, session)).toBe(401)
    await expect.poll(() => statusOf(other, session), POLL).toBe(401)
    await Promise.all([other.close(), started.close()])
  })
})

describe('NoSessionError', () => {
  it('is told to who has a token from before there were sessions', async () => {
    const { viewer } = await (await server.signInAsGuest()).query('{ viewer { id } }')
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('marquee')
      .setSubject(Buffer.from(viewer.id, 'base64url').toString().split(':')[1]!)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JWT_SECRET))
    const client = createClient(server.url, token)
    expect(await client.query('{ viewer { id } }')).toEqual({ viewer })
    expect(await signOut(client)).toEqual({
      __typename: 'NoSessionError',
      message: 'This access token belongs to no session here. One of an outside issuer is ended by signOutEverywhere.',
    })
  })
})

describe('who is not signed in', () => {
  it('cannot sign out', async () => {
    const { errors } = await server.anonymous.send('mutation { signOut { __typename } }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})
