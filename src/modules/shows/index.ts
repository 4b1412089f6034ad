import { lookUpByInt, type SchemaModule } from '../core/index.js'
import { resolvers } from './resolvers.js'
import { findShow } from './store.js'

export { listShownMovieIds, type ShownMovies } from './listShownMovieIds.js'
export { listShows } from './listShows.js'
export { createShowLoaders } from './loaders.js'
export { describeClosed, type ShowStatus, type ShowTimes, showStatus } from './show.js'
export { findShow, findShowIn, markCancelled, type Show, type ShowParent } from './store.js'

/** Shows: when and where a movie is shown, and what seats are left. */
export const showsModule: SchemaModule = {
  resolvers,
  nodes: { Show: lookUpByInt(findShow) },
}
