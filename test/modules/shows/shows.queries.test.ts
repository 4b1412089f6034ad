import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram } from './program.js'

const LISTING = `nodes {
  startsAt status
  movie { title }
  screen { name theater { name city { name } } }
  availability { total available held booked blocked }
  priceRange { min { amount } max { amount } }
}`

let server: TestServer
let theaterIds: number[]

beforeAll(async () => {
  server = await startServer({ config: { workJobs: false } })
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  theaterIds = []
  for (let index = 0; index < 20; index += 1) {
    const city = await addCity(`City ${index}`, 'Europe/Paris')
    const theater = await addTheater(city.id, { name: `Theater ${index}` })
    const screen = await addScreen(theater.id)
    const movie = await addMovie({ title: `Movie ${index}` })
    const startsAt = new Date(server.clock.now().getTime() + (index + 1) * 3_600_000)
    await addShow(movie.id, screen.id, { startsAt })
    theaterIds.push(theater.id)
  }
})

afterAll(() => server.close())

/** What an operation sends to Postgres: the names of the statements, or where Prisma writes them, their tables; in alphabetical order. */
async function statementsOf(query: string): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const { errors } = await server.anonymous.send(query)
  expect(errors).toBeUndefined()
  const texts = sent.mock.calls.map(([config]) => (config as unknown as pg.QueryConfig).text ?? String(config))
  sent.mockRestore()
  return texts
    .map(nameOf)
    .filter((name) => !isOfJob(name))
    .toSorted()
}

function nameOf(text: string): string {
  return /^\/\* (\S+) \*\//.exec(text)?.[1] ?? /FROM "public"\."(\w+)"/.exec(text)?.[1] ?? text
}

// They run from time to time, beside the operation or for it.
function isOfJob(name: string): boolean {
  return /^(seatmaps\.readChanges$|accounts\.listRevoked$|waitingroom\.listRooms$|bookings\.|payments\.|db\.)/.test(
    name,
  )
}

describe('20 of everything take as many statements as one', () => {
  test('shows with their movies, places, seats and prices', async () => {
    expect(await statementsOf(`{ shows(first: 20) { ${LISTING} } }`)).toEqual([
      'catalog.loadMovies',
      'seatmaps.listStates',
      'shows.list.upc',
      'theaters.loadCities',
      'theaters.loadScreens',
      'theaters.loadTheaters',
    ])
  })

  test('shows without anything around them', async () => {
    const query = '{ shows { nodes { id startsAt status language priceRange { min { amount } } } } }'
    expect(await statementsOf(query)).toEqual(['shows.list.upc'])
  })

  test('movies with the shows of each', async () => {
    const query = `{ movies(filter: { city: "city 1", day: null }) { nodes { title } } }`
    expect(await statementsOf(query)).toEqual(['movie', 'shows.listMovieIds.cit.upc'])
    expect(await statementsOf(`{ movies(first: 20) { nodes { title shows(first: 5) { ${LISTING} } } } }`)).toEqual([
      'catalog.loadMovies',
      'movie',
      'shows.listMovie.upc',
      'theaters.loadCities',
      'theaters.loadScreens',
      'theaters.loadTheaters',
    ])
  })

  test('theaters with the screens, and the shows of each on a day', async () => {
    const query = `{ theaters { nodes {
      name city { name } screens { name } shows(filter: { day: "2026-11-21" }) { nodes { startsAt } }
    } } }`
    const statements = ['shows.listTheater.day', 'theater', 'theaters.listScreens', 'theaters.loadCities']
    expect(await statementsOf(query)).toEqual(statements)
  })

  test('lists that are asked for in other words are other statements', async () => {
    const query = `{ theaters { nodes {
      a: shows(first: 1) { nodes { id } } b: shows(first: 2) { nodes { id } } c: shows(filter: { format: IMAX }) { nodes { id } }
    } } }`
    expect(await statementsOf(query)).toEqual([
      'shows.listTheater.for.upc',
      'shows.listTheater.upc',
      'shows.listTheater.upc',
      'theater',
    ])
  })

  test('nodes of one type', async () => {
    const ids = theaterIds.map((id) => toGlobalId('Theater', id))
    const query = `{ nodes(ids: ${JSON.stringify(ids)}) { ... on Theater { name city { name } } } }`
    expect(await statementsOf(query)).toEqual(['theater', 'theaters.loadCities'])
  })
})
