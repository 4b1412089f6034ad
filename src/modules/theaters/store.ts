import type { City, Prisma, Screen, Theater } from '../../generated/prisma/client.js'
import { type Database, statement, toLikePattern } from '../../lib/db/index.js'
import type { NameKey } from '../../lib/nameKey.js'

export type { City, Screen, Theater } from '../../generated/prisma/client.js'

/** Which theaters to list: those that meet all conditions that are not null. */
export interface TheaterSelection {
  /** Part of the name. */
  readonly name: string | null
  readonly city: string | null
  readonly after: NameKey | null
  readonly limit: number
}

const SCREEN_COLUMNS = 'id, theater_id AS "theaterId", name, seat_count AS "seatCount"'

const LOAD_CITIES = statement(
  'theaters.loadCities',
  'SELECT id, name, time_zone AS "timeZone" FROM city WHERE id = ANY($1::int[])',
)

const LOAD_THEATERS = statement(
  'theaters.loadTheaters',
  `SELECT id, name, address, city_id AS "cityId", latitude, longitude, currency
   FROM theater WHERE id = ANY($1::int[])`,
)

const LOAD_SCREENS = statement('theaters.loadScreens', `SELECT ${SCREEN_COLUMNS} FROM screen WHERE id = ANY($1::int[])`)

const LIST_SCREENS = statement(
  'theaters.listScreens',
  `SELECT ${SCREEN_COLUMNS} FROM screen WHERE theater_id = ANY($1::int[])`,
)

/** The cities with these ids, in any order. */
export async function loadCities(db: Database, ids: readonly number[]): Promise<City[]> {
  return db.run<City>(LOAD_CITIES, [ids])
}

/** The theaters with these ids, in any order. */
export async function loadTheaters(db: Database, ids: readonly number[]): Promise<Theater[]> {
  return db.run<Theater>(LOAD_THEATERS, [ids])
}

/** The screens with these ids, in any order. */
export async function loadScreens(db: Database, ids: readonly number[]): Promise<Screen[]> {
  return db.run<Screen>(LOAD_SCREENS, [ids])
}

/** All screens of these theaters, in any order. */
export async function listScreens(db: Database, theaterIds: readonly number[]): Promise<Screen[]> {
  return db.run<Screen>(LIST_SCREENS, [theaterIds])
}

export async function findCity(db: Database, id: number): Promise<City | null> {
  return db.prisma.city.findUnique({ where: { id } })
}

export async function findTheater(db: Database, id: number): Promise<Theater | null> {
  return db.prisma.theater.findUnique({ where: { id } })
}

export async function findScreen(db: Database, id: number): Promise<Screen | null> {
  return db.prisma.screen.findUnique({ where: { id } })
}

/** Theaters by name and id. */
export async function listTheaters(db: Database, selection: TheaterSelection): Promise<Theater[]> {
  return db.prisma.theater.findMany({
    where: toWhere(selection),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: selection.limit,
  })
}

function toWhere({ name, city, after }: TheaterSelection): Prisma.TheaterWhereInput {
  const conditions: Prisma.TheaterWhereInput[] = []
  if (name !== null) conditions.push({ name: { contains: toLikePattern(name), mode: 'insensitive' } })
  if (city !== null) conditions.push({ city: { name: { equals: toLikePattern(city), mode: 'insensitive' } } })
  if (after !== null) {
    conditions.push({ name: { gte: after.name }, OR: [{ name: { gt: after.name } }, { id: { gt: after.id } }] })
  }
  return { AND: conditions }
}
