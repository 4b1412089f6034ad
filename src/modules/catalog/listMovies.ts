import type { Context } from '../../context.js'
import type { MovieFilter, QueryMoviesArgs } from '../../generated/graphql.js'
import { type Connection, readPage, toConnection } from '../../lib/connection.js'
import { decodeNameKey } from '../../lib/nameKey.js'
import { listShownMovieIds } from '../shows/index.js'
import * as store from './store.js'

/** A page of the movies that meet the filter, by title. */
export async function listMovies(args: QueryMoviesArgs, context: Context): Promise<Connection<store.Movie>> {
  const page = readPage(args, decodeNameKey)
  const { after, limit } = page
  const title = args.filter?.title ?? null
  const genre = args.filter?.genre ?? null
  const ids = await findShownIds(args.filter, context)
  const rows = await store.listMovies(context.db, { title, genre, ids, after, limit })
  return toConnection(rows, page, (movie) => [movie.title, movie.id])
}

/** The ids of the movies with an upcoming show where and when the filter says, null where it says neither. */
async function findShownIds(filter: MovieFilter | null | undefined, context: Context): Promise<number[] | null> {
  const city = filter?.city ?? null
  const day = filter?.day ?? null
  if (city === null && day === null) return null
  return listShownMovieIds(context.db, { city, day, now: context.clock.now() })
}
