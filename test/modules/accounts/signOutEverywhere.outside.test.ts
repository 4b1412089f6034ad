import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, createClient } from '../../kit/client.js'
import { type Claims, Issuer } from '../../kit/issuer.js'
import { RawSocket } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { statementsOf } from '../../kit/statements.js'
import { mutate, openSession, POLL, statusOf } from './story.js'

const CLOSED = { code: 4403, reason: 'The access token has ended: sign in again' }
const UNAUTHENTICATED = [401, 'UNAUTHENTICATED']
const GOOD = [200, undefined]
let issuer: Issuer
let server: TestServer
let subjects = 0

beforeAll(async () => {
  issuer = await Issuer.start()
  server = await startServer({ config: { ...issuer.config, workJobs: false } })
})
afterAll(async () => {
  await server.close()
  await issuer.stop()
})

const thisSecond = () => Math.floor(Date.now() / 1000)
const newSubject = () => `subject ${++subjects}`
/** A token that is issued now, unless told otherwise. */
const issue = (sub: string, claims: Claims = {}) =>
  issuer.sign({ sub, iat: thisSecond(), jti: `${Math.random()}`, ...claims })
const by = (token: string, to = server) => createClient(to.url, token)
const signOutEverywhere = (client: Client) => mutate(client, 'signOutEverywhere', 'endedSessions')

async function codesOf(token: string, to = server) {
  const { status, errors } = await by(token, to).send('{ viewer { id } }')
  return [status, errors?.[0]?.extensions.code]
}

/** An account that signs in by a password and by an outside issuer as well. */
async function openBoth() {
  const subject = newSubject()
  const session = await openSession(server)
  await server.seed.sql('UPDATE account SET oidc_issuer = $1, oidc_subject = $2 WHERE email = $3', [
    issuer.url,
    subject,
    session.email,
  ])
  return { subject, session }
}

const startAnother = (options: { isAlone?: boolean } = {}) =>
  startServer({ beside: server, config: { ...issuer.config, workJobs: false }, ...options })

/** Lets a server see nothing new when it looks into Postgres for accounts that have signed out. */
function blindToSignOuts({ services: { db } }: TestServer) {
  const run = db.run.bind(db)
  const seeing: typeof db.run = async (statement, values) =>
    statement.name === 'accounts.listSignedOut' ? [] : run(statement, values)
  return vi.spyOn(db, 'run').mockImplementation(seeing)
}

