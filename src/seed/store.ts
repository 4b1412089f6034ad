import type pg from 'pg'
import type { SeatType } from '../modules/pricing/index.js'
import type { SeatPlace } from './layout.js'
import type { LocalDay } from './localTime.js'
import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'
import type { PlannedShow, SeedScreen } from './schedule.js'

/** 'seed' in ASCII: whoever loads the catalogue holds it. */
const LOCK = 0x73656564

/**
 * Seats that are never sold: two in row D of bigger rooms, kept for the house as cinemas do for the projectionist or a guest
 * of the manager.
 */
const HOUSE_SEATS = { row: 'D', numbers: 2, fromSeatCount: 120 } as const

/** Waits until nobody else loads the catalogue. The lock ends with the connection. */
export async function lockCatalogue(client: pg.Client): Promise<void> {
  await client.query('/* seed.lockCatalogue */ SELECT pg_advisory_lock($1)', [LOCK])
}

export async function hasTheaters(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    '/* seed.hasTheaters */ SELECT EXISTS (SELECT FROM theater) AS has',
  )
  return rows[0]!.has
}

export interface TheaterKey {
  readonly name: string
  readonly city: string
}

/** A theater that is there, how many screens it has, and the last day on which all of them have shows. */
export interface Coverage extends TheaterKey {
  readonly screenCount: number
  readonly lastDay: LocalDay | null
}

export async function listCoverage(client: pg.Client, theaters: readonly TheaterKey[]): Promise<Coverage[]> {
  const { rows } = await client.query<Coverage>(
    `/* seed.listCoverage */
     SELECT theater.name, city.name AS city, count(screen.id)::int AS "screenCount",
       CASE WHEN bool_and(last.starts_at IS NOT NULL)
         THEN min((last.starts_at AT TIME ZONE city.time_zone)::date)::text END AS "lastDay"
     FROM unnest($1::text[], $2::text[]) AS wanted (name, city)
     JOIN city ON city.name = wanted.city
     JOIN theater ON theater.name = wanted.name AND theater.city_id = city.id
     JOIN screen ON screen.theater_id = theater.id
     LEFT JOIN LATERAL (
       SELECT starts_at FROM show WHERE screen_id = screen.id ORDER BY starts_at DESC LIMIT 1
     ) AS last ON true
     GROUP BY theater.id, city.id`,
    [theaters.map(({ name }) => name), theaters.map(({ city }) => city)],
  )
  return rows
}

/** The ids of these movies by title and release date; those that are missing are inserted. */
export async function ensureMovies(client: pg.Client, movies: readonly SeedMovie[]): Promise<Map<SeedMovie, number>> {
  const json = JSON.stringify(movies.map((movie, position) => ({ ...movie, position })))
  await client.query(
    `/* seed.insertMovies */
     INSERT INTO movie (title, running_minutes, release_date, rating, genre, director, imdb_rating)
     SELECT title, "runningMinutes", "releaseDate", rating, genre, director, "imdbRating"
     FROM json_to_recordset($1) AS wanted (title text, "runningMinutes" int, "releaseDate" date, rating text, genre text,
       director text, "imdbRating" float8, position int)
     WHERE NOT EXISTS (
       SELECT FROM movie WHERE movie.title = wanted.title AND movie.release_date IS NOT DISTINCT FROM wanted."releaseDate"
     )
     ORDER BY position`,
    [json],
  )
  const { rows } = await client.query<{ id: number; position: number }>(
    `/* seed.findMovies */
     SELECT min(movie.id)::int AS id, position
     FROM json_to_recordset($1) AS wanted (title text, "releaseDate" date, position int)
     JOIN movie ON movie.title = wanted.title AND movie.release_date IS NOT DISTINCT FROM wanted."releaseDate"
     GROUP BY position`,
    [json],
  )
  return new Map(rows.map(({ id, position }) => [movies[position]!, id]))
}

/** The id of this theater by name and city, which is there; the theater is inserted if it is missing. */
export async function ensureTheater(client: pg.Client, theater: SeedTheater, currency: string): Promise<number> {
  const found = await client.query<{ id: number }>(
    `/* seed.findTheater */ SELECT theater.id FROM theater JOIN city ON city.id = city_id
     WHERE theater.name = $1 AND city.name = $2 ORDER BY theater.id LIMIT 1`,
    [theater.name, theater.city],
  )
  if (found.rows[0] !== undefined) return found.rows[0].id
  const { rows } = await client.query<{ id: number }>(
    `/* seed.insertTheater */ INSERT INTO theater (name, address, city_id, latitude, longitude, currency)
     SELECT $1, $2, city.id, $4, $5, $6 FROM city WHERE city.name = $3 RETURNING id`,
    [theater.name, theater.address, theater.city, theater.latitude, theater.longitude, currency],
  )
  return rows[0]!.id
}

export async function ensureCities(client: pg.Client, names: readonly string[], timeZone: string): Promise<void> {
  await client.query(
    `/* seed.insertCities */ INSERT INTO city (name, time_zone)
     SELECT name, $2 FROM unnest($1::text[]) AS wanted (name) WHERE NOT EXISTS (SELECT FROM city WHERE city.name = wanted.name)
     ON CONFLICT (name) DO NOTHING`,
    [names, timeZone],
  )
}

