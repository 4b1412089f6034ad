import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGlobalId } from '../../../src/lib/globalId.js'
import { startServer, type TestServer } from '../../kit/server.js'
import { createProgram, jumpTo } from './program.js'

const SHOW = `query ($id: ID!) {
  show(id: $id) {
    id startsAt endsAt status language format
    movie { id title }
    screen { id name seatCount theater { id name city { id name timeZone } } }
    availability { total available held booked blocked }
    priceRange { min { amount currency } max { amount currency } }
  }
}`

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.close())

describe('a show', () => {
  test('comes with its movie, its place, its seats and its prices', async () => {
    const { addCity, addTheater, addScreen, addMovie, addShow } = createProgram(server.services.db)
    jumpTo(server.clock, new Date('2026-11-20T12:00:00.000Z'))
    const city = await addCity('Paris', 'Europe/Paris')
    const theater = await addTheater(city.id)
    const screen = await addScreen(theater.id, { name: 'IMAX', seatCount: 6 })
    const movie = await addMovie()
    const startsAt = new Date('2026-11-21T19:30:00.000Z')
    const show = await addShow(movie.id, screen.id, { startsAt, format: 'IMAX', minPrice: 5, maxPrice: 1250 })
    await addSeats(show.id, screen.id)

    const { data } = await server.anonymous.send(SHOW, { id: toGlobalId('Show', show.id) })
    expect(data.show).toEqual({
      id: toGlobalId('Show', show.id),
      startsAt: '2026-11-21T19:30:00.000Z',
      endsAt: '2026-11-21T21:30:00.000Z',
      status: 'SCHEDULED',
      language: 'fr',
      format: 'IMAX',
      movie: { id: toGlobalId('Movie', movie.id), title: 'Up' },
      screen: {
        id: toGlobalId('Screen', screen.id),
        name: 'IMAX',
        seatCount: 6,
        theater: {
          id: toGlobalId('Theater', theater.id),
          name: 'Le Grand Rex',
          city: { id: toGlobalId('City', city.id), name: 'Paris', timeZone: 'Europe/Paris' },
        },
      },
      availability: { total: 6, available: 3, held: 0, booked: 0, blocked: 3 },
      priceRange: { min: { amount: '0.05', currency: 'EUR' }, max: { amount: '12.50', currency: 'EUR' } },
    })
  })

  test('tells prices with the places of its currency', async () => {
    const seeded = await server.seed.show({ price: 1800 })
    await server.seed.sql(`UPDATE show SET currency = 'JPY' WHERE id = $1`, [seeded.key])
    const { data } = await server.anonymous.send(SHOW, { id: seeded.id })
    expect(data.show.priceRange.min).toEqual({ amount: '1800', currency: 'JPY' })
  })

  test('without seats has none available', async () => {
    const seeded = await server.seed.show({ seats: 0 })
    const { data } = await server.anonymous.send(SHOW, { id: seeded.id })
    expect(data.show.availability).toEqual({ total: 0, available: 0, held: 0, booked: 0, blocked: 0 })
  })
})

test.each([
  ['a show that does not exist', toGlobalId('Show', 999_999)],
  ['a movie', toGlobalId('Movie', 1)],
  ['a key that is no integer', toGlobalId('Show', 'x')],
  ['a key that is too large', toGlobalId('Show', 2 ** 31)],
  ['nothing', ''],
  ['nonsense', 'nonsense'],
])('the id of %s is null', async (_what, id) => {
  const { data, errors } = await server.anonymous.send(SHOW, { id })
  expect(errors).toBeUndefined()
  expect(data).toEqual({ show: null })
})

/** Six seats, the last three of them not for sale. */
async function addSeats(showId: number, screenId: number): Promise<void> {
  await server.seed.sql(
    `WITH seats AS (
       INSERT INTO seat (screen_id, row, number, type, x, y)
       SELECT $2, 'A', i, 'REGULAR', i, 0 FROM generate_series(1, 6) AS i RETURNING id, number
     )
     INSERT INTO show_seat (show_id, seat_id, price, status)
     SELECT $1, id, 1250, CASE WHEN number > 3 THEN 'BLOCKED'::seat_status ELSE 'AVAILABLE' END FROM seats`,
    [showId, screenId],
  )
}
