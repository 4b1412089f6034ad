import type { Show } from '../../generated/prisma/client.js'
import { type Database, statement, type Transaction } from '../../lib/db/index.js'

export type { Show } from '../../generated/prisma/client.js'

/** The place of a show in the list by start time. */
export interface ShowKey {
  readonly startsAt: Date
  readonly id: number
}

/** Which shows are meant: those that meet all conditions that are not null. */
export interface ShowSelection {
  readonly movie: number | null
  readonly theater: number | null
  /** The name of a city, in upper or lower case. */
  readonly city: string | null
  /** The day of the start at the theater, as YYYY-MM-DD. */
  readonly day: string | null
  /** The language spoken, in upper or lower case. */
  readonly lang: string | null
  readonly format: string | null
  /** The moment after which a show has to start, and not be cancelled. */
  readonly upcoming: Date | null
  readonly after: ShowKey | null
}

/** Whose shows to list. */
export interface ShowParent {
  readonly type: 'Movie' | 'Theater'
  readonly id: number
}

type Place = (value: unknown) => string
type ConditionSql = { [Name in keyof ShowSelection]: (value: NonNullable<ShowSelection[Name]>, place: Place) => string }

const COLUMNS = `s.id, s.movie_id AS "movieId", s.screen_id AS "screenId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
  s.language, s.format, s.currency, s.min_price AS "minPrice", s.max_price AS "maxPrice",
  s.cancelled_at AS "cancelledAt"`

const JOIN_SCREEN = 'JOIN screen ON screen.id = s.screen_id'
const JOIN_CITY = 'JOIN theater ON theater.id = screen.theater_id JOIN city ON city.id = theater.city_id'

const PARENT_ID = { Movie: 's.movie_id', Theater: 'screen.theater_id' } as const

const CONDITIONS: ConditionSql = {
  movie: (id, place) => `s.movie_id = ${place(id)}::int`,
  theater: (id, place) => `screen.theater_id = ${place(id)}::int`,
  city: (name, place) => isInCity(`lower(${place(name)}::text)`),
  day: (day, place) => startsOn(`${place(day)}::date`),
  lang: (tag, place) => `lower(s.language) = lower(${place(tag)}::text)`,
  format: (format, place) => `s.format = ${place(format)}::show_format`,
  upcoming: (now, place) => `s.starts_at > ${place(now)}::timestamptz AND s.cancelled_at IS NULL`,
  after: ({ startsAt, id }, place) => `(s.starts_at, s.id) > (${place(startsAt)}::timestamptz, ${place(id)}::int)`,
}

const LOAD_SHOWS = statement('shows.loadShows', `SELECT ${COLUMNS} FROM show s WHERE s.id = ANY($1::int[])`)

export async function findShow(db: Database, id: number): Promise<Show | null> {
  return db.prisma.show.findUnique({ where: { id } })
}

/** The same within a transaction. */
export async function findShowIn(tx: Transaction, id: number): Promise<Show | null> {
  return tx.show.findUnique({ where: { id } })
}

/** Makes a show one that is cancelled, from now on where it is not already. */
export async function markCancelled(tx: Transaction, id: number, now: Date): Promise<void> {
  await tx.show.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: now } })
}

/** The shows with these ids, in any order. */
export async function loadShows(db: Database, ids: readonly number[]): Promise<Show[]> {
  return db.run<Show>(LOAD_SHOWS, [ids])
}

/** The first shows of a selection by start time and id. */
export async function listShows(db: Database, selection: ShowSelection, limit: number): Promise<Show[]> {
  const { names, values, place, from, order } = toSql(selection)
  const sql = `SELECT ${COLUMNS} ${from()} ORDER BY ${order} LIMIT ${place(limit)}`
  return db.run<Show>(statement(nameOf('list', names), sql), values)
}

