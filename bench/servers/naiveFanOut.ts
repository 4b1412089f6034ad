import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { announce } from './announce.js'

// What a tutorial would write: graphql-ws, and an async iterator for each subscription, on a bus in the process.
const bus = new EventEmitter().setMaxListeners(0)
const toChange = (version: number) => ({
  kind: 'DELTA',
  cursor: 'MUAxMjM0NQ',
  seats: [1, 2].map((seat) => ({
    seatId: Buffer.from(`ShowSeat:1.${seat}`).toString('base64url'),
    status: 'HELD',
    version,
  })),
})

const schema = makeExecutableSchema({
  typeDefs: `
    type Query { ok: Boolean! }
    type Subscription { seatMapChanged(showId: ID!, after: String): SeatMapChange! }
    type SeatMapChange { kind: String! cursor: String! seats: [SeatState!]! }
    type SeatState { seatId: ID! status: String! version: Int! }`,
  resolvers: {
    Query: { ok: () => true },
    Subscription: {
      seatMapChanged: {
        async *subscribe() {
          const changes = on(bus, 'change')
          yield { seatMapChanged: toChange(1) }
          for await (const [seatMapChanged] of changes) yield { seatMapChanged }
        },
      },
    },
  },
})

const http = createServer()
useServer({ schema }, new WebSocketServer({ server: http, path: '/graphql', perMessageDeflate: false }))
let version = 1_000_000
process.on('message', () => {
  version += 1
  bus.emit('change', toChange(version))
})
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => announce((http.address() as AddressInfo).port))
