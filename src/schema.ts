import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import type { Config } from './config.js'
import { guardFields } from './guardFields.js'
import { limitPages } from './limitPages.js'
import { createCoreResolvers } from './modules/core/index.js'
import { modules } from './modules.js'

/** The schema of schema.graphql with the resolvers of all modules, behind what its directives declare, with pages of so many at most. */
export function createSchema({ maxPageSize }: Pick<Config, 'maxPageSize'>): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers: [
      createCoreResolvers(Object.assign({}, ...modules.map(({ nodes }) => nodes))),
      ...modules.map(({ resolvers }) => resolvers),
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  })
  return limitPages(guardFields(schema), maxPageSize)
}
