import { lookUpByInt, type SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findCity, findScreen, findTheater } from './store.js'

export { createTheaterLoaders } from './loaders.js'
export type { City, Screen, Theater } from './store.js'

/** Theaters: where movies are shown, their cities and their screens. */
export const theatersModule: SchemaModule = {
  resolvers,
  nodes: { City: lookUpByInt(findCity), Theater: lookUpByInt(findTheater), Screen: lookUpByInt(findScreen) },
}
