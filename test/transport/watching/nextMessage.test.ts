import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { headOfNext, tailOfNext, writeNext } from '../../../src/transport/watching/nextMessage.js'

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
let client: WebSocket
let connection: Socket

beforeAll(async () => {
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const [[, request]] = await Promise.all([once(sockets, 'connection'), once(client, 'open')])
  connection = request.socket
})
afterAll(() => {
  client.terminate()
  sockets.close()
  http.close()
})

// A frame says its length in one, three or nine bytes; from 8 KiB on the payload is written by itself.
const HEAD = headOfNext('1').length
const LENGTHS = [HEAD + 3, 125, 126, 127, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, 300_000]

it.each(LENGTHS)('a message of %i bytes comes whole', async (length) => {
  const payload = 'x'.repeat(length - HEAD - 3)
  const came = once(client, 'message')
  writeNext(connection, headOfNext('1'), tailOfNext(payload))
  const [data] = await came
  expect(data).toHaveLength(length)
  expect(JSON.parse(String(data))).toEqual({ id: '1', type: 'next', payload })
})

it('ids and payloads may have any characters', async () => {
  const [id, payload] = ['"Sièges" 座席 💺\u0000\n', { text: '"Sièges" 座席 💺\u2028' }]
  const came = once(client, 'message')
  writeNext(connection, headOfNext(id), tailOfNext(payload))
  expect(JSON.parse(String((await came)[0]))).toEqual({ id, type: 'next', payload })
})