/** The first shows of a selection of each of these movies or theaters, by start time and id. */
export async function listShowsOf(
  db: Database,
  parents: { readonly type: ShowParent['type']; readonly ids: readonly number[] },
  { selection, limit }: { readonly selection: ShowSelection; readonly limit: number },
): Promise<Map<number, Show[]>> {
  const { names, values, place, from, order } = toSql(selection, parents.type)
  const isOfParent = `${PARENT_ID[parents.type]} = parent.id`
  const sql = `SELECT parent.id AS "parentId", s.* FROM unnest(${place(parents.ids)}::int[]) AS parent (id)
    CROSS JOIN LATERAL (SELECT ${COLUMNS} ${from(isOfParent)} ORDER BY ${order} LIMIT ${place(limit)}) AS s
    ORDER BY s."startsAt", s.id`
  const name = nameOf(`list${parents.type}`, names)
  const rows = await db.run<Show & { parentId: number }>(statement(name, sql), values)
  const byParent = new Map<number, Show[]>(parents.ids.map((id) => [id, []]))
  for (const { parentId, ...show } of rows) byParent.get(parentId)!.push(show)
  return byParent
}

/** The ids of the movies of a selection of shows, each once. */
export async function listMovieIds(db: Database, selection: ShowSelection): Promise<number[]> {
  const { names, values, from } = toSql(selection)
  // One look into the index for each movie, where DISTINCT would read all of its shows.
  const sql = `SELECT movie.id FROM movie CROSS JOIN LATERAL (SELECT ${from('s.movie_id = movie.id')} LIMIT 1) AS s`
  const rows = await db.run<{ id: number }>(statement(nameOf('listMovieIds', names), sql), values)
  return rows.map(({ id }) => id)
}

/**
 * A selection as SQL: `from` writes FROM and WHERE, `place` adds a value and gives its $n. Statements of the same `names` have the
 * same text, so each can be prepared under them.
 */
function toSql(selection: ShowSelection, parent?: ShowParent['type']) {
  const values: unknown[] = []
  const place: Place = (value) => `$${values.push(value)}`
  const names = (Object.keys(CONDITIONS) as (keyof ShowSelection)[]).filter((name) => selection[name] !== null)
  const conditions = names.map((name) => {
    const write = CONDITIONS[name] as (value: unknown, place: Place) => string
    return write(selection[name], place)
  })
  const isOfTheater = parent === 'Theater' || names.includes('theater')
  const needsCity = names.includes('city') || names.includes('day')
  const joins = `${isOfTheater || needsCity ? JOIN_SCREEN : ''} ${needsCity ? JOIN_CITY : ''}`
  return {
    names,
    values,
    place,
    from: (...more: string[]) => `FROM show s ${joins} WHERE ${[...conditions, ...more, 'true'].join(' AND ')}`,
    // A theater has few shows, by the index on its screens: the sum keeps the planner from walking through all by time.
    order: isOfTheater ? `s.starts_at + interval '0', s.id` : 's.starts_at, s.id',
  }
}

/** Postgres cuts names at 63 characters. */
function nameOf(what: string, conditions: readonly string[]): string {
  return ['shows', what, ...conditions.map((name) => name.slice(0, 3))].join('.')
}

/** The condition that a show is in a city. Its second half spares a walk through all shows where there is no such city. */
function isInCity(name: string): string {
  return `lower(city.name) = ${name} AND (SELECT count(*) FROM city WHERE lower(name) = ${name}) > 0`
}

/**
 * The condition that a show starts on a day at its theater. The bounds in UTC, for the index on starts_at, are those of the time
 * zones farthest east and west. The day is compared from below and above by two expressions, because of `=` and of a range
 * of one expression the planner thinks that hardly any show fits, and joins cities with all shows first.
 */
function startsOn(date: string): string {
  const start = 's.starts_at AT TIME ZONE city.time_zone'
  return `(${start})::date >= ${date} AND ${start} < (${date} + 1)::timestamp
    AND s.starts_at >= (${date}::timestamp - interval '14 hours') AT TIME ZONE 'UTC'
    AND s.starts_at < (${date}::timestamp + interval '36 hours') AT TIME ZONE 'UTC'`
}
