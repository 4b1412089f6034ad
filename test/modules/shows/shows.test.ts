import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from './program.js'

const SHOWS = `query ($filter: ShowFilter, $first: Int, $after: String) {
  shows(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id } }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

const NOW = new Date('2026-11-20T12:00:00.000Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const id = ({ id }: { id: number }) => toGlobalId('Show', id)
const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

let server: TestServer
let show: Record<'imax' | 'french' | 'english' | 'twin' | 'lyon', { id: number }>
let movie: Record<'up' | 'heat', { id: number }>
let theater: Record<'rex' | 'lumiere', { id: number }>

beforeAll(async () => {
  server = await startServer()
  jumpTo(server.clock, NOW)
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  const paris = await addCity('Paris', 'Europe/Paris')
  const lyon = await addCity('Lyon', 'Europe/Paris')
  theater = { rex: await addTheater(paris.id), lumiere: await addTheater(lyon.id, { name: 'Lumière' }) }
  const screen = await addScreen(theater.rex.id)
  const other = await addScreen(theater.lumiere.id)
  movie = { up: await addMovie(), heat: await addMovie({ title: 'Heat' }) }
  const up = movie.up.id
  // Made in another order than they start in; three of them at the same time.
  show = {
    imax: await addShow(up, screen.id, { startsAt: at(90), format: 'IMAX' }),
    french: await addShow(up, screen.id, { startsAt: at(30) }),
    english: await addShow(movie.heat.id, screen.id, { startsAt: at(30), language: 'en' }),
    twin: await addShow(up, other.id, { startsAt: at(60), language: 'en' }),
    lyon: await addShow(up, other.id, { startsAt: at(30) }),
  }
  await addShow(up, screen.id, { startsAt: at(40), cancelledAt: NOW })
  await addShow(up, screen.id, { startsAt: NOW })
  await addShow(up, screen.id, { startsAt: at(-10) })
})

afterAll(() => server.close())

async function list(filter: Record<string, unknown> | null): Promise<string[]> {
  const { data, errors } = await server.anonymous.send(SHOWS, { filter })
  expect(errors).toBeUndefined()
  return data.shows.nodes.map((node: { id: string }) => node.id)
}

describe('without a filter', () => {
  test('lists what starts after now and is not cancelled, by start time, then by id', async () => {
    const upcoming = [show.french, show.english, show.lyon, show.twin, show.imax].map(id)
    expect(await list(null)).toEqual(upcoming)
    expect(await list({})).toEqual(upcoming)
    expect(await list({ movieId: null, city: null, day: null, format: null })).toEqual(upcoming)
  })

  test('lists 20 when first is left out or null', async () => {
    for (const first of [undefined, null]) {
      const { data } = await server.anonymous.send(SHOWS, { first })
      expect(data.shows.nodes).toHaveLength(5)
    }
  })
})

describe('with a filter', () => {
  test.each([
    ['a movie', () => ({ movieId: toGlobalId('Movie', movie.heat.id) }), () => [show.english]],
    ['a theater', () => ({ theaterId: toGlobalId('Theater', theater.lumiere.id) }), () => [show.lyon, show.twin]],
    ['a city', () => ({ city: 'Lyon' }), () => [show.lyon, show.twin]],
    ['a city in capitals', () => ({ city: 'PARIS' }), () => [show.french, show.english, show.imax]],
    ['a city that is not there', () => ({ city: 'Par' }), () => []],
    ['a language', () => ({ language: 'en' }), () => [show.english, show.twin]],
    ['a language in capitals', () => ({ language: 'EN' }), () => [show.english, show.twin]],
    ['a format', () => ({ format: 'IMAX' }), () => [show.imax]],
    ['a day', () => ({ day: '2026-11-21' }), () => []],
    ['a movie that does not exist', () => ({ movieId: toGlobalId('Movie', 999_999) }), () => []],
    ['a city and a language', () => ({ city: 'lyon', language: 'fr' }), () => [show.lyon]],
    [
      'all at once',
      () => ({
        movieId: toGlobalId('Movie', movie.up.id),
        theaterId: toGlobalId('Theater', theater.rex.id),
        city: 'paris',
        day: '2026-11-20',
        language: 'fr',
        format: 'IMAX',
      }),
      () => [show.imax],
    ],
    ['all but one', () => ({ movieId: toGlobalId('Movie', movie.heat.id), language: 'en', format: 'IMAX' }), () => []],
  ])('lists by %s', async (_what, filter, expected) => {
    expect(await list(filter())).toEqual(expected().map(id))
  })

  test.each([
    ['movieId', 'Movie', toGlobalId('Theater', 1)],
    ['movieId', 'Movie', 'nonsense'],
    ['theaterId', 'Theater', toGlobalId('Movie', 1)],
    ['theaterId', 'Theater', toGlobalId('Theater', 'x')],
  ])('refuses a %s that is not the id of a %s: %s', async (field, type, wrong) => {
    const { errors } = await server.anonymous.send(SHOWS, { filter: { [field]: wrong } })
    expect(errors).toMatchObject([
      { message: `"${wrong}" is not the id of a ${type}.`, extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test.each(['2026-02-30', '2026-11-21T00:00:00Z', 'tomorrow', ''])('refuses "%s" as a day', async (day) => {
    const { errors } = await server.anonymous.send(SHOWS, { filter: { day } })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('refuses a text with U+0000', async () => {
    const { errors } = await server.anonymous.send(SHOWS, { filter: { city: 'Par\0is' } })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

describe('by pages', () => {
  test('each show comes once, though three start at the same time', async () => {
    const pages: unknown[] = []
    let after: string | null = null
    do {
      const { data } = await server.anonymous.send(SHOWS, { first: 2, after })
      pages.push(data.shows)
      after = data.shows.pageInfo.hasNextPage ? data.shows.pageInfo.endCursor : null
    } while (after !== null)

    const time = (minutes: number) => at(minutes).toISOString()
    expect(pages).toEqual([
      toPage([show.french, time(30)], [show.english, time(30)], { hasNextPage: true, hasPreviousPage: false }),
      toPage([show.lyon, time(30)], [show.twin, time(60)], { hasNextPage: true, hasPreviousPage: true }),
      toPage([show.imax, time(90)], null, { hasNextPage: false, hasPreviousPage: true }),
    ])
  })

  test('a full last page has no next page', async () => {
    const { data } = await server.anonymous.send(SHOWS, { first: 5 })
    expect(data.shows.pageInfo.hasNextPage).toBe(false)
  })

  test('a page after the last show is empty', async () => {
    const { data } = await server.anonymous.send(SHOWS, { after: cursorOf(at(90).toISOString(), show.imax.id) })
    expect(data.shows).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    })
  })

  test('the conditions hold on later pages too', async () => {
    const { data } = await server.anonymous.send(SHOWS, {
      filter: { city: 'Lyon' },
      after: cursorOf(at(30).toISOString(), show.french.id),
    })
    expect(data.shows.nodes).toEqual([{ id: id(show.lyon) }, { id: id(show.twin) }])
  })

  test.each([0, -1])('refuses a page of %s', async (first) => {
    const { errors } = await server.anonymous.send(SHOWS, { first })
    expect(errors).toMatchObject([
      { message: `first has to be from 1 to 100, not ${first}.`, extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test.each([1, 100])('takes a page of %s', async (first) => {
    const { data } = await server.anonymous.send(SHOWS, { first })
    expect(data.shows.nodes).toHaveLength(Math.min(first, 5))
  })

  test.each([
    ['nothing', ''],
    ['no JSON', 'abc'],
    ['a movie list', cursorOf('Up', 1)],
    ['a day', cursorOf('2026-11-20', 1)],
    ['an impossible time', cursorOf('2026-13-20T00:00:00.000Z', 1)],
    ['an id as a string', cursorOf(NOW.toISOString(), '1')],
    ['more than a key', cursorOf(NOW.toISOString(), 1, 2)],
    ['an object', Buffer.from('{"0":1}').toString('base64url')],
  ])('refuses a cursor of %s', async (_what, after) => {
    const { errors } = await server.anonymous.send(SHOWS, { after })
    expect(errors).toMatchObject([
      { message: 'after is not a cursor of this connection.', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})

type Entry = [show: { id: number }, startsAt: string]

function toPage(first: Entry, second: Entry | null, more: { hasNextPage: boolean; hasPreviousPage: boolean }) {
  const entries = second === null ? [first] : [first, second]
  const edges = entries.map(([row, startsAt]) => ({ cursor: cursorOf(startsAt, row.id), node: { id: id(row) } }))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { ...more, startCursor: edges[0]!.cursor, endCursor: edges.at(-1)!.cursor },
  }
}
