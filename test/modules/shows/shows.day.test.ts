import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from './program.js'

const SHOWS = `query ($filter: ShowFilter, $after: String) {
  shows(filter: $filter, first: 2, after: $after) { nodes { startsAt status } pageInfo { hasNextPage endCursor } }
}`

const STARTS = {
  Paris: [
    // 25 hours long: clocks go back at 01:00 UTC.
    '2026-10-24T21:59:59.999Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2026-10-25T22:59:59.999Z',
    '2026-10-25T23:00:00.000Z',
    // 23 hours long: clocks go forward at 01:00 UTC.
    '2027-03-27T22:59:59.999Z',
    '2027-03-27T23:00:00.000Z',
    '2027-03-28T21:59:59.999Z',
    '2027-03-28T22:00:00.000Z',
  ],
  // Has the hour from midnight on twice: clocks go back from 01:00 to 00:00, at 05:00 UTC.
  Havana: [
    '2026-11-01T03:59:59.999Z',
    '2026-11-01T04:00:00.000Z',
    '2026-11-01T05:00:00.000Z',
    '2026-11-02T05:00:00.000Z',
  ],
  // Has no midnight: clocks go forward from 00:00 to 01:00, at 04:00 UTC.
  Santiago: [
    '2026-09-06T03:59:59.999Z',
    '2026-09-06T04:00:00.000Z',
    '2026-09-07T02:59:59.999Z',
    '2026-09-07T03:00:00.000Z',
  ],
  // 14 hours ahead of UTC and 11 behind it.
  Kiritimati: [
    '2026-06-09T09:59:59.999Z',
    '2026-06-09T10:00:00.000Z',
    '2026-06-10T09:59:59.999Z',
    '2026-06-10T10:00:00.000Z',
  ],
  'Pago Pago': [
    '2026-06-10T10:59:59.999Z',
    '2026-06-10T11:00:00.000Z',
    '2026-06-11T10:59:59.999Z',
    '2026-06-11T11:00:00.000Z',
  ],
}

const TIME_ZONES: Record<keyof typeof STARTS, string> = {
  Paris: 'Europe/Paris',
  Havana: 'America/Havana',
  Santiago: 'America/Santiago',
  Kiritimati: 'Pacific/Kiritimati',
  'Pago Pago': 'Pacific/Pago_Pago',
}

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
  const movie = await addMovie()
  for (const [name, starts] of Object.entries(STARTS)) {
    const city = await addCity(name, TIME_ZONES[name as keyof typeof STARTS])
    const screen = await addScreen((await addTheater(city.id)).id)
    for (const startsAt of starts) await addShow(movie.id, screen.id, { startsAt: new Date(startsAt) })
  }
  const tokyo = await addCity('Tokyo', 'Asia/Tokyo')
  const screen = await addScreen((await addTheater(tokyo.id)).id)
  await addShow(movie.id, screen.id, { startsAt: new Date('2026-12-01T10:00:00.000Z') })
  const cancelledAt = new Date('2026-11-30T00:00:00.000Z')
  await addShow(movie.id, screen.id, { startsAt: new Date('2026-12-01T12:00:00.000Z'), cancelledAt })
  await addShow(movie.id, screen.id, { startsAt: new Date('2026-12-01T13:00:00.000Z') })
})

afterAll(() => server.close())

async function listAll(filter: Record<string, unknown>): Promise<{ startsAt: string; status: string }[]> {
  const nodes = []
  let after: string | null = null
  do {
    const { data, errors } = await server.anonymous.send(SHOWS, { filter, after })
    expect(errors).toBeUndefined()
    nodes.push(...data.shows.nodes)
    after = data.shows.pageInfo.hasNextPage ? data.shows.pageInfo.endCursor : null
  } while (after !== null)
  return nodes
}

describe('a day is from midnight to midnight at the theater', () => {
  test.each([
    ['Paris', '2026-10-24', 0, 1],
    ['Paris', '2026-10-25', 1, 5],
    ['Paris', '2026-10-26', 5, 6],
    ['Paris', '2027-03-27', 6, 7],
    ['Paris', '2027-03-28', 7, 9],
    ['Paris', '2027-03-29', 9, 10],
    ['Havana', '2026-10-31', 0, 1],
    ['Havana', '2026-11-01', 1, 3],
    ['Havana', '2026-11-02', 3, 4],
    ['Santiago', '2026-09-05', 0, 1],
    ['Santiago', '2026-09-06', 1, 3],
    ['Santiago', '2026-09-07', 3, 4],
    ['Kiritimati', '2026-06-09', 0, 1],
    ['Kiritimati', '2026-06-10', 1, 3],
    ['Kiritimati', '2026-06-11', 3, 4],
    ['Pago Pago', '2026-06-09', 0, 1],
    ['Pago Pago', '2026-06-10', 1, 3],
    ['Pago Pago', '2026-06-11', 3, 4],
  ] as const)('%s, %s', async (city, day, from, to) => {
    const starts = (await listAll({ city, day })).map(({ startsAt }) => startsAt)
    expect(starts).toEqual(STARTS[city].slice(from, to))
  })

  test('and another moment in each city', async () => {
    const starts = (await listAll({ day: '2026-06-10' })).map(({ startsAt }) => startsAt)
    expect(starts).toEqual([...STARTS.Kiritimati.slice(1, 3), ...STARTS['Pago Pago'].slice(1, 3)])
  })
})

test('a day lists what is over, running, cancelled and ahead', async () => {
  jumpTo(server.clock, new Date('2026-12-01T12:30:00.000Z'))
  expect(await listAll({ city: 'Tokyo', day: '2026-12-01' })).toEqual([
    { startsAt: '2026-12-01T10:00:00.000Z', status: 'ENDED' },
    { startsAt: '2026-12-01T12:00:00.000Z', status: 'CANCELLED' },
    { startsAt: '2026-12-01T13:00:00.000Z', status: 'SCHEDULED' },
  ])
  jumpTo(server.clock, new Date('2026-12-01T11:59:00.000Z'))
  expect((await listAll({ city: 'Tokyo', day: '2026-12-01' }))[0]?.status).toBe('STARTED')
})

test.each(['0001-01-01', '9999-12-31'])('the day %s has no shows', async (day) => {
  expect(await listAll({ day })).toEqual([])
})