/** A screen that is there. */
export interface StoredScreen {
  readonly id: number
  readonly name: string
  /** The kinds of seats it has. */
  readonly seatTypes: readonly SeatType[]
}

export async function listScreens(client: pg.Client, theaterId: number): Promise<StoredScreen[]> {
  const { rows } = await client.query<StoredScreen>(
    `/* seed.listScreens */ SELECT screen.id, screen.name, array_agg(DISTINCT seat.type::text) AS "seatTypes"
     FROM screen JOIN seat ON seat.screen_id = screen.id WHERE theater_id = $1 GROUP BY screen.id`,
    [theaterId],
  )
  return rows
}

/** Inserts a screen with its seats. The ids of the seats ascend in reading order. */
export async function insertScreen(
  client: pg.Client,
  theaterId: number,
  { screen, seats }: { screen: SeedScreen; seats: readonly SeatPlace[] },
): Promise<void> {
  await client.query(
    `/* seed.insertScreen */
     WITH screen AS (INSERT INTO screen (theater_id, name, seat_count) VALUES ($1, $2, $3) RETURNING id)
     INSERT INTO seat (screen_id, row, number, type, is_accessible, x, y)
     SELECT screen.id, place.* FROM screen, json_to_recordset($4)
       AS place (row text, number int, type seat_type, "isAccessible" bool, x int, y int)
     ORDER BY y, x`,
    [theaterId, screen.name, screen.seatCount, JSON.stringify(seats)],
  )
}

/** The days from `first` on on which a screen has shows, as `screenId day`. */
export async function listShowDays(client: pg.Client, theaterId: number, first: Date): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(
    `/* seed.listShowDays */
     SELECT DISTINCT screen_id || ' ' || (starts_at AT TIME ZONE city.time_zone)::date AS key
     FROM theater JOIN city ON city.id = city_id JOIN screen ON theater_id = theater.id JOIN show ON screen_id = screen.id
     WHERE theater.id = $1 AND starts_at >= $2`,
    [theaterId, first],
  )
  return new Set(rows.map(({ key }) => key))
}

/** A show as it is written. */
export interface PricedShow extends PlannedShow {
  readonly movieId: number
  readonly screenId: number
  readonly prices: Record<SeatType, number>
  readonly minPrice: number
  readonly maxPrice: number
}

/** Inserts shows with all their seats, and gives the number of seats. */
export async function insertShows(client: pg.Client, shows: readonly PricedShow[], currency: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `/* seed.reserveShowIds */ SELECT nextval('show_id_seq')::int AS id FROM generate_series(1, $1)`,
    [shows.length],
  )
  const json = JSON.stringify(shows.map(({ movie: _, ...show }, index) => ({ id: rows[index]!.id, ...show })))
  await client.query(
    `/* seed.insertShows */
     INSERT INTO show (id, movie_id, screen_id, starts_at, ends_at, language, format, currency, min_price, max_price)
     SELECT id, "movieId", "screenId", "startsAt", "endsAt", language, format, $2, "minPrice", "maxPrice"
     FROM json_to_recordset($1) AS planned (id int, "movieId" int, "screenId" int, "startsAt" timestamptz,
       "endsAt" timestamptz, language text, format show_format, "minPrice" int, "maxPrice" int)`,
    [json, currency],
  )
  return withoutKeyChecks(client, () => insertShowSeats(client, json))
}

/** In the order of the key, so that the seats of a show lie together. */
async function insertShowSeats(client: pg.Client, showsJson: string): Promise<number> {
  const { rowCount } = await client.query(
    `/* seed.insertShowSeats */
     INSERT INTO show_seat (show_id, seat_id, price, status)
     SELECT planned.id, seat.id, (prices ->> seat.type::text)::int,
       CASE WHEN seat.row = $2 AND seat.number <= $3 AND screen.seat_count >= $4 THEN 'BLOCKED' ELSE 'AVAILABLE' END::seat_status
     FROM json_to_recordset($1) AS planned (id int, "screenId" int, prices jsonb)
     JOIN show ON show.id = planned.id JOIN screen ON screen.id = "screenId" JOIN seat ON seat.screen_id = screen.id
     ORDER BY planned.id, seat.id`,
    [showsJson, HOUSE_SEATS.row, HOUSE_SEATS.numbers, HOUSE_SEATS.fromSeatCount],
  )
  return rowCount ?? 0
}

/**
 * Within a transaction, runs what inserts only keys that it has just read from the tables they point to. Two checks of a foreign
 * key a row were 70 % of the time of a load. Only a superuser may leave them out, such as ours of the embedded Postgres;
 * for others it takes its time.
 */
async function withoutKeyChecks<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ may: boolean }>(`SELECT current_setting('is_superuser') = 'on' AS may`)
  if (!rows[0]!.may) return work()
  await client.query('SET LOCAL session_replication_role = replica')
  const result = await work()
  await client.query('SET LOCAL session_replication_role = origin')
  return result
}

/** So that the planner knows the new rows at once, and not a minute later. */
export async function analyze(client: pg.Client): Promise<void> {
  await client.query('/* seed.analyze */ ANALYZE city, theater, screen, seat, movie, show, show_seat')
}
