import type { Resolvers } from '../../generated/graphql.js'
import { intKeyOf, toGlobalId } from '../../lib/globalId.js'
import { listShows } from '../shows/index.js'
import { listMovies } from './listMovies.js'
import { findMovie } from './store.js'

export const resolvers: Resolvers = {
  Query: {
    movie: (_root, { id }, { db }) => {
      const key = intKeyOf('Movie', id)
      return key === null ? null : findMovie(db, key)
    },
    movies: (_root, args, context) => listMovies(args, context),
  },
  Movie: {
    id: ({ id }) => toGlobalId('Movie', id),
    releaseDate: ({ releaseDate }) => releaseDate?.toISOString().slice(0, 10) ?? null,
    shows: ({ id }, args, context) => listShows(args, context, { type: 'Movie', id }),
  },
}
