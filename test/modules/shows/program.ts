import type { Movie, Screen, Show, Theater } from '../../../src/generated/prisma/client.js'
import type { Database } from '../../../src/lib/db/index.js'
import type { JumpingClock } from '../../kit/clock.js'

type Values<Row> = Partial<Omit<Row, 'id'>>

/** What theaters show, row by row, where a test says more about it than the seats of one show. */
export function createProgram({ prisma }: Database) {
  const addCity = (name: string, timeZone: string) => prisma.city.create({ data: { name, timeZone } })

  const addTheater = (cityId: number, values: Values<Theater> = {}) =>
    prisma.theater.create({
      data: { name: 'Le Grand Rex', address: '1 boulevard Poissonnière', currency: 'EUR', cityId, ...values },
    })

  const addScreen = (theaterId: number, values: Values<Screen> = {}) =>
    prisma.screen.create({ data: { name: 'Screen 1', seatCount: 100, theaterId, ...values } })

  const addMovie = (values: Values<Movie> = {}) =>
    prisma.movie.create({ data: { title: 'Up', runningMinutes: 96, ...values } })

  /** A show of two hours. */
  const addShow = (movieId: number, screenId: number, { startsAt, ...values }: Values<Show> & { startsAt: Date }) =>
    prisma.show.create({
      data: {
        movieId,
        screenId,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 7_200_000),
        language: 'fr',
        format: 'TWO_D',
        currency: 'EUR',
        minPrice: 950,
        maxPrice: 1250,
        ...values,
      },
    })

  return { addCity, addTheater, addScreen, addMovie, addShow }
}

/** Makes it this moment; from then on the clock goes on. */
export function jumpTo(clock: JumpingClock, moment: Date): void {
  clock.jump((moment.getTime() - clock.now().getTime()) / 1000)
}
