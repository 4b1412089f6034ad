import { randomOf } from './random.js'
import type { SeedMovie } from './readMovies.js'

/** The movies that everybody shows in a week. */
const HEADLINERS = 20
const HEADLINER_WEIGHT = 6
/** A movie nobody has heard of is shown here and there. */
const BASE_VOTES = 1000

export interface ProgrammeRequest {
  readonly movies: readonly SeedMovie[]
  /** What tells this theater from others. */
  readonly theaterKey: string
  readonly week: number
  readonly size: number
}

/**
 * The movies that a theater shows in a week, the most wanted first: drawn with the more chance the better known they are,
 * and some are everywhere in that week. The same for the same request.
 */
export function drawProgramme({ movies, theaterKey, week, size }: ProgrammeRequest): SeedMovie[] {
  const headliners = new Set(draw(movies, HEADLINERS, randomOf(`headliners of week ${week}`), popularity))
  const weightOf = (movie: SeedMovie) => popularity(movie) * (headliners.has(movie) ? HEADLINER_WEIGHT : 1)
  return draw(movies, size, randomOf(`programme of ${theaterKey} in week ${week}`), weightOf)
}

function popularity({ votes }: SeedMovie): number {
  return Math.sqrt(votes + BASE_VOTES)
}

/** Without replacement. Source: Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006. */
function draw(
  movies: readonly SeedMovie[],
  size: number,
  random: () => number,
  weightOf: (movie: SeedMovie) => number,
): SeedMovie[] {
  const keyed = movies.map((movie) => ({ movie, key: -Math.log(1 - random()) / weightOf(movie) }))
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ movie }) => movie)
}
