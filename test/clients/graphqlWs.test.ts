import { randomUUID } from 'node:crypto'
import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../kit/server.js'
import { HOLD_SEATS, SEAT_MAP_CHANGED, SHOWS, SIGN_IN_AS_GUEST } from './documents.js'
import { type SeatMapChange, watchAndComeBack } from './watchAndComeBack.js'

let server: TestServer
let anonymous: Client

function connect(token?: string): Client {
  return createClient({
    url: server.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
}

beforeAll(async () => {
  server = await startServer()
  anonymous = connect()
})
afterAll(async () => {
  await anonymous.dispose()
  await server.close()
})

/** The one result of a query or a mutation. */
// biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
async function run(client: Client, query: string, variables?: Record<string, unknown>): Promise<any> {
  const { value } = await client.iterate({ query, ...(variables && { variables }) }).next()
  return value
}

describe('graphql-ws', () => {
  it('queries shows over the socket', async () => {
    const show = await server.seed.show({ movie: 'Playtime', price: 950 })
    const { data, errors } = await run(anonymous, SHOWS, { first: 1 })
    expect(errors).toBeUndefined()
    expect(data.shows.edges[0].node).toMatchObject({
      id: show.id,
      movie: { title: 'Playtime' },
      priceRange: { min: { amount: '9.50', currency: 'EUR' } },
    })
  })

  it('signs in as a guest, holds seats, and learns which are taken', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { data } = await run(anonymous, SIGN_IN_AS_GUEST)
    const buyer = connect(data.signInAsGuest.accessToken)
    const input = { showId: show.id, seatIds: show.seatIds, idempotencyKey: randomUUID() }
    const held = await run(buyer, HOLD_SEATS, { input })
    expect(held.data.holdSeats).toMatchObject({
      __typename: 'HoldSeatsSuccess',
      booking: { status: 'PENDING', total: { amount: '20.00', currency: 'EUR' } },
    })
    const refused = await run(buyer, HOLD_SEATS, { input: { ...input, idempotencyKey: randomUUID() } })
    expect(refused.data.holdSeats).toMatchObject({
      __typename: 'SeatsUnavailableError',
      seats: show.seatIds.map((seatId) => ({ seatId, status: 'HELD' })),
    })
    await buyer.dispose()
  })

  it('watches a seat map, goes away, and comes back to what it missed', async () => {
    await watchAndComeBack(server, (variables) => {
      const events = anonymous.iterate<{ seatMapChanged: SeatMapChange }>({ query: SEAT_MAP_CHANGED, variables })
      return {
        next: async () => (await events.next()).value!.data!.seatMapChanged,
        stop: () => void events.return!(),
      }
    })
  })
})
