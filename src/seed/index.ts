import { demoMovies, demoTheaters } from './demo.js'
import { type Added, type Catalogue, isBegun, type LoadRequest, load, withConnection } from './load.js'
import { readMovies } from './readMovies.js'
import { readTheaters } from './readTheaters.js'
import { hasTheaters } from './store.js'

export type { Added, LoadRequest, Progress } from './load.js'

/** Where the catalogue is from, for whoever shows it. */
export const SOURCES =
  'Theaters: CNC, data.culture.gouv.fr, 2022 (Licence Ouverte). Movies: vega-datasets 3.2.1. Layouts, schedules and prices are made up: prisma/seed/README.md.'

/** Whether the database, which has been migrated, has no theaters yet. */
export async function isCatalogueEmpty(url: string): Promise<boolean> {
  return withConnection(url, async (client) => !(await hasTheaters(client)))
}

/**
 * Sees to the demo catalogue: 15 theaters, 55 movies, shows for the two weeks from today on. Adds what is missing, keeps what
 * is there; while a week of shows lies ahead it does nothing, in some milliseconds.
 */
export async function loadDemoCatalogue(request: LoadRequest): Promise<Added> {
  return load(request, await readDemo())
}

/**
 * Sees to the demo catalogue where it, or a part of it, is already; where a catalogue is somebody's own, it does nothing. For every
 * start but the first: without it there would be no upcoming shows after two weeks.
 */
export async function extendSchedule(request: LoadRequest): Promise<Added> {
  const demo = await readDemo()
  return (await isBegun(request.url, demo)) ? load(request, demo) : { theaters: 0, shows: 0, seats: 0 }
}

/** Sees to the full catalogue: all theaters and movies of the lists, shows for the week from today on. As safe to run again. */
export async function loadFullCatalogue(request: LoadRequest): Promise<Added> {
  const [theaters, movies] = await Promise.all([readTheaters(), readMovies()])
  return load(request, { theaters, movies, days: 7, leastDays: 7 })
}

async function readDemo(): Promise<Catalogue> {
  const [theaters, movies] = await Promise.all([readTheaters(), readMovies()])
  return { theaters: demoTheaters(theaters), movies: demoMovies(movies), days: 14, leastDays: 7 }
}
