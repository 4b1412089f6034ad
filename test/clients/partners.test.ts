import { readFileSync } from 'node:fs'
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists'
import { createClient } from 'graphql-ws'
import { fetchQuery, requestSubscription, type Variables } from 'relay-runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { holdSeats } from '../kit/operations.js'
import type { SeededShow } from '../kit/seed.js'
import { type Desk, openDesk } from '../modules/partners/desk.js'
import { makeByApollo, makeByClientPreset, makeByRelay } from '../modules/partners/manifestTools.js'
import { Inbox } from './inbox.js'
import { createRelayClient } from './relay/environment.js'

// The clients of partners, as their makers build them, on the manifests that their tools write.

const EXAMPLE = new URL('../../docs/partners/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, EXAMPLE), 'utf8')

let desk: Desk
let show: SeededShow

beforeAll(async () => {
  desk = await openDesk()
  show = await desk.server.seed.show({ movie: 'Playtime' })
})
afterAll(() => desk.close())

/** A key of a new partner with the operations of a manifest. */
async function join(name: string, manifest: string): Promise<string> {
  const partnerId = await desk.addPartner(name)
  expect(await desk.act('registerOperations', { partnerId, manifest })).toMatchObject({
    __typename: 'RegisterOperationsSuccess',
  })
  return (await desk.addKey(partnerId)).secret
}

// biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it gets
type Any = any

describe('Apollo Client', () => {
  it('queries and subscribes by the ids of its manifest', async () => {
    const manifest = read('persisted-query-manifest.json')
    const key = await join('Apollo', manifest)
    const ids = generatePersistedQueryIdsFromManifest({ loadManifest: async () => JSON.parse(manifest) })
    const socket = createClient({
      url: desk.server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
    })
    const wire = ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      new GraphQLWsLink(socket),
      new HttpLink({ uri: desk.server.url, headers: { authorization: `Bearer ${key}` } }),
    )
    const client = new ApolloClient({ link: new PersistedQueryLink(ids).concat(wire), cache: new InMemoryCache() })
    const parts = read('src/showParts.graphql')
    const query = gql(read('src/nextShows.graphql') + parts)
    const { data } = await client.query<Any>({ query, variables: { city: await cityOf(show) } })
    expect(data.shows.nodes[0].movie.title).toBe('Playtime')
    const events = new Inbox<Any>()
    const watching = client
      .subscribe<Any>({ query: gql(read('src/watch.graphql')), variables: { showId: show.id } })
      .subscribe(({ data }) => events.push(data))
    expect((await events.next()).seatMapChanged.kind).toBe('SNAPSHOT')
    await holdSeats(await desk.server.signInAsGuest(), show, show.seatIds.slice(0, 1))
    expect((await events.next()).seatMapChanged.seats).toMatchObject([{ seatId: show.seatIds[0], status: 'HELD' }])
    watching.unsubscribe()
    await expect(client.query({ query: gql('{ movies { nodes { id } } }') })).rejects.toThrow()
    client.stop()
    await socket.dispose()
  })

  it('subscribes over WebSocket with fragments that its manifest has in another order', async () => {
    const source = `subscription Both($showId: ID!) { seatMapChanged(showId: $showId) { ...Where ...Changes } }
      fragment Where on SeatMapChange { kind cursor }
      fragment Changes on SeatMapChange { seats { seatId status } }`
    const manifest = await makeByApollo({ 'src/both.graphql': source })
    const [{ body }] = JSON.parse(manifest).operations
    expect(body.indexOf('fragment Changes')).toBeLessThan(body.indexOf('fragment Where'))
    const socket = createClient({
      url: desk.server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { 'x-api-key': await join('Apollo over WebSocket', manifest) },
    })
    const ids = generatePersistedQueryIdsFromManifest({ loadManifest: async () => JSON.parse(manifest) })
    const link = new PersistedQueryLink(ids).concat(new GraphQLWsLink(socket))
    const client = new ApolloClient({ link, cache: new InMemoryCache() })
    const events = new Inbox<Any>()
    const watching = client
      .subscribe<Any>({ query: gql(source), variables: { showId: show.id } })
      .subscribe({ next: ({ data, error }) => (data ? events.push(data) : events.fail(error!)) })
    expect((await events.next()).seatMapChanged).toMatchObject({ kind: 'SNAPSHOT', cursor: expect.any(String) })
    watching.unsubscribe()
    client.stop()
    await socket.dispose()
  })
})

describe('Relay', () => {
  it('queries and subscribes by the ids of its compiler', async () => {
    const source = `import { graphql } from 'relay-runtime'
graphql\`query appMovieQuery($id: ID!) { show(id: $id) { movie { title } } }\`
graphql\`subscription appSeatsSubscription($id: ID!) { seatMapChanged(showId: $id) { kind } }\``
    const { manifest, operations } = await makeByRelay({ 'src/app.js': source })
    const { environment, close } = createRelayClient(desk.server.url, await join('Relay', manifest))
    const variables: Variables = { id: show.id }
    const data = await fetchQuery<Any>(environment, operations.get('appMovieQuery')!, variables).toPromise()
    expect(data.show.movie.title).toBe('Playtime')
    const events = new Inbox<Any>()
    const { dispose } = requestSubscription<Any>(environment, {
      subscription: operations.get('appSeatsSubscription')!,
      variables,
      onNext: (event) => events.push(event),
      onError: (error) => events.fail(error),
    })
    expect(await events.next()).toMatchObject({ seatMapChanged: { kind: 'SNAPSHOT' } })
    dispose()
    await close()
  })
})

describe('the client preset of GraphQL Code Generator', () => {
  it('queries by fetch and subscribes by graphql-ws, by the hashes of its documents', async () => {
    const documents = {
      'src/title.graphql': 'query Title($id: ID!) { show(id: $id) { movie { title } } }',
      'src/seats.graphql': 'subscription Seats($id: ID!) { seatMapChanged(showId: $id) { kind } }',
    }
    const manifest = await makeByClientPreset(documents)
    const key = await join('Code Generator', manifest)
    const hashOf = (name: string) =>
      Object.entries<string>(JSON.parse(manifest))
        .find(([, text]) => text.includes(name))![0]
        .replace('sha256:', '')
    // As its documentation has it: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#persisted-documents
    const operation = (name: string) => ({
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(name) } },
      variables: { id: show.id },
    })
    const response = await fetch(desk.server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify(operation('query Title')),
    })
    expect(await response.json()).toEqual({ data: { show: { movie: { title: 'Playtime' } } } })
    const socket = createClient({
      url: desk.server.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { 'x-api-key': key },
    })
    const events = socket.iterate<Any>({ query: '', ...operation('subscription Seats') })
    expect((await events.next()).value!.data!.seatMapChanged.kind).toBe('SNAPSHOT')
    await events.return!()
    await socket.dispose()
  })
})

async function cityOf({ key }: SeededShow): Promise<string> {
  const [{ name }] = await desk.server.seed.sql(
    `SELECT city.name FROM show JOIN screen ON screen.id = screen_id JOIN theater ON theater.id = theater_id
     JOIN city ON city.id = city_id WHERE show.id = $1`,
    [key],
  )
  return name
}
