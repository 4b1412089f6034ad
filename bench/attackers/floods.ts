import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { toGlobalId } from '../../src/lib/globalId.js'
import { toClientFrame } from '../kit/frameReader.js'
import { exchange, openSocket, postJson } from '../kit/load.js'
import type { Attack, Target } from './attack.js'
import { connectionOf, openWebSocket, toFragments, toSubscribe } from './attackSocket.js'

const MANY = 100
const FEW = 20
const AT_ONCE = 20
/** Between two messages of who does not wait for answers. */
const PAUSE_MS = 5
/** What attackers keep for a server that does not read on. */
const MAX_UNSENT_BYTES = 1024 * 1024
/** Of one message: some more, and the server closes. */
const FRAGMENTS = 900
/** In bytes: what a message may just have, and far more. */
const [LONG, TOO_LONG] = [250_000, 2_000_000]

const PINGS = Buffer.concat(Array.from({ length: 20_000 }, () => toClientFrame(0x9, Buffer.alloc(0))))
const REQUESTS = Buffer.from('GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'.repeat(5_000))

const ROWS = '{ rows { label seats { id label number status isAccessible } } }'
const MAP = `query ($id: ID!) { seatMap(showId: $id) ${ROWS} }`
const PAST = `query ($id: ID!, $at: DateTime!) { seatMap(showId: $id, at: $at) ${ROWS} }`
const WATCH = 'subscription ($id: ID!) { seatMapChanged(showId: $id) { kind seats { seatId status } } }'
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
/** Some 4,800 objects of the 5,000 that may be asked for. */
const EXPENSIVE = `{ ${Array.from({ length: 48 }, (_, n) => `a${n}: shows(first: 50, filter: { city: "Paris" }) { nodes { id movie { title } } }`).join(' ')} }`

/** What many send at once, or again and again without a look at the answers. */
export function listFloods(): Attack[] {
  return [
    bySocket('maps that nobody reads', MANY, ({ showId }, socket) => {
      socket.pause()
      return async (number) => {
        if (socket.bufferedAmount < MAX_UNSENT_BYTES) socket.send(toSubscribe(number, askForMap(showId)))
        await delay(PAUSE_MS)
      }
    }),
    bySocket(`maps, ${AT_ONCE} at once on each socket`, MANY, ({ showId }, socket) =>
      askAtOnce(socket, askForMap(showId)),
    ),
    bySocket('what costs as much as may be', FEW, (_, socket) => askAtOnce(socket, { query: EXPENSIVE })),
    bySocket('trivial queries at once', MANY, (_, socket) => askAtOnce(socket, { query: '{ __typename }' })),
    bySocket('long messages', FEW, (_, socket) =>
      askEach(socket, { query: '{ __typename }', variables: { x: Array(LONG / 2).fill(0) } }),
    ),
    { name: `messages of ${FRAGMENTS} fragments`, attackers: FEW, open: sendFragments },
    bySocket('pings', FEW, (_, socket) => async () => {
      const answered = once(socket, 'pong')
      connectionOf(socket).write(PINGS)
      await answered
    }),
    { name: 'requests that wait for no answer', attackers: FEW, open: sendManyRequests },
    bySocket('subscriptions that come and go', MANY, ({ showId }, socket) => {
      const subscribe = askEach(socket, { query: WATCH, variables: { id: showId } })
      return async (number) => {
        await subscribe(number)
        socket.send(JSON.stringify({ id: String(number), type: 'complete' }))
      }
    }),
    { name: 'messages that are too long', attackers: FEW, open: sendTooLong },
    { name: 'sockets that come and go', attackers: FEW, open: comeAndGo },
    byHttp('maps by HTTP', ({ showId }) => postJson('/graphql', askForMap(showId))),
    byHttp('maps of the past by HTTP', ({ showId }, number) => postJson('/graphql', askForPast(showId, number))),
    byHttp('what costs as much as may be, by HTTP', () => postJson('/graphql', { query: EXPENSIVE })),
    byHttp('ids of others', (_, number) => {
      const ids = Array.from({ length: MANY }, (_, n) => toGlobalId('Booking', number * MANY + n + 1))
      return postJson('/graphql', { query: NODES, variables: { ids } })
    }),
    byHttp('mutations by GET', () => {
      const query = encodeURIComponent('mutation { signInAsGuest { __typename } }')
      return Buffer.from(`GET /graphql?query=${query} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
    }),
    byHttp('hashes of no text', (_, number) => {
      const sha256Hash = number.toString(16).padStart(64, '0')
      return postJson('/graphql', { extensions: { persistedQuery: { version: 1, sha256Hash } } })
    }),
    byHttp('tokens that are none', () => postJson('/graphql', { query: '{ __typename }' }, 'e30.e30.e30')),
  ]
}

function askForMap(showId: string) {
  return { query: MAP, variables: { id: showId } }
}

/** As they are, or as they were before everything. */
function askForPast(showId: string, number: number) {
  return { query: PAST, variables: { id: showId, at: new Date(number % 2 === 0 ? Date.now() : 0) } }
}

function bySocket(
  name: string,
  attackers: number,
  attack: (target: Target, socket: WebSocket) => (number: number) => Promise<unknown>,
): Attack {
  return { name, attackers, open: async (target) => attack(target, await openWebSocket(target.port)) }
}

/** Many connections, on each of which one request follows the other. */
function byHttp(name: string, request: (target: Target, number: number) => Buffer): Attack {
  return {
    name,
    attackers: MANY,
    async open(target) {
      const socket = await openSocket(target.port)
      return (number) => exchange(socket, request(target, number))
    },
  }
}

function askEach(socket: WebSocket, payload: object) {
  return async (number: number) => {
    const answered = once(socket, 'message')
    socket.send(toSubscribe(number, payload))
    await answered
  }
}

function askAtOnce(socket: WebSocket, payload: object) {
  return async (number: number) => {
    const all = Array.from({ length: AT_ONCE }, (_, n) => number * AT_ONCE + n)
    for (const id of all) socket.send(toSubscribe(id, payload))
    let left = AT_ONCE
    await new Promise<void>((resolve) => {
      const count = (data: unknown) => {
        if (!String(data).includes('"type":"complete"') || --left > 0) return
        socket.off('message', count)
        resolve()
      }
      socket.on('message', count)
    })
  }
}

/** Frames of a byte each, all at once. */
async function sendFragments({ port }: Target) {
  const socket = await openWebSocket(port)
  const payload = { query: '{ __typename }', variables: { x: 'x'.repeat(FRAGMENTS) } }
  return async (number: number) => {
    const answered = once(socket, 'message')
    connectionOf(socket).write(toFragments(toSubscribe(number, payload)))
    await answered
  }
}

/** As many as a connection takes until it is closed. */
async function sendManyRequests({ port }: Target) {
  return async () => {
    const socket = await openSocket(port)
    socket.resume()
    socket.write(REQUESTS)
    // As the server reads no more, it may be reset.
    await new Promise<void>((resolve) => socket.once('close', () => resolve()))
  }
}

async function sendTooLong({ port }: Target) {
  return async () => {
    const socket = await openWebSocket(port)
    const closed = once(socket, 'close')
    socket.send('x'.repeat(TOO_LONG))
    await closed
  }
}

async function comeAndGo({ port }: Target) {
  return async () => {
    const socket = await openWebSocket(port)
    const closed = once(socket, 'close')
    socket.close()
    await closed
  }
}
