import pg from 'pg'
import { loadTheater, type TheaterPlan } from './loadTheater.js'
import { addDays, type LocalDay, localDay } from './localTime.js'
import type { SeedMovie } from './readMovies.js'
import type { SeedTheater } from './readTheaters.js'
import * as store from './store.js'

const TIME_ZONE = 'Europe/Paris'
const CURRENCY = 'EUR'
/** As many as small machines have cores: Postgres does nearly all the work, one process a connection. */
const CONNECTIONS = 2
const NOTHING: Added = { theaters: 0, shows: 0, seats: 0 }

/** How far a load has come, counted in seats of theaters. */
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
  /** Nothing is added to a theater while at least this many days, today included, have shows. */
  readonly leastDays: number
}

/** What a load has added: shows with their seats, to how many theaters. */
export interface Added {
  readonly theaters: number
  readonly shows: number
  readonly seats: number
}

/**
 * Adds what is missing: movies, theaters with their screens, shows on the days that a screen has none. A theater is written in
 * one transaction: killed half-way, it can be run again. Nothing that is there is changed.
 */
export async function load(request: LoadRequest, catalogue: Catalogue): Promise<Added> {
  return withConnection(request.url, async (client) => {
    const firstDay = localDay(request.now, TIME_ZONE)
    if ((await findIncomplete(client, catalogue, firstDay)).length === 0) return NOTHING
    await store.lockCatalogue(client)
    // Again: whoever held the lock may have done it meanwhile.
    const theaters = await findIncomplete(client, catalogue, firstDay)
    if (theaters.length === 0) return NOTHING
    await store.ensureCities(client, [...new Set(theaters.map(({ city }) => city))], TIME_ZONE)
    const movies = await store.ensureMovies(client, catalogue.movies)
    const plan = { movies, firstDay, days: catalogue.days, timeZone: TIME_ZONE, currency: CURRENCY }
    const added = await loadTheaters(request, theaters, plan)
    await store.analyze(client)
    return added
  })
}

/** Whether any theater of the catalogue is there. */
export async function isBegun(url: string, { theaters }: Catalogue): Promise<boolean> {
  return withConnection(url, async (client) => (await store.listCoverage(client, theaters)).length > 0)
}

/** Runs `work` on a connection of its own, and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'marquee seed',
    options: '-c marquee.cause=seed',
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function findIncomplete(client: pg.Client, catalogue: Catalogue, today: LocalDay): Promise<SeedTheater[]> {
  const coverage = await store.listCoverage(client, catalogue.theaters)
  const covered = new Map(coverage.map((theater) => [keyOf(theater), theater]))
  const leastDay = addDays(today, catalogue.leastDays - 1)
  return catalogue.theaters.filter((theater) => {
    const { screenCount = 0, lastDay = null } = covered.get(keyOf(theater)) ?? {}
    return screenCount < theater.screenCount || lastDay === null || lastDay < leastDay
  })
}

function keyOf({ name, city }: store.TheaterKey): string {
  return `${name}|${city}`
}

async function loadTheaters(
  { url, onProgress = () => {} }: LoadRequest,
  theaters: readonly SeedTheater[],
  plan: TheaterPlan,
): Promise<Added> {
  // The biggest first, so that at the end no connection is left alone with one of them.
  const queue = [...theaters].sort((a, b) => b.seatCount - a.seatCount)
  const total = queue.reduce((sum, { seatCount }) => sum + seatCount, 0)
  const added = { ...NOTHING }
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
  await allOrFirstError(Array.from({ length: CONNECTIONS }, () => withConnection(url, work)))
  return added
}

/** Waits for all, also when one fails: nothing is written any more once it has thrown. */
async function allOrFirstError(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
