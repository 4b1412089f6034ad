import type { Resolvers } from '../../generated/graphql.js'
import { intKeyOf, toGlobalId } from '../../lib/globalId.js'
import { toMoney } from '../../lib/money.js'
import { listShows } from './listShows.js'
import { showStatus } from './show.js'
import { findShow } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    show: (_root, { id }, { db }) => {
      const key = intKeyOf('Show', id)
      return key === null ? null : findShow(db, key)
    },
    shows: (_root, args, context) => listShows(args, context),
  },
  Show: {
    id: ({ id }) => toGlobalId('Show', id),
    status: (show, _args, { clock }) => showStatus(show, clock.now()),
    movie: ({ movieId }, _args, { loaders }) => loaders.movie.load(movieId),
    screen: ({ screenId }, _args, { loaders }) => loaders.screen.load(screenId),
    availability: ({ id }, _args, { loaders }) => loaders.availability.load(id),
    priceRange: ({ minPrice, maxPrice, currency }) => ({
      min: toMoney({ minor: minPrice, currency }),
      max: toMoney({ minor: maxPrice, currency }),
    }),
  },
}
