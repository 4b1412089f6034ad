import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import {
  type ConcreteRequest,
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getSingularSelector,
  type ReaderFragment,
  requestSubscription,
  type SingularReaderSelector,
  type Variables,
} from 'relay-runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdSeats } from '../kit/operations.js'
import { startServer, type TestServer } from '../kit/server.js'
import { Inbox } from './inbox.js'
import { compile, load } from './relay/artifacts.js'
import { createRelayClient, type RelayClient } from './relay/environment.js'
import { readFragments } from './relay/readFragments.js'
import { type SeatMapChange, watchAndComeBack } from './watchAndComeBack.js'

let server: TestServer
let anonymous: RelayClient

beforeAll(async () => {
  await compile()
  server = await startServer()
  anonymous = createRelayClient(server.url)
})
afterAll(async () => {
  await anonymous.close()
  await server.close()
})

interface AnyOperation {
  variables: Variables
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  response: any
}

const query = async ({ environment }: RelayClient, name: string, variables: Variables) =>
  fetchQuery<AnyOperation>(environment, await load(name), variables).toPromise()

async function mutate({ environment }: RelayClient, name: string, variables: Variables) {
  const mutation = await load<ConcreteRequest>(name)
  return new Promise<AnyOperation['response']>((resolve, reject) => {
    commitMutation<AnyOperation>(environment, {
      mutation,
      variables,
      onCompleted: (response, errors) => (errors?.length ? reject(errors[0]) : resolve(response)),
      onError: reject,
    })
  })
}

/** Keeps what an operation has read in the store, as a component on the screen would. */
const retain = async ({ environment }: RelayClient, name: string, variables: Variables) =>
  environment.retain(createOperationDescriptor(await load(name), variables))

/** What the store has of an operation. */
const lookup = async ({ environment }: RelayClient, name: string, variables: Variables) =>
  environment.lookup(createOperationDescriptor(await load(name), variables).fragment).data

describe('relay-compiler', () => {
  it('has nothing to say against the schema', async () => {
    await expect(compile()).resolves.toBeUndefined()
  })

  it('is given every connection of the schema, and every type that node finds', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
    const types = Object.values(schema.getTypeMap()).filter(isObjectType)
    const connections = types.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => `${type}.${field.name}`),
    )
    const nodes = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    const asked = readFragments(schema)
    expect(asked.connections).toEqual(connections.toSorted())
    expect(asked.refetched).toEqual(expect.arrayContaining(nodes.map(({ name }) => name)))
  })
})

