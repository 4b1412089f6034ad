import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { accountsModule } from './modules/accounts/index.js'
import { bookingsModule } from './modules/bookings/index.js'
import { catalogModule } from './modules/catalog/index.js'
import { createCoreResolvers, type SchemaModule } from './modules/core/index.js'
import { paymentsModule } from './modules/payments/index.js'
import { seatmapsModule } from './modules/seatmaps/index.js'
import { showsModule } from './modules/shows/index.js'
import { theatersModule } from './modules/theaters/index.js'
import { ticketsModule } from './modules/tickets/index.js'

const modules: readonly SchemaModule[] = [
  accountsModule,
  catalogModule,
  theatersModule,
  showsModule,
  seatmapsModule,
  bookingsModule,
  paymentsModule,
  ticketsModule,
]

/** The schema of schema.graphql with the resolvers of all modules. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers: [
      createCoreResolvers(Object.assign({}, ...modules.map(({ nodes }) => nodes))),
      ...modules.map(({ resolvers }) => resolvers),
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  })
}
