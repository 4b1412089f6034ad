import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawSocket } from '../kit/rawSocket.js'
import { startServer, type TestServer } from '../kit/server.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ isAlone: true })
})
afterAll(() => server.close())

const OFFER = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA']
const BODY = '{"query":"{ __typename }"}'
const ANSWER = '{"data":{"__typename":"Query"}}'
const POST = [
  'POST /graphql HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/json',
  `Content-Length: ${BODY.length}`,
]

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

/** Sends one request in the pieces that are given, and gives its answer. */
async function ask(socket: Socket, ...pieces: string[]): Promise<string> {
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, resolve))
  let text = ''
  while (!text.endsWith(ANSWER)) text += String((await once(socket, 'data'))[0])
  return text
}

describe('a request that offers HTTP/2', () => {
  it('is answered as any other, by POST and by GET, and so is the next one on its connection', async () => {
    const socket = await open()
    const head = `${[...POST, ...OFFER].join('\r\n')}\r\n\r\n`
    expect(await ask(socket, head + BODY)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await ask(socket, head, BODY.slice(0, 5), BODY.slice(5))).toMatch(/^HTTP\/1\.1 200 /)
    const get = ['GET /graphql?query=%7B__typename%7D HTTP/1.1', 'Host: localhost', ...OFFER].join('\r\n')
    expect(await ask(socket, `${get}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await ask(socket, `${POST.join('\r\n')}\r\n\r\n${BODY}`)).toMatch(/^HTTP\/1\.1 200 /)
    socket.destroy()
  })

  it('is answered in its turn, behind others that are not answered yet', async () => {
    const socket = await open()
    const plain = `${POST.join('\r\n')}\r\n\r\n${BODY}`
    const offering = `${[...POST, ...OFFER].join('\r\n')}\r\n\r\n${BODY}`
    socket.write(plain + offering + offering + plain)
    let text = ''
    while (text.split(ANSWER).length < 5) text += String((await once(socket, 'data'))[0])
    expect(text.match(/HTTP\/1\.1 200 /g)).toHaveLength(4)
    socket.destroy()
  })

  it('keeps what else it says of its connection', async () => {
    const socket = await open()
    const closed = once(socket, 'close')
    const head = [...POST, 'Connection: close, Upgrade', 'Upgrade: h2c'].join('\r\n')
    expect(await ask(socket, `${head}\r\n\r\n${BODY}`)).toMatch(/connection: close/i)
    await closed
  })

  it('leaves WebSockets as they are', async () => {
    const socket = await RawSocket.open(server.url)
    socket.subscribe('1', '{ __typename }')
    await socket.wait(({ type }) => type === 'complete')
    socket.close()
  })
})
