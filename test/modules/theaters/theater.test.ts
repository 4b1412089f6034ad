import { afterAll, beforeAll, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from '../shows/program.js'

const THEATER = `query ($id: ID!, $filter: ShowFilter, $first: Int, $after: String) {
  theater(id: $id) {
    id name address latitude longitude
    city { id name timeZone }
    screens { id name seatCount theater { id } }
    shows(filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
}`

let server: TestServer
let theater: { id: number }
let screens: { id: number }[]

beforeAll(async () => {
  server = await startServer()
  jumpTo(server.clock, new Date('2026-11-20T12:00:00.000Z'))
  const { addCity, addTheater, addScreen } = createProgram(server.services.db)
  const city = await addCity('Paris', 'Europe/Paris')
  theater = await addTheater(city.id, { latitude: 48.870556, longitude: 2.347222 })
  screens = [
    await addScreen(theater.id, { name: 'Salle 10', seatCount: 1 }),
    await addScreen(theater.id, { name: 'Salle 2', seatCount: 702 }),
  ]
})

afterAll(() => server.close())

test('a theater comes with its city and its screens in the order in which people count', async () => {
  const id = toGlobalId('Theater', theater.id)
  const { data } = await server.anonymous.send(THEATER, { id })
  expect(data.theater).toEqual({
    id,
    name: 'Le Grand Rex',
    address: '1 boulevard Poissonnière',
    latitude: 48.870556,
    longitude: 2.347222,
    city: { id: expect.any(String), name: 'Paris', timeZone: 'Europe/Paris' },
    screens: [
      { id: toGlobalId('Screen', screens[1]!.id), name: 'Salle 2', seatCount: 702, theater: { id } },
      { id: toGlobalId('Screen', screens[0]!.id), name: 'Salle 10', seatCount: 1, theater: { id } },
    ],
    shows: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  })
})

test('the shows of a theater are those of all its screens, by pages, and of no other theater', async () => {
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  const elsewhere = await addScreen((await addTheater((await addCity('Lyon', 'Europe/Paris')).id)).id)
  const movie = await addMovie()
  const startsAt = new Date('2026-11-20T19:00:00.000Z')
  await addShow(movie.id, elsewhere.id, { startsAt })
  const shows = []
  for (const screen of [...screens, ...screens]) shows.push(await addShow(movie.id, screen.id, { startsAt }))

  const id = toGlobalId('Theater', theater.id)
  const pages = []
  let after: string | null = null
  do {
    const { data } = await server.anonymous.send(THEATER, { id, first: 3, after })
    pages.push(data.theater.shows.nodes)
    after = data.theater.shows.pageInfo.hasNextPage ? data.theater.shows.pageInfo.endCursor : null
  } while (after !== null)
  const ids = shows.map((show) => ({ id: toGlobalId('Show', show.id) }))
  expect(pages).toEqual([ids.slice(0, 3), ids.slice(3)])

  const { data } = await server.anonymous.send(THEATER, { id, filter: { city: 'Lyon' } })
  expect(data.theater.shows.nodes).toEqual([])
})

test.each([toGlobalId('Theater', 999_999), toGlobalId('Screen', 1), ''])(
  'the id "%s" of no theater is null',
  async (id) => {
    const { data, errors } = await server.anonymous.send(THEATER, { id })
    expect(errors).toBeUndefined()
    expect(data).toEqual({ theater: null })
  },
)
