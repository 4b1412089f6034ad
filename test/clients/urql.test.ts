import { randomUUID } from 'node:crypto'
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../kit/server.js'
import { HOLD_SEATS, SEAT_MAP_CHANGED, SHOWS, SIGN_IN_AS_GUEST } from './documents.js'
import { Inbox } from './inbox.js'
import { type SeatMapChange, watchAndComeBack } from './watchAndComeBack.js'

let server: TestServer
let anonymous: ReturnType<typeof connect>

function connect(token?: string) {
  const socket = createClient({
    url: server.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
  const client = new Client({
    url: server.url,
    fetchOptions: { headers: { ...(token && { authorization: `Bearer ${token}` }) } },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: query!, ...(variables && { variables }) }, sink as never),
          }),
        }),
      }),
    ],
  })
  return { client, close: async () => socket.dispose() }
}

beforeAll(async () => {
  server = await startServer()
  anonymous = connect()
})
afterAll(async () => {
  await anonymous.close()
  await server.close()
})

describe('urql', () => {
  it('queries shows by GET', async () => {
    const show = await server.seed.show({ movie: 'Playtime', price: 950 })
    const { data, error, operation } = await anonymous.client.query(SHOWS, { first: 1 })
    expect(error).toBeUndefined()
    expect(operation.context.preferGetMethod).toBe('within-url-limit')
    expect(data.shows.edges[0].node).toMatchObject({
      id: show.id,
      movie: { title: 'Playtime' },
      priceRange: { min: { amount: '9.50', currency: 'EUR' } },
    })
  })

  it('signs in as a guest, holds seats, and learns which are taken', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { data: signedIn } = await anonymous.client.mutation(SIGN_IN_AS_GUEST, {})
    const buyer = connect(signedIn.signInAsGuest.accessToken)
    const input = { showId: show.id, seatIds: show.seatIds }
    const held = await buyer.client.mutation(HOLD_SEATS, { input: { ...input, idempotencyKey: randomUUID() } })
    expect(held.data.holdSeats).toMatchObject({
      __typename: 'HoldSeatsSuccess',
      booking: { status: 'PENDING', total: { amount: '20.00', currency: 'EUR' } },
    })
    const refused = await buyer.client.mutation(HOLD_SEATS, { input: { ...input, idempotencyKey: randomUUID() } })
    expect(refused.error).toBeUndefined()
    expect(refused.data.holdSeats).toMatchObject({
      __typename: 'SeatsUnavailableError',
      message: '2 of the seats are taken. None of them is yours: choose others.',
      seats: show.seatIds.map((seatId) => ({ seatId, status: 'HELD' })),
    })
    await buyer.close()
  })

  it('is told by an error with a code that it has to sign in', async () => {
    const show = await server.seed.show()
    const input = { showId: show.id, seatIds: show.seatIds, idempotencyKey: randomUUID() }
    const { error } = await anonymous.client.mutation(HOLD_SEATS, { input })
    expect(error!.graphQLErrors[0]!.extensions).toEqual({ code: 'UNAUTHENTICATED' })
  })

  it('watches a seat map, goes away, and comes back to what it missed', async () => {
    await watchAndComeBack(server, (variables) => {
      const events = new Inbox<SeatMapChange>()
      const { unsubscribe } = anonymous.client
        .subscription(SEAT_MAP_CHANGED, variables)
        .subscribe(({ data, error }) => (error ? events.fail(error) : events.push(data.seatMapChanged)))
      return { next: () => events.next(), stop: unsubscribe }
    })
  })
})
