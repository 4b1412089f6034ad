import { cinemaWeek, clockOf, type LocalDay } from './localTime.js'
import { drawProgramme } from './programme.js'
import { randomOf } from './random.js'
import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'

export type Format = 'TWO_D' | 'THREE_D' | 'IMAX' | 'DOLBY'

/** A screen as the schedule sees it. */
export interface SeedScreen {
  readonly name: string
  readonly seatCount: number
  /** What it is equipped for. */
  readonly format: Format
}

export interface PlannedShow {
  readonly movie: SeedMovie
  readonly startsAt: Date
  readonly endsAt: Date
  readonly language: string
  readonly format: Format
}

/** A theater with its screens. */
export interface House {
  readonly theater: SeedTheater
  readonly screens: readonly SeedScreen[]
  readonly timeZone: string
}

/** What a house shows on a day. */
export interface Bill {
  readonly day: LocalDay
  /** The most wanted movie first. */
  readonly programme: readonly SeedMovie[]
}

const MULTIPLEX_HOURS = { first: 10 * 60 + 45, last: 22 * 60 + 30 }
const HOUSE_HOURS = { first: 13 * 60 + 30, last: 21 * 60 + 30 }
/** The first show of a screen is up to this much later than that of another, so that not all doors open at once. */
const FIRST_SPREAD = 45
const CLEANING = { least: 20, most: 30 }
/** Shows start at times that can be remembered. */
const STEP = 5
const MAIN_MOVIE_CHANCE = 0.55
const FEW_SCREENS = 4
const THREE_D_CHANCE = 0.25
const THREE_D_GENRES = new Set(['Action', 'Adventure', 'Horror'])
const THREE_D_SEATS = 150

/** What a house shows on these days: the movies change on Wednesdays. */
export function planBills(house: House, movies: readonly SeedMovie[], days: readonly LocalDay[]): Bill[] {
  if (movies.length === 0) throw new Error('There are no movies to show.')
  const size = Math.min(movies.length, 3 + Math.ceil(house.screens.length * 1.3))
  const weeks = [...new Set(days.map(cinemaWeek))]
  const theaterKey = house.theater.cncId
  const programmes = new Map(weeks.map((week) => [week, drawProgramme({ movies, theaterKey, week, size })]))
  return days.map((day) => ({ day, programme: programmes.get(cinemaWeek(day))! }))
}

/**
 * The shows of one screen on one day of the theater, by start time: none overlaps another, and between two there are at least 20
 * minutes to clean. The same for the same house and bill, whatever else has been planned.
 */
export function planDay(house: House, screenIndex: number, bill: Bill): PlannedShow[] {
  const { theater, timeZone } = house
  const random = randomOf(`${theater.cncId} ${screenIndex} ${bill.day}`)
  const clock = clockOf(bill.day, timeZone)
  const hours = theater.isMultiplex ? MULTIPLEX_HOURS : HOUSE_HOURS
  const main = mainMovie(house, screenIndex, bill)
  const shows: PlannedShow[] = []
  let minute = hours.first + roundUp(random() * FIRST_SPREAD)
  while (minute <= hours.last) {
    const movie = random() < MAIN_MOVIE_CHANCE ? main : chooseOther(bill, random)
    const end = minute + movie.runningMinutes
    shows.push({
      movie,
      startsAt: clock(minute),
      endsAt: clock(end),
      language: chooseLanguage(theater, movie, random),
      format: chooseFormat(house.screens[screenIndex]!, theater, movie, random),
    })
    minute = roundUp(end + CLEANING.least + random() * (CLEANING.most - CLEANING.least - STEP))
  }
  return shows
}

/**
 * The biggest screen has the most wanted movie, the next the second, and so on. A house of few screens changes its main movies from
 * day to day.
 */
function mainMovie({ screens }: House, screenIndex: number, { day, programme }: Bill): SeedMovie {
  const turn = screens.length <= FEW_SCREENS ? new Date(day).getUTCDay() : 0
  return programme[(screenIndex + turn) % programme.length]!
}

/** Any movie of the programme, rather a wanted one. */
function chooseOther({ programme }: Bill, random: () => number): SeedMovie {
  return programme[Math.floor(random() ** 2 * programme.length)]!
}

/** Original version, or dubbed into French: hardly ever in the small houses of Paris, mostly in the multiplexes around it. */
function chooseLanguage({ city, isMultiplex }: SeedTheater, movie: SeedMovie, random: () => number): string {
  const isParis = city === 'Paris'
  const dubbed = isMultiplex ? (isParis ? 0.5 : 0.85) : isParis ? 0.1 : 0.6
  return random() < dubbed ? 'fr' : movie.language
}

function chooseFormat(screen: SeedScreen, theater: SeedTheater, movie: SeedMovie, random: () => number): Format {
  if (screen.format !== 'TWO_D') return screen.format
  const isPossible = theater.isMultiplex && screen.seatCount >= THREE_D_SEATS && THREE_D_GENRES.has(movie.genre ?? '')
  return isPossible && random() < THREE_D_CHANCE ? 'THREE_D' : 'TWO_D'
}

function roundUp(minute: number): number {
  return Math.ceil(minute / STEP) * STEP
}
