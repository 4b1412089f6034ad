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
const MOVIES_PER_GENRE = 5

export function demoTheaters(theaters: readonly SeedTheater[]): SeedTheater[] {
  return theaters.filter(({ cncId }) => THEATERS.has(cncId))
}

/** The best known of the well-rated movies: at most 5 a genre, and one of a series. */
export function demoMovies(movies: readonly SeedMovie[]): SeedMovie[] {
  const series = new Set<string>()
  const ofGenre = new Map<string, number>()
  return movies
    .filter(({ imdbRating, genre }) => genre !== null && imdbRating !== null && imdbRating >= GOOD_RATING)
    .sort((a, b) => b.votes - a.votes)
    .filter(({ title, genre }) => {
      const count = ofGenre.get(genre!) ?? 0
      if (series.has(seriesOf(title)) || count >= MOVIES_PER_GENRE) return false
      series.add(seriesOf(title))
      ofGenre.set(genre!, count + 1)
      return true
    })
}

/** `The Lord of the Rings: The Two Towers` and `Spider-Man 2` without what tells them from the others. */
function seriesOf(title: string): string {
  return title.split(/:| \d$/)[0]!
}
