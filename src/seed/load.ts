import pg from 'pg'
import { priceSeats, type SeatType } from '../modules/pricing/index.js'
import { basePrice } from './basePrice.js'
import { drawLayout } from './layout.js'
import { addDays, clockOf, daysFrom, type LocalDay, localDay } from './localTime.js'
import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'
import { type House, type PlannedShow, planDay } from './schedule.js'
import { screensOf } from './screensOf.js'
import * as store from './store.js'

const TIME_ZONE = 'Europe/Paris'
const CURRENCY = 'EUR'
/** As many as small machines have cores: Postgres does nearly all the work, one process a connection. */
const CONNECTIONS = 2

export interface Progress {
  readonly label: string
  readonly done: number
  readonly total: number
}

export interface LoadRequest {
  /** A postgres:// URL of a database that has been migrated. */
  readonly url: string
  readonly now: Date
  readonly onProgress?: (progress: Progress) => void
}

/** What should be there, and how many days of shows from today on. */
export interface Catalogue {
  readonly theaters: readonly SeedTheater[]
  readonly movies: readonly SeedMovie[]
  readonly days: number
  /** Nothing is added while at least this many days, today included, have shows. */
  readonly leastDays: number
}

/** What a load has added. */
export interface Added {
  readonly theaters: number
  readonly shows: number
  readonly seats: number
}

/**
 * Adds what is missing: movies and theaters with their screens by name, shows on the days that a screen has none. A theater is
 * written in one transaction: killed half-way, it can be run again. Nothing that is there is changed.
 */
export async function load(request: LoadRequest, catalogue: Catalogue): Promise<Added> {
  return withConnection(request.url, async (client) => {
    const today = localDay(request.now, TIME_ZONE)
    if ((await findIncomplete(client, catalogue, today)).length === 0) return { theaters: 0, shows: 0, seats: 0 }
    await store.lockCatalogue(client)
    // Whoever held the lock may have done it meanwhile.
    const incomplete = await findIncomplete(client, catalogue, today)
    if (incomplete.length === 0) return { theaters: 0, shows: 0, seats: 0 }
    const cities = [...new Set(incomplete.map(({ city }) => city))]
    await store.ensureCities(client, cities, TIME_ZONE)
    const movieIds = await store.ensureMovies(client, catalogue.movies)
    const added = await loadTheaters(request, incomplete, { ...catalogue, movieIds, today })
    await store.analyze(client)
    return added
  })
}

async function findIncomplete(
  client: pg.Client,
  { theaters, leastDays }: Catalogue,
  today: LocalDay,
): Promise<SeedTheater[]> {
  const coverage = await store.listCoverage(client, theaters)
  const covered = new Map(coverage.map((theater) => [keyOf(theater), theater]))
  return theaters.filter((theater) => {
    const { screenCount = 0, lastDay = null } = covered.get(keyOf(theater)) ?? {}
    return screenCount < theater.screenCount || lastDay === null || lastDay < addDays(today, leastDays - 1)
  })
}

function keyOf({ name, city }: store.TheaterKey): string {
  return `${name}|${city}`
}

interface Plan extends Catalogue {
  readonly movieIds: ReadonlyMap<SeedMovie, number>
  readonly today: LocalDay
}

async function loadTheaters({ url, onProgress = () => {} }: LoadRequest, theaters: readonly SeedTheater[], plan: Plan) {
  // The biggest first, so that at the end no connection is left alone with one of them.
  const queue = [...theaters].sort((a, b) => b.seatCount - a.seatCount)
  const total = queue.reduce((sum, { seatCount }) => sum + seatCount, 0)
  const added = { theaters: 0, shows: 0, seats: 0 }
  let done = 0
  const report = () => onProgress({ label: 'seats of theaters', done, total })
  const work = async (client: pg.Client) => {
    for (let theater = queue.shift(); theater !== undefined; theater = queue.shift()) {
      const { shows, seats } = await loadTheater(client, theater, plan)
      added.theaters += 1
      added.shows += shows
      added.seats += seats
      done += theater.seatCount
      report()
    }
  }
  report()
  await Promise.all(Array.from({ length: CONNECTIONS }, () => withConnection(url, work)))
  return added
}

async function loadTheater(client: pg.Client, theater: SeedTheater, plan: Plan) {
  await client.query('BEGIN')
  try {
    const theaterId = await store.ensureTheater(client, theater, CURRENCY)
    const house: House = { theater, screens: screensOf(theater), movies: plan.movies, timeZone: TIME_ZONE }
    const screens = await ensureScreens(client, theaterId, house)
    const shows = await planMissing(client, theaterId, { house, screens, plan })
    const seats = shows.length === 0 ? 0 : await store.insertShows(client, shows, CURRENCY)
    await client.query('COMMIT')
    return { shows: shows.length, seats }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function ensureScreens(client: pg.Client, theaterId: number, { screens }: House) {
  const known = new Set((await store.listScreens(client, theaterId)).map(({ name }) => name))
  for (const screen of screens.filter(({ name }) => !known.has(name))) {
    await store.insertScreen(client, theaterId, { screen, seats: drawLayout(screen.seatCount) })
  }
  return new Map((await store.listScreens(client, theaterId)).map((screen) => [screen.name, screen]))
}

interface Missing {
  readonly house: House
  readonly screens: ReadonlyMap<string, store.StoredScreen>
  readonly plan: Plan
}

/** The shows of all days on which a screen has none, by start time. */
async function planMissing(client: pg.Client, theaterId: number, { house, screens, plan }: Missing) {
  const taken = await store.listShowDays(client, theaterId, clockOf(plan.today, TIME_ZONE)(0))
  const shows = daysFrom(plan.today, plan.days).flatMap((day) =>
    house.screens.flatMap(({ name }, index) => {
      const screen = screens.get(name)!
      if (taken.has(`${screen.id} ${day}`)) return []
      return planDay(house, index, day).map((show) => priceShow(show, { house, screen, movieIds: plan.movieIds }))
    }),
  )
  return shows.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

interface Pricing {
  readonly house: House
  readonly screen: store.StoredScreen
  readonly movieIds: ReadonlyMap<SeedMovie, number>
}

function priceShow(show: PlannedShow, { house, screen, movieIds }: Pricing): store.PricedShow {
  const { theater, timeZone } = house
  const prices = priceSeats({ basePrice: basePrice(theater, show.format), startsAt: show.startsAt, timeZone })
  const asked = screen.seatTypes.map((type: SeatType) => prices[type])
  return {
    ...show,
    movieId: movieIds.get(show.movie)!,
    screenId: screen.id,
    prices,
    minPrice: Math.min(...asked),
    maxPrice: Math.max(...asked),
  }
}

export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'marquee seed' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