describe('SignOutEverywhereSuccess', () => {
  it("ends all tokens that an outside issuer has given out so far, and nobody else's", async () => {
    const [subject, other] = [newSubject(), await issue(newSubject())]
    const claims = [{}, {}, { iat: undefined }, { iat: thisSecond() - 3_000 }, { iat: -1e300 }, { exp: 1e11 }]
    const tokens = await Promise.all(claims.map((claim) => issue(subject, claim)))
    const [asking, ...seen] = tokens.slice(0, -1)
    for (const token of [asking!, ...seen, other]) expect(await codesOf(token)).toEqual(GOOD)
    expect(await signOutEverywhere(by(asking!))).toEqual({
      __typename: 'SignOutEverywhereSuccess',
      endedSessions: 0,
    })
    for (const token of tokens) expect(await codesOf(token)).toEqual(UNAUTHENTICATED)
    expect(await codesOf(other)).toEqual(GOOD)
  })

  it('leaves good what is issued after it was told, at once', async () => {
    const subject = newSubject()
    const before = await issue(subject)
    await signOutEverywhere(by(before))
    const after = await issue(subject)
    expect(await codesOf(after)).toEqual(GOOD)
    expect(await codesOf(before)).toEqual(UNAUTHENTICATED)
    await signOutEverywhere(by(after))
    expect(await codesOf(after)).toEqual(UNAUTHENTICATED)
    expect(await codesOf(await issue(subject))).toEqual(GOOD)
  })

  it('ends the token that asks also where the clock of the issuer is ahead', async () => {
    const subject = newSubject()
    const other = await startAnother()
    const ahead = await issue(subject, { iat: thisSecond() + 30 })
    await signOutEverywhere(by(ahead))
    for (const to of [server, other]) expect(await codesOf(ahead, to)).toEqual(UNAUTHENTICATED)
    expect(await codesOf(await issue(subject, { iat: thisSecond() + 30 }))).toEqual(GOOD)
    await other.close()
  })

  it('is heard of by another server from Redis', async () => {
    const other = await startAnother()
    const blind = blindToSignOuts(other)
    const token = await issue(newSubject())
    expect(await codesOf(token, other)).toEqual(GOOD)
    await signOutEverywhere(by(token))
    await expect.poll(() => codesOf(token, other), POLL).toEqual(UNAUTHENTICATED)
    blind.mockRestore()
    await other.close()
  })

  it('is heard of from Postgres where there is no Redis, and after a start', async () => {
    const other = await startAnother({ isAlone: true })
    const token = await issue(newSubject())
    expect(await codesOf(token, other)).toEqual(GOOD)
    await signOutEverywhere(by(token))
    const started = await startAnother({ isAlone: true })
    expect(await codesOf(token, started)).toEqual(UNAUTHENTICATED)
    await expect.poll(() => codesOf(token, other), POLL).toEqual(UNAUTHENTICATED)
    await Promise.all([other.close(), started.close()])
  })

  it('closes the sockets of these tokens at all servers, and no other ones', async () => {
    const subject = newSubject()
    const other = await startAnother()
    const [token, another] = [await issue(subject), await issue(subject)]
    const sockets = [await RawSocket.open(server.url, { token }), await RawSocket.open(other.url, { token: another })]
    const stranger = await RawSocket.open(server.url, { token: await issue(newSubject()) })
    await signOutEverywhere(by(token))
    const later = await RawSocket.open(server.url, { token: await issue(subject) })
    for (const socket of sockets) expect(await socket.closed).toEqual(CLOSED)
    for (const socket of [stranger, later]) {
      socket.subscribe('1', '{ viewer { isGuest } }')
      await socket.wait(({ id }) => id === '1')
      expect(socket.payloads('1')).toEqual([{ data: { viewer: { isGuest: false } } }])
      socket.close()
    }
    await other.close()
  })

  it('is told to a socket before that is closed', async () => {
    const socket = await RawSocket.open(server.url, { token: await issue(newSubject()) })
    socket.subscribe('1', 'mutation { signOutEverywhere { ... on SignOutEverywhereSuccess { endedSessions } } }')
    expect(await socket.closed).toEqual(CLOSED)
    expect(socket.payloads('1')).toEqual([{ data: { signOutEverywhere: { endedSessions: 0 } } }])
  })

  it.each(['own session', 'outside token'])('ends both kinds of an account that has both, by its %s', async (kind) => {
    const { subject, session } = await openBoth()
    const token = await issue(subject)
    expect(await codesOf(token)).toEqual(GOOD)
    const client = kind === 'own session' ? session.client : by(token)
    expect(await signOutEverywhere(client)).toMatchObject({ endedSessions: 1 })
    expect(await codesOf(token)).toEqual(UNAUTHENTICATED)
    expect(await statusOf(server, session)).toBe(401)
    expect(await codesOf(await issue(subject))).toEqual(GOOD)
    expect(await statusOf(server, await openSession(server, session.email))).toBe(200)
  })

  it('counts each session once when it is asked for twice at once', async () => {
    const { subject, session } = await openBoth()
    const tokens = [await issue(subject), await issue(subject)]
    const outcomes = await Promise.all(tokens.map((token) => signOutEverywhere(by(token))))
    expect(outcomes.map(({ endedSessions }) => endedSessions).sort()).toEqual([0, 1])
    for (const token of tokens) expect(await codesOf(token)).toEqual(UNAUTHENTICATED)
    expect(await statusOf(server, session)).toBe(401)
    expect(await codesOf(await issue(subject))).toEqual(GOOD)
  })

  it('is done once where one request asks for it often', async () => {
    const token = await issue(newSubject())
    const fields = ['a', 'b', 'c'].map((alias) => `${alias}: signOutEverywhere { __typename }`)
    const done = await statementsOf(() => by(token).query(`mutation { ${fields.join(' ')} }`))
    expect(done.filter((name) => name === 'accounts.signOutIdentity').length).toBe(1)
  })
})

describe('a token of an outside issuer', () => {
  it('costs no statement once it was checked', async () => {
    const subject = newSubject()
    await signOutEverywhere(by(await issue(subject)))
    const token = await issue(subject)
    expect(await codesOf(token)).toEqual(GOOD)
    expect(await statementsOf(() => by(token).query('{ __typename }'))).toEqual([])
  })
})
