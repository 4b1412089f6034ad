import type { Database } from '../../lib/db/index.js'
import { listMovieIds } from './store.js'

export interface ShownMovies {
  /** The name of a city, in upper or lower case. */
  readonly city: string | null
  /** A day at the theater, as YYYY-MM-DD. */
  readonly day: string | null
  readonly now: Date
}

/** The ids of the movies that have an upcoming show in the city and on the day given, in any order. */
export async function listShownMovieIds(db: Database, { city, day, now }: ShownMovies): Promise<number[]> {
  const rest = { movie: null, theater: null, lang: null, format: null, after: null }
  return listMovieIds(db, { ...rest, city, day, upcoming: now })
}
