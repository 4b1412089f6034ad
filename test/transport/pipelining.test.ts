import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../kit/server.js'

const LIMIT = 3
const REQUEST = 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: localhost\r\n\r\n'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { maxPipelinedRequests: LIMIT }, isAlone: true })
})
afterAll(() => server.close())

/** Sends requests without waiting for answers: what comes back until it is as many answers, or until the server closes. */
async function pipeline(
  count: number,
): Promise<{ statuses: number[]; text: string; socket: Socket; isClosed: boolean }> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.write(REQUEST.repeat(count))
  let text = ''
  let isClosed = false
  const statuses = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += String(chunk)
      if (statuses().length === count && text.endsWith('}')) resolve()
    })
    // What it has not read, it may answer by a reset.
    socket.on('error', () => {})
    socket.on('close', () => {
      isClosed = true
      resolve()
    })
  })
  return { statuses: statuses(), text, socket, isClosed }
}

describe('a connection', () => {
  it('may send some requests before it has answers, again and again', async () => {
    for (let round = 0; round < 3; round++) {
      const { statuses, socket, isClosed } = await pipeline(LIMIT + 1)
      expect(statuses).toEqual(Array(LIMIT + 1).fill(200))
      expect(isClosed).toBe(false)
      socket.destroy()
    }
  })

  it('is told that these are too many once those before are answered, and closed', async () => {
    const { statuses, text, isClosed } = await pipeline(LIMIT + 50)
    expect(statuses).toEqual([...Array(LIMIT + 1).fill(200), 400])
    expect(isClosed).toBe(true)
    const refusal = JSON.parse(text.slice(text.lastIndexOf('\r\n\r\n')))
    const message = `Too many requests of a connection wait for answers: at most ${LIMIT}, and not ${LIMIT + 1}.`
    const extensions = { code: 'PIPELINE_LIMIT_EXCEEDED', limit: LIMIT, actual: LIMIT + 1 }
    expect(refusal).toEqual({ errors: [{ message, extensions }] })
  })

  it('on which somebody goes on nevertheless is closed at once', async () => {
    const { statuses, isClosed } = await pipeline(5_000)
    expect(isClosed).toBe(true)
    expect(statuses.length).toBeLessThanOrEqual(LIMIT + 2)
    expect(await server.anonymous.query('{ __typename }')).toEqual({ __typename: 'Query' })
  })
})
