import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { createRowLoader } from '../../lib/rowLoader.js'
import { sortScreens } from './screen.js'
import { listScreens, loadCities, loadScreens, loadTheaters, type Screen } from './store.js'

/** What theaters load for a request. */
export function createTheaterLoaders(db: Database) {
  return {
    city: createRowLoader((ids) => loadCities(db, ids)),
    theater: createRowLoader((ids) => loadTheaters(db, ids)),
    screen: createRowLoader((ids) => loadScreens(db, ids)),
    /** The screens of a theater by name. */
    screensOfTheater: new DataLoader<number, Screen[]>(async (theaterIds) => {
      const screens = await listScreens(db, theaterIds)
      return theaterIds.map((id) => sortScreens(screens.filter(({ theaterId }) => theaterId === id)))
    }),
  }
}
