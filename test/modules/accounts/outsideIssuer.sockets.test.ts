import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../kit/client.js'
import { Issuer } from '../../kit/issuer.js'
import { RawSocket } from '../../kit/rawSocket.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { POLL } from './story.js'

const CLOSED = { code: 4403, reason: 'The access token has ended: sign in again' }
let issuer: Issuer
let server: TestServer

beforeAll(async () => {
  issuer = await Issuer.start()
  server = await startServer({ config: { ...issuer.config, workJobs: false } })
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(async () => {
  await server.close()
  await issuer.stop()
})

const { now } = Date
let passedMs = 0
/** Lets so much time pass that tokens are checked again, and keys asked for again. */
function letPass(): void {
  passedMs += 700_000
  vi.spyOn(Date, 'now').mockImplementation(() => now() + passedMs)
}

const sign = (sub: string) => issuer.sign({ sub, exp: Math.floor(now() / 1000) + 36_000 })
const open = async (token: string) => RawSocket.open(server.url, { token })

/** Asks by a socket, which is answered where it is open. */
async function ask(socket: RawSocket): Promise<unknown> {
  socket.subscribe('1', '{ viewer { isGuest } }')
  return (await socket.wait(({ id }) => id === '1')).payload
}

describe('a socket by a token of an outside issuer', () => {
  it('is closed once the key of its token is withdrawn, and those of others are not', async () => {
    const before = await open(await sign('withdrawn'))
    await issuer.rotate()
    const token = await sign('kept')
    const isKnown = async () => (await createClient(server.url, token).send('{ viewer { id } }')).status
    await expect.poll(isKnown, POLL).toBe(200)
    const after = await open(token)
    issuer.withdraw()
    letPass()
    expect(await before.closed).toEqual(CLOSED)
    expect(await ask(after)).toEqual({ data: { viewer: { isGuest: false } } })
    after.close()
  })

  it('stays while its issuer is not to be reached', async () => {
    const socket = await open(await sign('stays'))
    await issuer.stop()
    letPass()
    letPass()
    const warn = vi.spyOn(server.services.log, 'warn')
    await expect.poll(() => warn.mock.calls.length, POLL).toBeGreaterThan(0)
    expect(await ask(socket)).toEqual({ data: { viewer: { isGuest: false } } })
    socket.close()
    await issuer.listen()
  })
})
