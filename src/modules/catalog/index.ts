import { lookUpByInt, type SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findMovie } from './store.js'

export { createCatalogLoaders } from './loaders.js'
export type { Movie } from './store.js'

/** The catalogue: the movies that theaters show. */
export const catalogModule: SchemaModule = {
  resolvers,
  nodes: { Movie: lookUpByInt(findMovie) },
}
