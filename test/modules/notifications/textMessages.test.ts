import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notify } from '../../../src/modules/notifications/index.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { buy, listNotifications } from './story.js'

interface Taken {
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

const POLL = { timeout: 20_000, interval: 50 }
const taken: Taken[] = []
/** What it answers to the next ones, instead of taking them; null breaks the connection. */
const answers: (number | null)[] = []
const gateway = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  taken.push({ headers: request.headers, body: JSON.parse(await text(request)) })
  const answer = answers.shift()
  if (answer === null) request.socket.destroy()
  else response.writeHead(answer ?? 202).end()
})
let server: TestServer

beforeAll(async () => {
  gateway.listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  const smsGatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`
  server = await startServer({ config: { smsGatewayUrl, smsGatewayToken: 'a token' } })
})
beforeEach(() => {
  taken.length = 0
})
afterAll(async () => {
  await server.close()
  gateway.close()
})

/** Tells somebody with a phone, and gives how the SMS stands. */
async function sendText(): Promise<
  () => Promise<{ id: string; status: string; attempts: number; last_error: string }>
> {
  const { key } = await buy(server, { seats: 1 })
  const to = { phone: '+33612345678' }
  await server.services.db.transact((tx) => notify(tx, { event: 'SEATS_LOST', bookingId: key, to }))
  return async () => (await listNotifications(server, key)).find((row: { channel: string }) => row.channel === 'SMS')
}

describe('an SMS', () => {
  it('is posted to the gateway', async () => {
    const find = await sendText()
    await expect.poll(find, POLL).toMatchObject({ status: 'SENT', attempts: 1 })
    expect(taken).toMatchObject([
      {
        headers: { authorization: 'Bearer a token', 'idempotency-key': (await find()).id },
        body: {
          to: '+33612345678',
          text: expect.stringMatching(/^Your seats could not be booked: The Movie, .+ A1\. /),
        },
      },
    ])
  })

  it.each([503, 429, 401, null])('is posted again under its key after %s', async (answer) => {
    answers.push(answer)
    const find = await sendText()
    await expect.poll(find, POLL).toMatchObject({ status: 'SENT', attempts: 2 })
    const { id } = await find()
    expect(taken.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id])
  })

  it('is given up after 422', async () => {
    answers.push(422)
    const find = await sendText()
    await expect
      .poll(find, POLL)
      .toMatchObject({ status: 'FAILED', attempts: 1, last_error: 'the gateway answered 422' })
    expect(taken).toHaveLength(1)
  })
})
