import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from '../shows/program.js'

const MOVIES = `query ($filter: MovieFilter, $first: Int, $after: String) {
  movies(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id } }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

type Name = 'heat' | 'up' | 'remake' | 'percent' | 'elan'

let server: TestServer
let movies: Record<Name, { id: number; title: string }>

beforeAll(async () => {
  server = await startServer()
  jumpTo(server.clock, new Date('2026-11-20T12:00:00.000Z'))
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  const paris = await addScreen((await addTheater((await addCity('Paris', 'Europe/Paris')).id)).id)
  const tokyo = await addScreen((await addTheater((await addCity('Tokyo', 'Asia/Tokyo')).id)).id)
  movies = {
    up: await addMovie({ title: 'Up', genre: 'Animation' }),
    elan: await addMovie({ title: 'Élan', genre: 'Drama' }),
    heat: await addMovie({ title: 'Heat', genre: 'Drama' }),
    remake: await addMovie({ title: 'Up', genre: 'Sci-Fi_%' }),
    percent: await addMovie({ title: 'The 100% \\ _Club' }),
  }
  const { heat, up, remake, elan } = movies
  // 00:30 on the 22nd in Paris, and 08:30 on the 22nd in Tokyo.
  await addShow(heat.id, paris.id, { startsAt: new Date('2026-11-21T23:30:00.000Z') })
  await addShow(heat.id, paris.id, { startsAt: new Date('2026-11-23T19:00:00.000Z') })
  await addShow(up.id, tokyo.id, { startsAt: new Date('2026-11-21T14:59:00.000Z') })
  await addShow(remake.id, paris.id, { startsAt: new Date('2026-11-20T11:00:00.000Z') })
  await addShow(elan.id, paris.id, { startsAt: new Date('2026-11-20T20:00:00.000Z'), cancelledAt: new Date(0) })
})

afterAll(() => server.close())

const idOf = (name: Name) => toGlobalId('Movie', movies[name].id)

describe('with a filter', () => {
  test.each<[string, object | null, Name[]]>([
    ['nothing', null, ['heat', 'percent', 'up', 'remake', 'elan']],
    ['an empty filter', {}, ['heat', 'percent', 'up', 'remake', 'elan']],
    ['an empty title', { title: '' }, ['heat', 'percent', 'up', 'remake', 'elan']],
    ['a part of the title', { title: 'ea' }, ['heat']],
    ['a title in capitals', { title: 'UP' }, ['up', 'remake']],
    ['a title that begins with an accent, in lower case', { title: 'éla' }, ['elan']],
    ['a per cent sign', { title: '%' }, ['percent']],
    ['an underscore', { title: '_' }, ['percent']],
    ['a backslash', { title: '\\' }, ['percent']],
    ['a quote', { title: "'" }, []],
    ['a genre', { genre: 'DRAMA' }, ['heat', 'elan']],
    ['part of a genre', { genre: 'Dram' }, []],
    ['a genre with what LIKE knows', { genre: 'sci-fi_%' }, ['remake']],
    ['a pattern as a genre', { genre: '%' }, []],
    ['a city with upcoming shows, not those that have begun or are cancelled', { city: 'paris' }, ['heat']],
    ['another city', { city: 'TOKYO' }, ['up']],
    ['a city that is not there', { city: 'Pari_' }, []],
    ['a day at the theater', { day: '2026-11-22' }, ['heat']],
    ['the same day elsewhere', { day: '2026-11-21' }, ['up']],
    ['today, when what was shown has begun or is cancelled', { day: '2026-11-20' }, []],
    ['a city and a day of the same show', { city: 'paris', day: '2026-11-22' }, ['heat']],
    ['a city and a day of different shows', { city: 'paris', day: '2026-11-21' }, []],
    ['all at once', { title: 'h', genre: 'drama', city: 'Paris', day: '2026-11-23' }, ['heat']],
    ['all but one', { title: 'u', genre: 'drama', city: 'Paris', day: '2026-11-23' }, []],
  ])('lists by %s', async (_what, filter, expected) => {
    const { data, errors } = await server.anonymous.send(MOVIES, { filter })
    expect(errors).toBeUndefined()
    expect(data.movies.nodes).toEqual(expected.map((name) => ({ id: idOf(name) })))
  })

  test.each([{ title: 'U\0p' }, { genre: '\0' }, { city: '\0' }, { day: '2026-11-31' }])(
    'refuses %j',
    async (filter) => {
      const { errors } = await server.anonymous.send(MOVIES, { filter })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    },
  )
})

describe('by pages', () => {
  test('each movie comes once, though two have the same title', async () => {
    const order: Name[] = ['heat', 'percent', 'up', 'remake', 'elan']
    let after: string | null = null
    for (const [index, name] of order.entries()) {
      const { data } = await server.anonymous.send(MOVIES, { first: 1, after })
      const cursor = cursorOf(movies[name].title, movies[name].id)
      expect(data.movies).toEqual({
        edges: [{ cursor, node: { id: idOf(name) } }],
        nodes: [{ id: idOf(name) }],
        pageInfo: {
          hasNextPage: index < order.length - 1,
          hasPreviousPage: index > 0,
          startCursor: cursor,
          endCursor: cursor,
        },
      })
      after = data.movies.pageInfo.endCursor
    }
  })

  test.each([0, -5])('refuses a page of %s', async (first) => {
    const { errors } = await server.anonymous.send(MOVIES, { first })
    expect(errors).toMatchObject([
      { message: `first has to be from 1 to 100, not ${first}.`, extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test.each([
    ['shows', cursorOf('2026-11-20T12:00:00.000Z', '1')],
    ['nothing', ''],
    ['U+0000', cursorOf('\0', 1)],
    ['no key', cursorOf('Up')],
  ])('refuses a cursor of %s', async (_what, after) => {
    const { errors } = await server.anonymous.send(MOVIES, { after })
    expect(errors).toMatchObject([
      { message: 'after is not a cursor of this connection.', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})
