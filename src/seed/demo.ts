import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'

/** By their numbers at the CNC: houses that people know, most of them in Paris, from one screen to eleven. */
const THEATERS = new Set([
  '311', // Grand Rex
  '301', // Max Linder
  '3222', // Pathé Wepler
  '4731', // MK2 Quai de Seine
  '8331', // UGC Danton
  '9452', // Le Louxor
  '8422', // Le Champo
  '741', // Luxembourg
  '35', // Balzac
  '3211', // Le Cinéma des Cinéastes
  '3741', // Studio 28
  '276086', // Méliès Montreuil
  '449702', // UGC Roxane, Versailles
  '462321', // Le Vincennes
  '381912', // Écran, Saint-Denis
])
const GOOD_RATING = 7
const MOVIES_PER_GENRE = 7

export function demoTheaters(theaters: readonly SeedTheater[]): SeedTheater[] {
  return theaters.filter(({ cncId }) => THEATERS.has(cncId))
}

/** The best known of the well-rated movies, at most 7 a genre. */
export function demoMovies(movies: readonly SeedMovie[]): SeedMovie[] {
  const chosen = new Map<string, SeedMovie[]>()
  const wellRated = movies.filter(({ imdbRating }) => imdbRating !== null && imdbRating >= GOOD_RATING)
  for (const movie of wellRated.sort((a, b) => b.votes - a.votes)) {
    const ofGenre = chosen.get(movie.genre ?? '') ?? []
    if (ofGenre.length < MOVIES_PER_GENRE) chosen.set(movie.genre ?? '', [...ofGenre, movie])
  }
  return [...chosen.values()].flat()
}
