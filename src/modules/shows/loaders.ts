import DataLoader from 'dataloader'
import type { Database } from '../../lib/db/index.js'
import { createRowLoader } from '../../lib/rowLoader.js'
import type { Freshness, SeatMapFeed } from '../seatmaps/index.js'
import { type Availability, toAvailability } from './availability.js'
import { listShowsOf, loadShows, type Show, type ShowParent, type ShowSelection } from './store.js'

/** The first shows of a movie or a theater. */
export interface ShowListKey {
  readonly parent: ShowParent
  readonly selection: ShowSelection
  readonly limit: number
}

export interface ShowLoaderOptions {
  readonly db: Database
  readonly seatMaps: SeatMapFeed
  /** Of what is counted. */
  readonly freshness: Freshness
}

/** What shows load for a request. */
export function createShowLoaders({ db, seatMaps, freshness }: ShowLoaderOptions) {
  return {
    show: createRowLoader((ids) => loadShows(db, ids)),
    /** How many seats of a show are in which state. */
    availability: new DataLoader<number, Availability>(async (showIds) => {
      return (await seatMaps.count(showIds, freshness)).map(toAvailability)
    }),
    showsOf: new DataLoader<ShowListKey, Show[]>((keys) => loadLists(db, keys), { cache: false }),
  }
}

/** Lists that differ in the id of their parent alone take one statement. */
async function loadLists(db: Database, keys: readonly ShowListKey[]): Promise<Show[][]> {
  const lists = new Map<string, Promise<Map<number, Show[]>>>()
  return Promise.all(
    keys.map(async (key) => {
      const shape = toShape(key)
      if (!lists.has(shape)) {
        const ids = keys.filter((other) => toShape(other) === shape).map(({ parent }) => parent.id)
        lists.set(shape, listShowsOf(db, { type: key.parent.type, ids: [...new Set(ids)] }, key))
      }
      return (await lists.get(shape)!).get(key.parent.id)!
    }),
  )
}

/** The same for lists that are asked for in the same words; what is upcoming is told at the time of the first of them. */
function toShape({ parent, selection, limit }: ShowListKey): string {
  return JSON.stringify([parent.type, { ...selection, upcoming: selection.upcoming !== null }, limit])
}
