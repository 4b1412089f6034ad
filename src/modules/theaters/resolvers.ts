import type { Resolvers } from '../../generated/graphql.js'
import { intKeyOf, toGlobalId } from '../../lib/globalId.js'
import { listShows } from '../shows/index.js'
import { listTheaters } from './listTheaters.js'
import { findTheater } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    theater: (_root, { id }, { db }) => {
      const key = intKeyOf('Theater', id)
      return key === null ? null : findTheater(db, key)
    },
    theaters: (_root, args, context) => listTheaters(args, context),
  },
  City: {
    id: ({ id }) => toGlobalId('City', id),
  },
  Theater: {
    id: ({ id }) => toGlobalId('Theater', id),
    city: ({ cityId }, _args, { loaders }) => loaders.city.load(cityId),
    screens: ({ id }, _args, { loaders }) => loaders.screensOfTheater.load(id),
    shows: ({ id }, args, context) => listShows(args, context, { type: 'Theater', id }),
  },
  Screen: {
    id: ({ id }) => toGlobalId('Screen', id),
    theater: ({ theaterId }, _args, { loaders }) => loaders.theater.load(theaterId),
  },
}
