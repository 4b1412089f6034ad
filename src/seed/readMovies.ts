import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const FILE = new URL('../../prisma/seed/data/movies.json', import.meta.url)

/** A movie of the list. Its title and release date together name no other. */
export interface SeedMovie {
  readonly title: string
  readonly runningMinutes: number
  /** Such as 1999-12-31. */
  readonly releaseDate: string | null
  readonly rating: string | null
  readonly genre: string | null
  readonly director: string | null
  readonly imdbRating: number | null
  /** In which it was made, such as `en`. */
  readonly language: string
  /** How many people have rated it: the best sign there is of how well-known it is. */
  readonly votes: number
}

const movieRow = z.object({
  title: z.union([z.string(), z.number()]).nullable(),
  runningMinutes: z.number().nullable(),
  releaseDate: z.string().nullable(),
  mpaaRating: z.string().nullable(),
  genre: z.string().nullable(),
  director: z.string().nullable(),
  imdbRating: z.number().nullable(),
  imdbVotes: z.number().nullable(),
})
export type MovieRow = z.infer<typeof movieRow>

/** The list was made in 2010; no movie of it is younger. */
const LAST_YEAR = 2010
const FEW_VOTES = 300
const SHORTEST_MINUTES = 30
const LONGEST_MINUTES = 300

/** What is plainly wrong and no rule can see. */
const KNOWN_RELEASES = new Map([['Good Will Hunting', '1997-12-05']])

/** The list does not say in which language a movie was made. Nearly all are English; these are not. */
const ORIGINAL_LANGUAGES = new Map([
  ["Bienvenue chez les Ch'tis", 'fr'],
  ["Le Fabuleux destin d'Amélie Poulain", 'fr'],
  ["La marche de l'empereur", 'fr'],
  ['Molière', 'fr'],
  ['Der Baader Meinhof Komplex', 'de'],
  ['Letters from Iwo Jima', 'ja'],
  ['Crouching Tiger, Hidden Dragon', 'zh'],
  ["Jet Li's Hero", 'zh'],
  ['Red Cliff', 'zh'],
  ['Apocalypto', 'yua'],
])

/** The movies that can be scheduled, with the flaws of the list mended. */
export async function readMovies(): Promise<SeedMovie[]> {
  return cleanMovies(z.array(movieRow).parse(JSON.parse(await readFile(FILE, 'utf8'))))
}

/** Leaves out what has no title or no plausible running time, and the second of two that are the same. */
export function cleanMovies(rows: readonly MovieRow[]): SeedMovie[] {
  const movies = rows.flatMap((row) => {
    const title = cleanTitle(row.title)
    return title !== '' && isRunningTime(row.runningMinutes) ? [toMovie(row, title, row.runningMinutes)] : []
  })
  return withoutTwins(movies)
}

function toMovie(row: MovieRow, title: string, runningMinutes: number): SeedMovie {
  const votes = row.imdbVotes ?? 0
  return {
    title,
    runningMinutes,
    releaseDate: KNOWN_RELEASES.get(title) ?? cleanDate(row.releaseDate),
    // It means the same as none.
    rating: row.mpaaRating === 'Not Rated' ? null : row.mpaaRating,
    genre: row.genre,
    director: row.director === null ? null : mendLetters(row.director),
    // A movie of the cinemas with 84 votes, such as Aliens, was given the figures of another of its name.
    imdbRating: votes < FEW_VOTES ? null : row.imdbRating,
    language: ORIGINAL_LANGUAGES.get(title) ?? 'en',
    votes: votes < FEW_VOTES ? 0 : votes,
  }
}

function cleanTitle(title: string | number | null): string {
  // 300 and 1408 are titles, and some editions have them as numbers.
  return (
    mendLetters(String(title ?? ''))
      // The release date tells King Kong (1933) from the later one.
      .replace(/ \((?:\d{4}|IMAX)\)$/, '')
      .trim()
  )
}

/** Letters of ISO 8859-1 that were read as Mac Roman: `AmÈlie`, `DÈj‡ Vu`. */
const MISREAD = new Map(
  Object.entries({ È: 'é', Ë: 'è', Í: 'ê', '‡': 'à', '‚': 'â', Á: 'ç', Ù: 'ô', Ó: 'î', Ò: 'ñ', ˆ: 'ö', '¸': 'ü' }),
)

function mendLetters(text: string): string {
  // Next to a small letter only: a French title in capitals would be right.
  return text.replace(/(?<=\p{L})[ÈËÍ‡‚ÁÙÓÒˆ¸]/gu, (letter) => MISREAD.get(letter) ?? letter)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Dec 15 2039` is 1939: the years had two digits once, and were put into the wrong century. */
function cleanDate(text: string | null): string | null {
  const [, monthName = '', day = '', year = ''] = /^([A-Z][a-z]{2}) (\d{1,2}) (\d{4})$/.exec(text ?? '') ?? []
  const month = MONTHS.indexOf(monthName) + 1
  if (month === 0) return null
  const century = Number(year) > LAST_YEAR ? 100 : 0
  return `${Number(year) - century}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isRunningTime(minutes: number | null): minutes is number {
  return minutes !== null && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES
}

/** Two entries of one title and year are one movie: the one that more people have rated is the better entry. */
function withoutTwins(movies: readonly SeedMovie[]): SeedMovie[] {
  const kept = new Map<string, SeedMovie>()
  for (const movie of movies) {
    const key = `${movie.title.toLowerCase()}|${movie.releaseDate?.slice(0, 4)}`
    const twin = kept.get(key)
    if (twin === undefined || twin.votes < movie.votes) kept.set(key, movie)
  }
  return [...kept.values()]
}
