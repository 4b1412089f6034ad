import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Client } from '../kit/client.js'
import { RawSocket } from '../kit/rawSocket.js'
import type { SeededShow } from '../kit/seed.js'
import { startServer, type TestServer } from '../kit/server.js'

const PINGS = 5_000
const CHUNK = Buffer.alloc(64 * 1024)
/** Of what is sent to somebody who does not read. */
const MOST_KEPT_BY_KERNELS = 32 * 1024 * 1024

let server: TestServer
let show: SeededShow
let ada: Client
const sockets: RawSocket[] = []

beforeAll(async () => {
  const limits = {
    maxSocketsPerAccount: 2,
    maxOperationsPerSocket: 3,
    maxMessageBytes: 4_096,
    maxMessageFragments: 100,
  }
  server = await startServer({ config: limits, isAlone: true })
  show = await server.seed.show()
  ada = await server.signInAsGuest()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => server.close())

async function connect(token?: string, init = true): Promise<RawSocket> {
  const socket = await RawSocket.open(server.url, { init, ...(token && { token }) })
  sockets.push(socket)
  return socket
}

const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind } }'

describe('an address', () => {
  let behindProxy: TestServer
  const from = (address: string) =>
    new WebSocket(behindProxy.url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': address },
    })

  beforeAll(async () => {
    behindProxy = await startServer({ config: { maxSocketsPerAddress: 2, trustProxy: 1 }, isAlone: true })
  })
  afterAll(() => behindProxy.close())

  it('has so many sockets at most, an IPv6 network all together', async () => {
    const [first, second] = [from('2001:db8::1'), from('2001:db8::2')]
    await Promise.all([once(first, 'open'), once(second, 'open')])
    const [, { statusCode, headers }] = await once(from('2001:db8::3'), 'unexpected-response')
    expect([statusCode, headers['retry-after']]).toEqual([429, '5'])
    const other = from('2001:db8:0:1::1')
    await once(other, 'open')
    first.close()
    await once(first, 'close')
    // The server may hear of it a moment later than we do.
    const comeBack = async () => {
      const socket = from('2001:db8::3')
      const isOpen = await Promise.race([
        once(socket, 'open').then(() => true),
        once(socket, 'error').then(() => false),
      ])
      socket.terminate()
      return isOpen
    }
    await expect.poll(comeBack, { timeout: 10_000 }).toBe(true)
    for (const socket of [second, other]) socket.terminate()
  })
})

describe('an account', () => {
  it('has so many sockets at most, and others as many of their own', async () => {
    const [first] = [await connect(ada.token), await connect(ada.token)]
    const third = await connect(undefined, false)
    third.send({ type: 'connection_init', payload: { authorization: `Bearer ${ada.token}` } })
    expect(await third.closed).toEqual({ code: 4429, reason: 'Your account has too many sockets' })
    await connect((await server.signInAsGuest()).token)
    first!.socket.close()
    await first!.closed
    await connect(ada.token)
  })

  it('is none where nobody is signed in', async () => {
    for (let times = 0; times < 5; times++) await connect()
  })
})

describe('a socket', () => {
  it('runs so many operations at most, and others when one of them has ended', async () => {
    const socket = await connect()
    for (const id of ['1', '2', '3', '4']) socket.subscribe(id, WATCH, { id: show.id })
    const { type, payload } = await socket.wait(({ id }) => id === '4')
    expect(type).toBe('error')
    expect(payload).toMatchObject([{ extensions: { code: 'SOCKET_LIMIT_EXCEEDED', limit: 3, actual: 4 } }])
    await socket.wait(({ id, type }) => id === '3' && type === 'next')
    socket.send({ id: '2', type: 'complete' })
    socket.subscribe('5', WATCH, { id: show.id })
    await socket.wait(({ id, type }) => id === '5' && type === 'next')
  })

  it('takes messages of a size, also in fragments', async () => {
    const socket = await connect()
    const message = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } })
    for (const character of message.slice(0, -1)) socket.socket.send(character, { fin: false })
    socket.socket.send('}')
    await socket.wait(({ id, type }) => id === '1' && type === 'next')
    for (let sent = 0; sent <= 4_096; sent += 512) socket.socket.send(' '.repeat(512), { fin: false })
    expect((await socket.closed).code).toBe(1009)
  })

  it('takes messages in so many frames', async () => {
    const socket = await connect()
    for (let sent = 0; sent <= 100; sent++) socket.socket.send(' ', { fin: false })
    expect((await socket.closed).code).toBe(1008)
  })

  it('is read no further once a message was too long, whatever its client sends', async () => {
    const { socket, connection } = await connect()
    socket.pause()
    connection.write(Buffer.of(0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
    let sent = 0
    while (!connection.destroyed) {
      await new Promise((resolve) => connection.write(CHUNK, resolve))
      sent += CHUNK.length
    }
    expect(sent).toBeLessThan(MOST_KEPT_BY_KERNELS)
  })

  it('on which many pings come at once lets others ask between them', async () => {
    const [pinging, asking] = [await connect(), await connect()]
    let pongs = 0
    pinging.socket.on('pong', () => pongs++)
    pinging.connection.cork()
    for (let ping = 0; ping < PINGS; ping++) pinging.socket.ping()
    pinging.connection.uncork()
    asking.subscribe('1', '{ __typename }')
    await asking.wait(({ id, type }) => id === '1' && type === 'complete')
    expect(pongs).toBeLessThan(PINGS / 2)
    await expect.poll(() => pongs).toBe(PINGS)
  })
})
