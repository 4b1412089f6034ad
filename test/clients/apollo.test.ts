import { randomUUID } from 'node:crypto'
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client/core'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '../kit/server.js'
import { HOLD_SEATS, SEAT_MAP_CHANGED, SHOWS, SIGN_IN_AS_GUEST } from './documents.js'
import { Inbox } from './inbox.js'
import { type SeatMapChange, watchAndComeBack } from './watchAndComeBack.js'

let server: TestServer
let anonymous: ReturnType<typeof connect>

/** Subscriptions go over a WebSocket, all else by HTTP, as Apollo's documentation has it. */
function connect(token?: string) {
  const socket = createClient({
    url: server.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
  const link = ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    new HttpLink({ uri: server.url, headers: token ? { authorization: `Bearer ${token}` } : {} }),
  )
  const cache = new InMemoryCache({
    possibleTypes: { UserError: ['SeatsUnavailableError', 'ShowClosedError', 'NotFoundError'] },
    typePolicies: { Query: { fields: { shows: relayStylePagination() } } },
  })
  const client = new ApolloClient({ link, cache })
  return {
    client,
    async close() {
      client.stop()
      await socket.dispose()
    },
  }
}

beforeAll(async () => {
  server = await startServer()
  anonymous = connect()
})
afterAll(async () => {
  await anonymous.close()
  await server.close()
})

// biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
const parse = (text: string) => gql(text) as TypedDocumentNode<any, any>

describe('Apollo Client', () => {
  it('queries shows, and adds the next page to the cache', async () => {
    const shows = [await server.seed.show({ movie: 'Playtime', price: 950 })]
    for (const movie of ['Trafic', 'Mon oncle']) shows.push(await server.seed.show({ movie, startsInSeconds: 200_000 }))
    const query = anonymous.client.watchQuery({ query: parse(SHOWS), variables: { first: 2 } })
    // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
    const pages = new Inbox<any>()
    const subscription = query.subscribe(({ data, loading }) => loading || pages.push(data))
    const { shows: first } = await pages.next()
    expect(first.edges[0].node).toMatchObject({
      id: shows[0]!.id,
      movie: { title: 'Playtime' },
      priceRange: { min: { amount: '9.50', currency: 'EUR' } },
    })
    await query.fetchMore({ variables: { after: first.pageInfo.endCursor } })
    const { edges, pageInfo } = (await pages.next()).shows
    subscription.unsubscribe()
    expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(shows.map(({ id }) => id))
    expect(pageInfo.hasNextPage).toBe(false)
  })

  it('signs in as a guest, holds seats, and learns which are taken', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { data: signedIn } = await anonymous.client.mutate({ mutation: parse(SIGN_IN_AS_GUEST) })
    const buyer = connect(signedIn.signInAsGuest.accessToken)
    const hold = () =>
      buyer.client.mutate({
        mutation: parse(HOLD_SEATS),
        variables: { input: { showId: show.id, seatIds: show.seatIds, idempotencyKey: randomUUID() } },
      })
    const held = await hold()
    expect(held.data.holdSeats).toMatchObject({
      __typename: 'HoldSeatsSuccess',
      booking: { status: 'PENDING', total: { amount: '20.00', currency: 'EUR' } },
    })
    const refused = await hold()
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
    const mutation = anonymous.client.mutate({ mutation: parse(HOLD_SEATS), variables: { input } })
    const error = await mutation.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CombinedGraphQLErrors)
    expect((error as CombinedGraphQLErrors).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  it('watches a seat map, goes away, and comes back to what it missed', async () => {
    await watchAndComeBack(server, (variables) => {
      const events = new Inbox<SeatMapChange>()
      const subscription = anonymous.client.subscribe({ query: parse(SEAT_MAP_CHANGED), variables }).subscribe({
        next: ({ data, error }) => (error ? events.fail(error) : events.push(data.seatMapChanged)),
        error: (error) => events.fail(error),
      })
      return { next: () => events.next(), stop: () => subscription.unsubscribe() }
    })
  })
})
