import { afterAll, beforeAll, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from '../shows/program.js'

const FIELDS = 'id title runningMinutes releaseDate rating genre director imdbRating'
const MOVIE = `query ($id: ID!, $filter: ShowFilter, $first: Int) {
  movie(id: $id) { ${FIELDS} shows(filter: $filter, first: $first) { nodes { id movie { ${FIELDS} } } } }
}`

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.close())

test('a movie comes with all that is known of it', async () => {
  const { addMovie } = createProgram(server.services.db)
  const movie = await addMovie({
    title: 'Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles',
    runningMinutes: 201,
    releaseDate: new Date('1976-01-21'),
    rating: 'NR',
    genre: 'Drama',
    director: 'Chantal Akerman',
    imdbRating: 7.5,
  })
  const id = toGlobalId('Movie', movie.id)
  const { data } = await server.anonymous.send(MOVIE, { id })
  expect(data.movie).toEqual({
    id,
    title: 'Jeanne Dielman, 23, quai du Commerce, 1080 Bruxelles',
    runningMinutes: 201,
    releaseDate: '1976-01-21',
    rating: 'NR',
    genre: 'Drama',
    director: 'Chantal Akerman',
    imdbRating: 7.5,
    shows: { nodes: [] },
  })
})

test('what is not known of a movie is null', async () => {
  const { addMovie } = createProgram(server.services.db)
  const id = toGlobalId('Movie', (await addMovie()).id)
  const { data } = await server.anonymous.send(MOVIE, { id })
  expect(data.movie).toEqual({
    id,
    title: 'Up',
    runningMinutes: 96,
    releaseDate: null,
    rating: null,
    genre: null,
    director: null,
    imdbRating: null,
    shows: { nodes: [] },
  })
})

test('the shows of a movie are its own and meet the filter, and know the same movie', async () => {
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  jumpTo(server.clock, new Date('2026-11-20T12:00:00.000Z'))
  const screen = await addScreen((await addTheater((await addCity('Nice', 'Europe/Paris')).id)).id)
  const movie = await addMovie({ title: 'Heat', releaseDate: new Date('1995-12-15') })
  const other = await addMovie({ title: 'Ran' })
  const startsAt = new Date('2026-11-20T19:00:00.000Z')
  const french = await addShow(movie.id, screen.id, { startsAt })
  const english = await addShow(movie.id, screen.id, { startsAt, language: 'en' })
  const over = await addShow(movie.id, screen.id, { startsAt: new Date('2026-11-20T09:00:00.000Z') })
  await addShow(other.id, screen.id, { startsAt })

  const ask = async (filter: unknown, first?: number) => {
    const { data } = await server.anonymous.send(MOVIE, { id: toGlobalId('Movie', movie.id), filter, first })
    const { shows, ...itself } = data.movie
    for (const show of shows.nodes) expect(show.movie).toEqual(itself)
    return shows.nodes.map((show: { id: string }) => show.id)
  }
  const ids = (...rows: { id: number }[]) => rows.map((row) => toGlobalId('Show', row.id))
  expect(await ask(null)).toEqual(ids(french, english))
  expect(await ask(null, 1)).toEqual(ids(french))
  expect(await ask({ language: 'en' })).toEqual(ids(english))
  expect(await ask({ day: '2026-11-20' })).toEqual(ids(over, french, english))
  expect(await ask({ movieId: toGlobalId('Movie', movie.id) })).toEqual(ids(french, english))
  expect(await ask({ movieId: toGlobalId('Movie', other.id) })).toEqual([])
})

test.each([toGlobalId('Movie', 999_999), toGlobalId('Show', 1), toGlobalId('Movie', 0), 'nonsense'])(
  'the id %s of no movie is null',
  async (id) => {
    const { data, errors } = await server.anonymous.send(MOVIE, { id })
    expect(errors).toBeUndefined()
    expect(data).toEqual({ movie: null })
  },
)
