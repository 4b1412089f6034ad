import type { Movie, Prisma } from '../../generated/prisma/client.js'
import { type Database, statement, toLikePattern } from '../../lib/db/index.js'
import type { NameKey } from '../../lib/nameKey.js'

export type { Movie } from '../../generated/prisma/client.js'

/** Which movies to list: those that meet all conditions that are not null. */
export interface MovieSelection {
  /** Part of the title. */
  readonly title: string | null
  readonly genre: string | null
  readonly ids: number[] | null
  readonly after: NameKey | null
  readonly limit: number
}

const LOAD_MOVIES = statement(
  'catalog.loadMovies',
  `SELECT id, title, running_minutes AS "runningMinutes",
     release_date::timestamp AT TIME ZONE 'UTC' AS "releaseDate", rating, genre, director, imdb_rating AS "imdbRating"
   FROM movie WHERE id = ANY($1::int[])`,
)

/** The movies with these ids, in any order. */
export async function loadMovies(db: Database, ids: readonly number[]): Promise<Movie[]> {
  return db.run<Movie>(LOAD_MOVIES, [ids])
}

export async function findMovie(db: Database, id: number): Promise<Movie | null> {
  return db.prisma.movie.findUnique({ where: { id } })
}

/** Movies by title and id. */
export async function listMovies(db: Database, selection: MovieSelection): Promise<Movie[]> {
  return db.prisma.movie.findMany({
    where: toWhere(selection),
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: selection.limit,
  })
}

function toWhere({ title, genre, ids, after }: MovieSelection): Prisma.MovieWhereInput {
  const conditions: Prisma.MovieWhereInput[] = []
  if (title !== null) conditions.push({ title: { contains: toLikePattern(title), mode: 'insensitive' } })
  if (genre !== null) conditions.push({ genre: { equals: toLikePattern(genre), mode: 'insensitive' } })
  if (ids !== null) conditions.push({ id: { in: ids } })
  if (after !== null) {
    conditions.push({ title: { gte: after.name }, OR: [{ title: { gt: after.name } }, { id: { gt: after.id } }] })
  }
  return { AND: conditions }
}
