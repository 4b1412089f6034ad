import type { Database } from '../../lib/db/index.js'
import { createRowLoader } from '../../lib/rowLoader.js'
import { loadMovies } from './store.js'

/** What the catalogue loads for a request. */
export function createCatalogLoaders(db: Database) {
  return {
    movie: createRowLoader((ids) => loadMovies(db, ids)),
  }
}