describe('Relay', () => {
  it('queries shows', async () => {
    const show = await server.seed.show({ movie: 'Playtime', price: 950 })
    const { shows } = await query(anonymous, 'ticketsShowsQuery', { first: 1 })
    expect(shows.edges[0].node).toMatchObject({
      id: show.id,
      movie: { title: 'Playtime' },
      priceRange: { min: { amount: '9.50', currency: 'EUR' } },
    })
  })

  it('signs in as a guest, holds seats, and learns which are taken', async () => {
    const show = await server.seed.show({ seats: 2 })
    const { signInAsGuest } = await mutate(anonymous, 'ticketsSignInAsGuestMutation', {})
    const buyer = createRelayClient(server.url, signInAsGuest.accessToken)
    const input = { showId: show.id, seatIds: show.seatIds }
    const first = { input: { ...input, idempotencyKey: randomUUID() } }
    expect((await mutate(buyer, 'ticketsHoldSeatsMutation', first)).holdSeats).toMatchObject({
      __typename: 'HoldSeatsSuccess',
      booking: { status: 'PENDING', total: { amount: '20.00', currency: 'EUR' }, show: { availability: { held: 2 } } },
    })
    const second = { input: { ...input, idempotencyKey: randomUUID() } }
    expect((await mutate(buyer, 'ticketsHoldSeatsMutation', second)).holdSeats).toMatchObject({
      __typename: 'SeatsUnavailableError',
      message: '2 of the seats are taken. None of them is yours: choose others.',
      seats: show.seatIds.map((seatId) => ({ seatId, status: 'HELD' })),
    })
    await buyer.close()
  })

  it('keeps a seat in its store, whatever else names it', async () => {
    const show = await server.seed.show({ seats: 1 })
    const id = show.seatIds[0]!
    const { signInAsGuest } = await mutate(anonymous, 'ticketsSignInAsGuestMutation', {})
    const buyer = createRelayClient(server.url, signInAsGuest.accessToken)
    const { node } = await query(buyer, 'ticketsNodeQuery', { id })
    const { dispose } = await retain(buyer, 'ticketsNodeQuery', { id })
    expect(node).toEqual({ __typename: 'ShowSeat', id, label: 'A1', status: 'AVAILABLE' })

    await query(buyer, 'ticketsSeatLayoutQuery', { showId: show.id })
    expect(await lookup(buyer, 'ticketsNodeQuery', { id })).toEqual({ node })
    await holdSeats(await server.signInAsGuest(), show)
    const input = { showId: show.id, seatIds: show.seatIds, idempotencyKey: randomUUID() }
    const { holdSeats: refusal } = await mutate(buyer, 'ticketsHoldSeatsMutation', { input })
    expect(refusal.__typename).toBe('SeatsUnavailableError')
    expect(await lookup(buyer, 'ticketsNodeQuery', { id })).toEqual({ node })
    dispose()
    await buyer.close()
  })

  it('watches a seat map, goes away, and comes back to what it missed', async () => {
    const subscription = await load<ConcreteRequest>('ticketsSeatMapSubscription')
    await watchAndComeBack(server, (variables) => {
      const events = new Inbox<SeatMapChange>()
      const { dispose } = requestSubscription<AnyOperation>(anonymous.environment, {
        subscription,
        variables,
        onNext: (response) => events.push(response.seatMapChanged),
        onError: (error) => events.fail(error),
      })
      return { next: () => events.next(), stop: dispose }
    })
  })

  it('fetches an object again by its global id', async () => {
    const show = await server.seed.show({ seats: 3 })
    const before = await query(anonymous, 'ticketsNodeQuery', { id: show.id })
    expect(before.node).toMatchObject({ __typename: 'Show', id: show.id, availability: { held: 0 } })
    await holdSeats(await server.signInAsGuest(), show, show.seatIds.slice(0, 2))
    const after = await query(anonymous, 'ticketsNodeQuery', { id: show.id })
    expect(after.node.availability).toMatchObject({ held: 2 })
  })

  it('loads the next page of a connection by node and cursor, and adds it to the edges in the store', async () => {
    const shows = [await server.seed.show({ startsInSeconds: 90_000 })]
    for (const startsInSeconds of [91_000, 92_000]) shows.push(await server.seed.show({ startsInSeconds }))
    await server.seed.sql(
      'UPDATE show SET movie_id = (SELECT movie_id FROM show WHERE id = $1) WHERE id = ANY ($2::int[])',
      [shows[0]!.key, shows.map(({ key }) => key)],
    )
    const { movieId } = await movieOf(shows[0]!.id)
    const { dispose } = await retain(anonymous, 'ticketsMovieQuery', { id: movieId })
    const { movie } = await query(anonymous, 'ticketsMovieQuery', { id: movieId })
    const fragment = await load<ReaderFragment>('tickets_movie')
    const selector = getSingularSelector(fragment, movie) as SingularReaderSelector
    const first = lookupShows(selector)
    expect(first.ids).toEqual(shows.slice(0, 2).map(({ id }) => id))
    expect(first.pageInfo.hasNextPage).toBe(true)

    await query(anonymous, 'ticketsMovieShowsQuery', { id: movieId, first: 2, after: first.pageInfo.endCursor })
    const all = lookupShows(selector)
    expect(all.ids).toEqual(shows.map(({ id }) => id))
    expect(all.pageInfo.hasNextPage).toBe(false)
    dispose()
  })
})

async function movieOf(showId: string): Promise<{ movieId: string }> {
  const { show } = await server.anonymous.query('query ($id: ID!) { show(id: $id) { movie { id } } }', { id: showId })
  return { movieId: show.movie.id }
}

function lookupShows(selector: SingularReaderSelector) {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
  const { edges, pageInfo } = (anonymous.environment.lookup(selector).data as any).shows
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id), pageInfo }
}
